package dev.netlog.io.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.netlog.io.files.FileFinder;
import dev.netlog.io.files.FoundFiles;
import dev.netlog.io.files.InputFile;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.files.Reasons;
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
final class CommitFinderTest {
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
        GitFiles tree = comparison.files(side, Scratch.SEARCH);
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
    work.write(".netlogignore", "b.yaml\nout/\n*.yaml\n!a.yaml\n!sub/**\n/x/y\n");
    work.write("sub/.netlogignore", "d.yaml\ndeep/\n!keep.yaml\n");
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
    work.link(".netlogignore", "rules").link("d/.netlogignore", "../none").commit("one");
    assertSame(work.folder(), ".");
  }

  @Test
  void ignoreFilesOfALinkMeanTheRealPlaceOfItsTarget() throws Exception {
    work.write("z/b/c.yaml", "").write("z/d.yaml", "").write("z/e.yaml", "").link("a/l", "../z");
    work.write("a/.netlogignore", "/z/b\n/l/e.yaml\nd.yaml\n").commit("one");
    assertSame(work.folder(), ".");
    try (GitComparison comparison = work.compare("HEAD", ".")) {
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).files())
          .extracting(GitFile::path)
          .containsExactly("a/l/b/c.yaml", "a/l/e.yaml");
    }
  }

  @Test
  void aPathIsLeftOutOnlyWhereBothCommitsSaySo() throws Exception {
    for (String name : List.of("a.yaml", "b.yaml", "c.yaml", "d/e.yaml", "d/f/g.yaml")) {
      work.write(name, "");
    }
    work.write(".netlogignore", "a.yaml\nc.yaml\nf/\n").commit("one");
    work.write(".netlogignore", "b.yaml\nc.yaml\nd/\n").commit("two");
    Files.delete(work.path(".netlogignore"));
    try (GitComparison comparison = work.compare("HEAD~1", ".")) {
      for (Side side : Side.values()) {
        GitFiles files = comparison.files(side, Scratch.SEARCH);
        assertThat(files.files())
            .extracting(GitFile::path)
            .containsExactly("a.yaml", "b.yaml", "d/e.yaml");
        assertThat(files.ignored()).isEqualTo(2);
      }
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).newlyIgnored())
          .containsExactly("b.yaml", "d");
    }
  }

  @Test
  void aGitignoreSaysNothingOfACommit() throws Exception {
    work.write("a.yaml", "").write(".gitignore", "*.yaml\n").commit("one");
    try (GitComparison comparison = work.compare("HEAD", ".")) {
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).files()).hasSize(1);
    }
  }

  @Test
  void whatAKustomizationNamesIsFoundWhateverItsEnding() throws Exception {
    String names =
        """
        one.txt
        ../x.tmpl
        ../../outside.txt
        /etc/passwd
        https://example.org/a
        gone.txt
        folder
        loop.txt
        away.txt
        deep/../link.txt
        ignored.txt
        plain.yaml
        \0
        """;
    for (String name : List.of("one.txt", "not.txt", "ignored.txt", "plain.yaml", "folder/y.txt")) {
      work.write("in/k/" + name, "");
    }
    work.write("in/k/kustomization.yaml", names).write("in/x.tmpl", "").write("outside.txt", "");
    work.write("in/k/deep/Kustomization", "b.cfg\n").write("in/k/deep/b.cfg", "");
    work.write("in/k/deep/kustomization.yml", "../../../outside.txt\n");
    work.write("in/.netlogignore", "ignored.txt\n");
    work.link("in/k/loop.txt", "loop.txt").link("in/k/away.txt", "../../outside.txt");
    work.link("in/k/link.txt", "not.txt");
    work.commit("one");
    FoundFiles disk = FileFinder.find(work.folder(), List.of("in"), Scratch.SEARCH, _ -> {});
    assertThat(disk.files())
        .extracting(InputFile::path)
        .containsExactly(
            "in/k/deep/Kustomization",
            "in/k/deep/b.cfg",
            "in/k/deep/kustomization.yml",
            "in/k/kustomization.yaml",
            "in/k/link.txt",
            "in/k/one.txt",
            "in/k/plain.yaml",
            "in/x.tmpl");
    try (GitComparison comparison = work.compare("HEAD", "in")) {
      GitFiles tree = comparison.files(Side.HEAD, Scratch.SEARCH);
      assertThat(tree.files())
          .extracting(GitFile::path)
          .containsExactlyElementsOf(disk.files().stream().map(InputFile::path).toList());
      assertThat(tree.ignored()).isEqualTo(disk.ignored()).isEqualTo(1);
      assertThat(tree.skipped()).containsExactlyElementsOf(disk.skipped());
      assertThat(tree.skipped())
          .extracting(NotUnderstood::path)
          .containsExactly("in/k/loop.txt", "in/k/away.txt");
    }
  }

  @Test
  void aKustomizationThatIsALinkNamesFilesBesideTheLink() throws Exception {
    work.write("in/common/names.yaml", "one.txt\n").write("in/common/one.txt", "");
    work.write("in/k/one.txt", "").link("in/k/kustomization.yaml", "../common/names.yaml");
    work.write("in/.netlogignore", "names.yaml\n").commit("one");
    List<String> expected = List.of("in/k/kustomization.yaml", "in/k/one.txt");
    assertThat(FileFinder.find(work.folder(), List.of("in"), Scratch.SEARCH, _ -> {}).files())
        .extracting(InputFile::path)
        .containsExactlyElementsOf(expected);
    try (GitComparison comparison = work.compare("HEAD", "in")) {
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).files())
          .extracting(GitFile::path)
          .containsExactlyElementsOf(expected);
    }
  }

  @Test
  void aSubmoduleOfAWorkTreeIsCounted() throws Exception {
    work.write("a.yaml", "").write("sub/b.yaml", "").write("sub/.git", "gitdir: ../.git/modules/s");
    FoundFiles disk = FileFinder.find(work.folder(), List.of("."));
    assertThat(disk.files()).extracting(InputFile::path).containsExactly("a.yaml");
    assertThat(disk.skipped())
        .extracting(NotUnderstood::path, NotUnderstood::reason)
        .containsExactly(tuple("sub", "unreadable"));
    assertThat(FileFinder.find(work.folder(), List.of("sub")).files()).hasSize(1);
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
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).skipped())
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
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).files()).hasSize(1);
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).skipped())
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
        assertThat(comparison.files(side, Scratch.SEARCH).files())
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
            work.write(
                folder + ".netlogignore", rule + "\n" + names.get(random.nextInt(names.size())));
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
