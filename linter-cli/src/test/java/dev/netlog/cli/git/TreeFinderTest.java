package dev.netlog.cli.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.input.FileFinder;
import dev.netlog.cli.input.FoundFiles;
import dev.netlog.cli.input.InputFile;
import dev.netlog.cli.input.Reasons;
import dev.netlog.cli.report.Summary.NotUnderstood;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A commit is read as a checkout of it is: the judge is [FileFinder].
final class TreeFinderTest {
  @TempDir Path temporary;
  private Scratch work;

  @BeforeEach
  void inARepository() throws IOException {
    work = Scratch.in(temporary.resolve("work"));
  }

  private void assertSame(Path workingDirectory, String... paths) throws Exception {
    FoundFiles disk = FileFinder.find(workingDirectory.toRealPath(), List.of(paths));
    try (GitComparison comparison =
        GitComparison.open(
            workingDirectory.toRealPath(), List.of(paths), BaseRevision.branchedOff("HEAD"))) {
      for (Side side : Side.values()) {
        GitFiles tree = comparison.files(side);
        assertThat(tree.files().stream().map(file -> file.path() + " " + file.named()))
            .containsExactlyElementsOf(
                disk.files().stream().map(file -> file.path() + " " + file.named()).toList());
        assertThat(tree.skipped()).containsExactlyInAnyOrderElementsOf(disk.skipped());
        assertThat(tree.ignored()).isEqualTo(disk.ignored());
        assertThat(tree.absent()).isEmpty();
      }
    }
  }

  @Test
  void filesAreKnownByTheirSuffix() throws Exception {
    for (String name :
        List.of("a.yaml", "b.yml", "c.json", "d.YAML", "e.txt", "yaml", "g/h.yaml")) {
      work.write(name, "");
    }
    work.write(".hidden.yaml", "").write(".dir/i.yaml", "").write("x.yaml/y.txt", "").commit("one");
    assertSame(work.folder(), ".");
    assertSame(work.folder(), "g", "e.txt", "a.yaml", "./a.yaml", ".");
    assertSame(work.path("g"), "..", "h.yaml");
    assertSame(temporary, "work", "work/g");
  }

  @Test
  void ignoreFilesLeaveOutAndTakeBackIn() throws Exception {
    for (String name : List.of("a.yaml", "b.yaml", "out/c.yaml", "sub/d.yaml", "x/y/f.yaml")) {
      work.write(name, "");
    }
    work.write("sub/deep/e.yaml", "").write("sub/keep.yaml", "");
    work.write(".gitignore", "b.yaml\nout/\n*.yaml\n!a.yaml\n!sub/**\n/x/y\n");
    work.write("sub/.gitignore", "d.yaml\n");
    work.write("sub/.netlogignore", "deep/\n!keep.yaml\n");
    work.commit("one");
    assertSame(work.folder(), ".");
    for (String path : List.of("out", "out/c.yaml", "sub", "sub/deep", "x", "x/y", "b.yaml")) {
      assertSame(work.folder(), path);
    }
    assertSame(work.folder(), "sub/deep", "sub", ".");
  }

  @Test
  void ignoreFilesThatAreLinksAreRead() throws Exception {
    work.write("rules", "a.yaml\n").write("a.yaml", "").write("b.yaml", "").write("d/a.yaml", "");
    work.link(".netlogignore", "rules").link("d/.gitignore", "../none").commit("one");
    assertSame(work.folder(), ".");
  }

  @Test
  void ignoreFilesOfALinkMeanTheRealPlaceOfItsTarget() throws Exception {
    work.write("z/b/c.yaml", "").write("z/d.yaml", "").write("z/e.yaml", "").link("a/l", "../z");
    work.write("a/.netlogignore", "/z/b\n/l/e.yaml\nd.yaml\n").commit("one");
    assertSame(work.folder(), ".");
    try (GitComparison comparison = work.compare("HEAD", ".")) {
      assertThat(comparison.files(Side.HEAD).files())
          .extracting(GitFile::path)
          .containsExactly("a/l/b/c.yaml", "a/l/e.yaml");
    }
  }

  @Test
  void eachCommitIsReadByItsOwnIgnoreFiles() throws Exception {
    work.write("a.yaml", "").write("b.yaml", "").write(".netlogignore", "a.yaml\n").commit("one");
    work.write(".netlogignore", "b.yaml\n").commit("two");
    Files.delete(work.path(".netlogignore"));
    try (GitComparison comparison = work.compare("HEAD~1", ".")) {
      assertThat(comparison.files(Side.BASE).files().getFirst().path()).isEqualTo("b.yaml");
      assertThat(comparison.files(Side.HEAD).files().getFirst().path()).isEqualTo("a.yaml");
      assertThat(comparison.files(Side.HEAD).ignored()).isEqualTo(1);
    }
  }

