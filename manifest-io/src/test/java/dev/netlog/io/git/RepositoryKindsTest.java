package dev.netlog.io.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netlog.io.files.FileBytes;
import dev.netlog.io.files.NotUnderstood;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ways in which git keeps repositories.
final class RepositoryKindsTest {
  private static final FileBytes LIMIT = new FileBytes(1 << 20, InputStream.nullInputStream());

  @TempDir Path temporary;
  private Scratch work;
  private String first = "";

  @BeforeEach
  void withTwoCommits() throws IOException {
    work = Scratch.in(temporary.resolve("work"));
    first = work.write("a.yaml", "one\n").write("d/b.yaml", "same\n").commit("one");
    work.git("tag", "old");
    work.write("a.yaml", "two\n").commit("two");
  }

  private static void assertReadable(Scratch work) throws Exception {
    try (GitComparison comparison = work.compare("old", ".")) {
      assertThat(text(comparison, Side.BASE)).containsExactly("a.yaml one", "d/b.yaml same");
      assertThat(text(comparison, Side.HEAD)).containsExactly("a.yaml two", "d/b.yaml same");
    }
  }

  private static List<String> text(GitComparison comparison, Side side) throws Exception {
    List<String> lines = new ArrayList<>();
    for (GitFile file : comparison.files(side, Scratch.SEARCH).files()) {
      lines.add(
          file.path()
              + " "
              + new String(comparison.read(file, LIMIT), StandardCharsets.UTF_8).strip());
    }
    return lines;
  }

  @Test
  void looseObjectsAreRead() throws Exception {
    assertReadable(work);
  }

  @Test
  void packedObjectsAndNamesAreRead() throws Exception {
    for (int i = 0; i < 12; i++) {
      work.write("d/b" + i + ".txt", "almost the same\n".repeat(100) + i).commit("more");
    }
    work.git("pack-refs", "--all");
    work.git("repack", "-a", "-d", "-f", "--depth=50", "--window=50", "--quiet");
    work.git("prune-packed", "--quiet");
    work.git("commit-graph", "write", "--reachable");
    assertThat(work.path(".git/refs/tags/old")).doesNotExist();
    assertThat(work.path(".git/objects/" + first.substring(0, 2))).doesNotExist();
    assertReadable(work);
  }

  @Test
  void afterAFullCollectionEverythingIsStillThere() throws Exception {
    work.git("gc", "--quiet", "--aggressive");
    assertReadable(work);
  }

  @Test
  void aFurtherWorkTreeHasItsOwnHead() throws Exception {
    work.git("worktree", "add", "--quiet", "../second", "-b", "second", "old");
    Scratch second = Scratch.at(temporary.resolve("second"));
    String head = second.write("a.yaml", "three\n").commit("three");
    try (GitComparison comparison = second.compare("main", ".")) {
      assertThat(comparison.root()).isEqualTo(second.folder());
      assertThat(comparison.commit(Side.HEAD)).isEqualTo(head);
      assertThat(comparison.commit(Side.BASE)).isEqualTo(first);
      assertThat(text(comparison, Side.HEAD)).containsExactly("a.yaml three", "d/b.yaml same");
    }
    try (GitComparison comparison =
        GitComparison.open(second.path("d"), List.of(".."), BaseRevision.exactly("HEAD~1"))) {
      assertThat(text(comparison, Side.BASE)).containsExactly("../a.yaml one", "b.yaml same");
    }
  }

  @Test
  void aWorkTreeWhoseRepositoryIsGoneIsAProblem() throws Exception {
    work.git("worktree", "add", "--quiet", "../second", "-b", "second");
    Scratch second = Scratch.at(temporary.resolve("second"));
    for (String text : List.of("gitdir: /nowhere", "gitdir: ", "", "nonsense", "gitdir: ../none")) {
      Files.writeString(second.path(".git"), text);
      assertThat(second.problem("old", "."))
          .as(text)
          .isEqualTo(
              "\""
                  + second.path(".git")
                  + "\" names no git repository; run git worktree repair, or clone again");
    }
  }

