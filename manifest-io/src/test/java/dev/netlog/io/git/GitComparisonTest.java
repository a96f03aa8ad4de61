package dev.netlog.io.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netlog.io.files.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GitComparisonTest {
  private static final FileBytes LIMIT = new FileBytes(1 << 20, InputStream.nullInputStream());

  @TempDir Path temporary;
  private Scratch work;

  @BeforeEach
  void inARepository() throws IOException {
    work = Scratch.in(temporary.resolve("work"));
  }

  private static List<String> paths(GitComparison comparison, Side side)
      throws ComparisonException {
    return comparison.files(side, Scratch.SEARCH).files().stream().map(GitFile::path).toList();
  }

  private static String text(GitComparison comparison, Side side, String path)
      throws ComparisonException, IOException {
    GitFile file =
        comparison.files(side, Scratch.SEARCH).files().stream()
            .filter(f -> f.path().equals(path))
            .findFirst()
            .orElseThrow();
    byte[] bytes = comparison.read(file, LIMIT);
    assertThat(bytes).hasSize((int) file.size());
    return new String(bytes, StandardCharsets.UTF_8);
  }

  @Test
  void bothTreesAreReadFromCommitsAndNotFromTheWorkTree() throws Exception {
    String first = work.write("a.yaml", "old").write("gone.yml", "x").commit("one");
    work.git("switch", "--quiet", "--create", "change");
    Files.delete(work.path("gone.yml"));
    String second = work.write("a.yaml", "new").write("b.json", "{}").commit("two");
    work.write("a.yaml", "not committed").write("untracked.yaml", "x");
    try (GitComparison comparison = work.compare("main", ".")) {
      assertThat(comparison.commit(Side.BASE)).isEqualTo(first);
      assertThat(comparison.commit(Side.HEAD)).isEqualTo(second);
      assertThat(comparison.root()).isEqualTo(work.folder());
      assertThat(paths(comparison, Side.BASE)).containsExactly("a.yaml", "gone.yml");
      assertThat(paths(comparison, Side.HEAD)).containsExactly("a.yaml", "b.json");
      assertThat(text(comparison, Side.BASE, "a.yaml")).isEqualTo("old");
      assertThat(text(comparison, Side.HEAD, "a.yaml")).isEqualTo("new");
    }
  }

  @Test
  void aFileThatWasMovedKeepsTheIdOfItsContents() throws Exception {
    work.write("a/x.yaml", "same\n").commit("one");
    Files.createDirectory(work.path("b"));
    work.git("mv", "a/x.yaml", "b/y.yaml");
    work.commit("two");
    try (GitComparison comparison = work.compare("HEAD~1", ".")) {
      GitFile before = comparison.files(Side.BASE, Scratch.SEARCH).files().getFirst();
      GitFile after = comparison.files(Side.HEAD, Scratch.SEARCH).files().getFirst();
      assertThat(before.path()).isEqualTo("a/x.yaml");
      assertThat(after.path()).isEqualTo("b/y.yaml");
      assertThat(after.blob()).isEqualTo(before.blob());
    }
  }

  @Test
  void pathsAreShownFromTheWorkingFolder() throws Exception {
    work.write("top.yaml", "").write("d/e/f.yaml", "").write("d/g.yaml", "").commit("one");
    Path inside = work.path("d/e");
    for (List<String> given :
        List.of(List.of("../.."), List.of(work.folder().toString()), List.of("../../"))) {
      try (GitComparison comparison =
          GitComparison.open(inside, given, BaseRevision.branchedOff("main"))) {
        assertThat(paths(comparison, Side.HEAD))
            .containsExactly("../../top.yaml", "../g.yaml", "f.yaml");
      }
    }
    try (GitComparison comparison =
        GitComparison.open(
            temporary, List.of("work/d", "work/top.yaml"), BaseRevision.branchedOff("main"))) {
      assertThat(paths(comparison, Side.BASE))
          .containsExactly("work/d/e/f.yaml", "work/d/g.yaml", "work/top.yaml");
    }
  }

  @Test
  void aFileThatIsNamedIsTakenWhateverItIsCalled() throws Exception {
    work.write("e.txt", "").write("out/a.yaml", "").write(".gitignore", "out/\n").commit("one");
    try (GitComparison comparison = work.compare("main", "e.txt", "out/a.yaml")) {
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).files())
          .hasSize(2)
          .allMatch(GitFile::named);
    }
  }

  @Test
  void aPathThatTheBaseDoesNotHaveIsNew() throws Exception {
    work.write("a/x.yaml", "").commit("one");
    work.write("b/y.yaml", "").write("c.yaml", "").commit("two");
    try (GitComparison comparison = work.compare("HEAD~1", "b", "c.yaml", "a")) {
      GitFiles before = comparison.files(Side.BASE, Scratch.SEARCH);
      assertThat(before.absent()).containsExactly("b", "c.yaml");
      assertThat(paths(comparison, Side.BASE)).containsExactly("a/x.yaml");
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).absent()).isEmpty();
      assertThat(paths(comparison, Side.HEAD)).containsExactly("a/x.yaml", "b/y.yaml", "c.yaml");
    }
  }

  @Test
  void aPathThatOnlyTheBaseHasNeedNotBeOnDisk() throws Exception {
    work.write("a/deep/x.yaml", "").write("y.yaml", "").commit("one");
    work.git("rm", "-r", "--quiet", "a");
    work.commit("two");
    try (GitComparison comparison = work.compare("HEAD~1", "a/deep")) {
      assertThat(paths(comparison, Side.BASE)).containsExactly("a/deep/x.yaml");
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).files()).isEmpty();
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).absent()).containsExactly("a/deep");
    }
  }

  @Test
  void aPathThatNeitherHasIsAProblem() throws Exception {
    work.write("a.yaml", "").commit("one");
    work.write("new/b.yaml", "");
    assertThat(work.problem("main", "a.yaml", "new"))
        .isEqualTo(
            "\"new\" is neither in HEAD nor in the base; check the spelling, or commit it first");
    assertThat(work.problem("main", "a.yaml/x")).contains("neither in HEAD");
    assertThat(work.problem("main", ".git")).contains("neither in HEAD");
  }

  @Test
  void pathsHaveToBeInOneRepository() throws Exception {
    work.write("a.yaml", "").commit("one");
    Scratch other = Scratch.in(temporary.resolve("other"));
    other.write("b.yaml", "").commit("one");
    Files.createDirectory(temporary.resolve("none"));
    assertThat(work.problem("main", ".", "../other/b.yaml"))
        .isEqualTo(
            "\".\" and \"../other/b.yaml\" are in different git repositories; compare each in its own run");
    assertThat(work.problem("main", "../none"))
        .isEqualTo(
            "\"../none\" is not in a git repository; name a path in one, or compare folders with"
                + " --base-path");
    assertThat(work.problem("main", "-"))
        .isEqualTo(
            "\"-\" is standard input, which has no base; name files or folders of a git"
                + " repository");
    assertThat(work.problem("main", "nul\0byte")).contains("not a valid path; check the spelling");
    assertThat(work.problem("main")).contains("name a folder of a git repository");
  }

  @Test
  void aRepositoryInsideAnotherIsAnother() throws Exception {
    work.write("a.yaml", "").commit("one");
    Scratch inner = Scratch.in(work.path("inner"));
    String commit = inner.write("b.yaml", "").commit("inner");
    try (GitComparison comparison = work.compare("main", "inner")) {
      assertThat(comparison.commit(Side.HEAD)).isEqualTo(commit);
      assertThat(paths(comparison, Side.HEAD)).containsExactly("inner/b.yaml");
    }
  }

  @Test
  void linksOnTheWayToARepositoryAreFollowed() throws Exception {
    work.write("d/a.yaml", "").link("in.yaml", "d/a.yaml").commit("one");
    Files.createSymbolicLink(temporary.resolve("whole"), work.folder());
    Files.createSymbolicLink(temporary.resolve("part"), work.path("d"));
    Scratch around = Scratch.in(temporary);
    around.write("outer.yaml", "").git("add", "outer.yaml");
    around.git("commit", "--quiet", "--message", "around");
    try (GitComparison comparison =
        GitComparison.open(
            temporary.toRealPath(),
            List.of("whole", "part", "whole/in.yaml"),
            BaseRevision.branchedOff("main"))) {
      assertThat(comparison.root()).isEqualTo(work.folder());
      assertThat(paths(comparison, Side.HEAD)).containsExactly("whole/d/a.yaml");
    }
  }

  @Test
  void aRepositoryWithoutCommitsIsAProblem() {
    assertThat(work.problem("main", "."))
        .isEqualTo(
            "the repository has no commit yet, so there is nothing to compare; commit first");
  }

  @Test
  void theBaseItselfIsTakenWhereTheUserSaysSo() throws Exception {
    work.write("a.yaml", "1").commit("one");
    work.git("branch", "change");
    String main = work.write("a.yaml", "2").commit("two");
    work.git("switch", "--quiet", "change");
    work.write("b.yaml", "").commit("three");
    try (GitComparison exact = work.compareExactly("main", ".");
        GitComparison branched = work.compare("main", ".")) {
      assertThat(exact.commit(Side.BASE)).isEqualTo(main);
      assertThat(text(exact, Side.BASE, "a.yaml")).isEqualTo("2");
      assertThat(text(branched, Side.BASE, "a.yaml")).isEqualTo("1");
    }
  }

  @Test
  void theLimitIsTheLargestSizeThatIsRead() throws Exception {
    work.write("a.yaml", "12345").commit("one");
    try (GitComparison comparison = work.compare("main", ".")) {
      GitFile file = comparison.files(Side.HEAD, Scratch.SEARCH).files().getFirst();
      assertThat(comparison.read(file, new FileBytes(5, InputStream.nullInputStream()))).hasSize(5);
      assertThatThrownBy(
              () -> comparison.read(file, new FileBytes(4, InputStream.nullInputStream())))
          .isInstanceOf(FileBytes.TooLargeException.class);
    }
  }

  @Test
  void aFileOfTheBaseIsReadByItsPlaceInTheRepository() throws Exception {
    work.write(".netlog.yaml", "old")
        .write("d/x.yaml", "x")
        .link("linked", "d/x.yaml")
        .link("out", "../else")
        .commit("one");
    work.write(".netlog.yaml", "new").commit("two");
    try (GitComparison comparison = work.compare("HEAD~1", "d")) {
      assertThat(comparison.fileAt(Side.BASE, ".netlog.yaml", LIMIT)).asString().isEqualTo("old");
      assertThat(comparison.fileAt(Side.BASE, "linked", LIMIT)).asString().isEqualTo("x");
      for (String none : List.of("absent", "d", "d/x.yaml/y", "out", "../work/.netlog.yaml")) {
        assertThat(comparison.fileAt(Side.BASE, none, LIMIT)).as(none).isNull();
      }
      assertThatThrownBy(
              () ->
                  comparison.fileAt(
                      Side.BASE, ".netlog.yaml", new FileBytes(2, InputStream.nullInputStream())))
          .isInstanceOf(ComparisonException.class)
          .hasMessageContaining("\".netlog.yaml\" of the base is larger than");
    }
  }

  @Test
  void manyThreadsMayReadAtOnce() throws Exception {
    for (int i = 0; i < 300; i++) {
      work.write("f" + i + ".yaml", ("line " + i + "\n").repeat(50));
    }
    work.commit("one");
    work.git("gc", "--quiet");
    try (GitComparison comparison = work.compare("main", ".")) {
      List<GitFile> files = comparison.files(Side.HEAD, Scratch.SEARCH).files();
      List<String> texts =
          IntStream.range(0, 2000)
              .parallel()
              .mapToObj(i -> firstLine(comparison, files.get(i % files.size())))
              .toList();
      for (int i = 0; i < texts.size(); i++) {
        String name = files.get(i % files.size()).path();
        assertThat(texts.get(i)).isEqualTo("line " + name.substring(1, name.length() - 5));
      }
      assertThat(files).hasSize(300);
    }
  }

  private static String firstLine(GitComparison comparison, GitFile file) {
    try {
      String text = new String(comparison.read(file, LIMIT), StandardCharsets.UTF_8);
      return text.substring(0, text.indexOf('\n'));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