  @Test
  void linksAreFollowedInsideTheNamedFolder() throws Exception {
    work.write("in/real/a.yaml", "").write("outside/b.yaml", "").write("in/.netlogignore", "no*\n");
    work.link("in/z.yaml", "real/a.yaml").link("in/also", "real").link("in/here", ".");
    work.link("in/b.yaml", "../outside/b.yaml").link("in/dir", "../outside");
    work.link("in/other.txt", "../outside/b.yaml").link("in/real/up", "..");
    work.link("in/self.yaml", "self.yaml").link("in/p.yaml", "q.yaml").link("in/q.yaml", "p.yaml");
    work.link("in/gone.yaml", "nowhere").link("in/gone", "nowhere").link("in/not.yaml", "nowhere");
    work.link("in/through.yaml", "also/a.yaml").link("in/file.yaml", "z.yaml/x");
    work.link("in/slash.yaml", "real/a.yaml/").link("in/dots.yaml", "./real/.././real//a.yaml");
    Path outside = Files.writeString(temporary.resolve("outside.yaml"), "");
    work.link("in/away.yaml", outside.toString()).link("in/escape.yaml", "../../outside.yaml");
    work.link("in/absolute.yaml", work.path("in/real/a.yaml").toString());
    work.link("in/folder.yaml", "real");
    work.commit("one");
    for (String path : List.of(".", "in", "in/real", "in/also", "in/z.yaml", "in/folder.yaml")) {
      assertSame(work.folder(), path);
    }
    assertSame(work.path("in"), ".", "dir", "b.yaml", "here");
    try (GitComparison comparison = work.compare("HEAD", "in")) {
      assertThat(comparison.files(Side.HEAD).skipped())
          .filteredOn(entry -> entry.message().equals(Reasons.LINK_BACK))
          .extracting(NotUnderstood::path)
          .containsExactly("in/also/up", "in/here");
    }
  }

  @Test
  void aNamedLinkThatLeadsOutOfTheRepositoryIsCounted() throws Exception {
    Files.writeString(temporary.resolve("x.yaml"), "");
    work.link("x.yaml", "../x.yaml").link("loop.yaml", "loop.yaml").write("a.yaml", "");
    work.commit("one");
    try (GitComparison comparison = work.compare("HEAD", "x.yaml", "loop.yaml", "a.yaml")) {
      assertThat(comparison.files(Side.HEAD).files()).hasSize(1);
      assertThat(comparison.files(Side.HEAD).skipped())
          .extracting(entry -> entry.path() + ": " + entry.message())
          .containsExactly(
              "x.yaml: the link leads out of the repository, which holds no history of its target;"
                  + " name the target",
              "loop.yaml: the link leads nowhere: symbolic links form a loop; remove one of them");
    }
  }

  @Test
  void whatIsALinkInOneCommitAndAFolderInTheOtherIsBoth() throws Exception {
    work.write("old/a.yaml", "").commit("one");
    work.git("mv", "old", "new");
    work.link("old", "new").commit("two");
    try (GitComparison comparison = work.compare("HEAD~1", "old")) {
      for (Side side : Side.values()) {
        assertThat(comparison.files(side).files())
            .extracting(GitFile::path)
            .containsExactly("old/a.yaml");
      }
    }
  }

  @Test
  void namesMayHoldAnything() throws Exception {
    for (String name :
        List.of("a b", "é😀", "::error::x", "new\nline", "-", "--help", "[x]", "\u001b")) {
      work.write(name + ".yaml", "");
    }
    work.commit("one");
    assertSame(work.folder(), ".");
    assertSame(work.folder(), "é😀.yaml", "new\nline.yaml", "./-.yaml");
  }

  @Test
  void anyTreeIsFoundLikeItsCheckout() throws Exception {
    Random random = new Random(11);
    int files = 0;
    int skipped = 0;
    int ignored = 0;
    List<String> rounds = IntStream.range(0, 50).mapToObj(i -> "r" + i + "/").toList();
    // Deep in the repository, so that no link leads out of it: what is there a commit cannot know.
    String deep = "p/".repeat(12);
    for (String round : rounds) {
      grow(round + deep, random);
    }
    work.commit("one");
    for (String round : rounds) {
      Path folder = work.path(round + deep);
      assertSame(folder, ".");
      FoundFiles found = FileFinder.find(folder, List.of("."));
      files += found.files().size();
      skipped += found.skipped().size();
      ignored += found.ignored();
      for (InputFile file : found.files().stream().limit(2).toList()) {
        assertSame(file.file().resolveSibling(""), "..", ".");
      }
    }
    assertThat(Stream.of(files, skipped, ignored)).allMatch(count -> count > 40);
  }

  private void grow(String deep, Random random) throws IOException {
    List<String> names = List.of("a", "b", "c.yaml", "d.yaml");
    for (int i = 0; i < 35; i++) {
      String folder = deep + folder(random, names);
      String name = folder + names.get(random.nextInt(names.size()));
      try {
        switch (random.nextInt(5)) {
          case 0, 1 -> work.write(name, "" + i);
          case 2 -> work.link(name, folder(random, List.of("a", "b", "..")) + "c.yaml");
          case 3 -> work.link(name, folder(random, List.of("a", "b", "..")) + ".");
          default -> {
            String rule = (random.nextBoolean() ? "!" : "") + folder(random, names);
            String file = random.nextBoolean() ? ".gitignore" : ".netlogignore";
            work.write(folder + file, rule + "\n" + names.get(random.nextInt(names.size())));
          }
        }
      } catch (FileSystemException e) {
        // Something else is there already, or a loop is on the way.
        assertThat(e).hasMessageContaining(work.folder().toString());
      }
    }
    work.write(deep + "z.yaml", "");
  }

  private static String folder(Random random, List<String> names) {
    StringBuilder folder = new StringBuilder();
    for (int depth = random.nextInt(4); depth > 0; depth--) {
      folder.append(names.get(random.nextInt(Math.min(3, names.size())))).append('/');
    }
    return folder.toString();
  }
}