  @Test
  void aSubmoduleIsCountedFromOutsideAndComparedFromInside() throws Exception {
    Scratch library = Scratch.in(temporary.resolve("library"));
    library.write("lib.yaml", "1\n").commit("one");
    work.git("submodule", "--quiet", "add", library.folder().toString(), "sub/library");
    work.write("e.yaml", "").commit("with a submodule");
    try (GitComparison comparison = work.compare("old", ".")) {
      GitFiles files = comparison.files(Side.HEAD, Scratch.SEARCH);
      assertThat(files.files().stream().map(GitFile::path))
          .containsExactly("a.yaml", "d/b.yaml", "e.yaml");
      assertThat(files.skipped())
          .containsExactly(
              new NotUnderstood(
                  "sub/library",
                  1,
                  "unreadable",
                  "a submodule is not compared; run the comparison inside it"));
      assertThat(comparison.files(Side.BASE, Scratch.SEARCH).skipped()).isEmpty();
    }
    try (GitComparison inside = work.compare("HEAD", "sub/library")) {
      assertThat(inside.root()).isEqualTo(work.path("sub/library"));
      assertThat(text(inside, Side.HEAD)).containsExactly("sub/library/lib.yaml 1");
    }
    work.write(".netlogignore", "library/\n").commit("ignored");
    try (GitComparison comparison = work.compare("HEAD", ".")) {
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).skipped()).isEmpty();
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).ignored()).isEqualTo(1);
    }
  }

  @Test
  void aSubmoduleThatIsNotThereIsCountedWhereItIsNamed() throws Exception {
    work.git("update-index", "--add", "--cacheinfo", "160000," + first + ",sub");
    work.git("commit", "--quiet", "--message", "a link to a commit");
    Files.createDirectories(work.path("sub"));
    try (GitComparison comparison = work.compare("old", "sub")) {
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).files()).isEmpty();
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).skipped())
          .extracting(NotUnderstood::path)
          .containsExactly("sub");
      assertThat(comparison.files(Side.BASE, Scratch.SEARCH).absent()).containsExactly("sub");
    }
    assertThat(work.problem("old", "sub/x.yaml")).contains("neither in HEAD nor in the base");
  }

  @Test
  void objectsThatAnotherRepositoryHoldsAreRead() throws Exception {
    work.git("clone", "--quiet", "--shared", work.folder().toString(), "../shared");
    Scratch shared = Scratch.at(temporary.resolve("shared"));
    assertThat(shared.path(".git/objects/info/alternates")).exists();
    assertReadable(shared);
  }

  @Test
  void otherObjectNamesAreAProblem() throws Exception {
    Scratch other = Scratch.in(temporary.resolve("other"), "--object-format=sha256");
    other.write("a.yaml", "").commit("one");
    assertThat(other.problem("main", "."))
        .isEqualTo(
            "the git repository at \""
                + other.folder()
                + "\" names its objects by \"sha256\", and only sha1 can be read; check both commits"
                + " out, and use --base-path");
  }

  private Scratch partialClone(String filter) throws IOException {
    work.git("config", "uploadpack.allowFilter", "true");
    work.git("config", "uploadpack.allowAnySHA1InWant", "true");
    String from = work.folder().toUri().toString();
    work.git("clone", "--quiet", "--filter=" + filter, from, "../clone");
    return Scratch.at(temporary.resolve("clone"));
  }

  @Test
  void aCloneThatLacksContentsIsAProblemWithTheCommandThatFetchesThem() throws Exception {
    Scratch clone = partialClone("blob:none");
    try (GitComparison comparison = clone.compare("old", ".")) {
      assertThat(comparison.files(Side.HEAD, Scratch.SEARCH).files()).hasSize(2);
      assertThatThrownBy(() -> comparison.files(Side.BASE, Scratch.SEARCH))
          .isInstanceOf(ComparisonException.class)
          .hasMessage(
              "\"a.yaml\" of the base is not in this clone, which was made with a filter; run git"
                  + " fetch --refetch --no-filter origin");
    }
    clone.git("fetch", "--quiet", "--refetch", "--no-filter", "origin");
    assertReadable(clone);
  }

  @Test
  void aCloneThatLacksFoldersIsAProblem() throws Exception {
    work.write("d/b.yaml", "changed\n").commit("three");
    Scratch clone = partialClone("tree:0");
    assertThat(clone.problem("old", "d"))
        .isEqualTo(
            "\"d\" of the base is not in this clone, which was made with a filter; run git fetch"
                + " --refetch --no-filter origin");
    try (GitComparison comparison = clone.compare("old", ".")) {
      assertThatThrownBy(() -> comparison.files(Side.BASE, Scratch.SEARCH))
          .hasMessageStartingWith("\".\" of the base is not in this clone");
    }
    clone.git("fetch", "--quiet", "--refetch", "--no-filter", "origin");
    try (GitComparison comparison = clone.compare("old", ".")) {
      assertThat(text(comparison, Side.BASE)).containsExactly("a.yaml one", "d/b.yaml same");
    }
  }

  @Test
  void contentsThatAreLostAreAProblem() throws Exception {
    String blob = work.git("rev-parse", "old:a.yaml");
    Files.delete(work.path(".git/objects/" + blob.substring(0, 2) + "/" + blob.substring(2)));
    try (GitComparison comparison = work.compare("old", ".")) {
      assertThatThrownBy(() -> comparison.files(Side.BASE, Scratch.SEARCH))
          .hasMessage("\"a.yaml\" of the base is missing in this repository; run git fsck");
    }
  }

  @Test
  void aPointerOfLargeFileStorageIsText() throws Exception {
    String pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n";
    work.write(".gitattributes", "*.yaml filter=lfs\n");
    work.git("-c", "filter.lfs.clean=cat", "add", ".gitattributes");
    String blob =
        work.git(pointer.getBytes(StandardCharsets.UTF_8), "hash-object", "-w", "--stdin");
    work.git("update-index", "--add", "--cacheinfo", "100644," + blob + ",a.yaml");
    work.git("commit", "--quiet", "--message", "a pointer");
    try (GitComparison comparison = work.compare("old", "a.yaml")) {
      assertThat(text(comparison, Side.HEAD)).containsExactly("a.yaml " + pointer.strip());
    }
  }
}
