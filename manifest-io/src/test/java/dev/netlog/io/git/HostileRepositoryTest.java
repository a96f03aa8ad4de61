package dev.netlog.io.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netlog.io.files.FileBytes;
import dev.netlog.io.files.NotUnderstood;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Repositories that no honest git has made.
final class HostileRepositoryTest {
  private static final FileBytes LIMIT = new FileBytes(1 << 20, InputStream.nullInputStream());

  @TempDir Path temporary;
  private Scratch work;
  private String blob = "";

  @BeforeEach
  void withOneFile() throws IOException {
    work = Scratch.in(temporary.resolve("work"));
    work.write("a.yaml", "a: 1\n").commit("one");
    blob = work.git("rev-parse", "HEAD:a.yaml");
  }

  /// The bytes of an entry of a tree.
  private static byte[] entry(String mode, byte[] name, String id) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes((mode + " ").getBytes(StandardCharsets.US_ASCII));
    bytes.writeBytes(name);
    bytes.write(0);
    bytes.writeBytes(HexFormat.of().parseHex(id));
    return bytes.toByteArray();
  }

  private static byte[] entry(String mode, String name, String id) {
    return entry(mode, name.getBytes(StandardCharsets.UTF_8), id);
  }

  private String tree(byte[]... entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte[] entry : entries) {
      bytes.writeBytes(entry);
    }
    return work.git(
        bytes.toByteArray(), "hash-object", "-t", "tree", "-w", "--literally", "--stdin");
  }

  /// What is found where HEAD is a commit of that tree.
  private GitFiles found(String tree) throws Exception {
    return found(tree, ".");
  }

  private GitFiles found(String tree, String path) throws Exception {
    work.git("update-ref", "HEAD", work.git("commit-tree", "-m", "hostile", tree));
    try (GitComparison comparison = work.compare("HEAD", path)) {
      GitFiles files = comparison.files(Side.HEAD, Scratch.SEARCH);
      for (GitFile file : files.files()) {
        comparison.read(file, LIMIT);
      }
      return files;
    }
  }

  private static List<String> paths(GitFiles files) {
    return files.files().stream().map(GitFile::path).toList();
  }

  @Test
  void namesThatNoFileCanHaveAreCounted() throws Exception {
    String inner = tree(entry("100644", "a.yaml", blob), entry("100644", "x/y.yaml", blob));
    GitFiles files =
        found(
            tree(
                entry("40000", "..", inner),
                entry("40000", ".", inner),
                entry("40000", "", inner),
                entry("40000", ".git", inner),
                entry("40000", "d", inner),
                entry("100644", "same.yaml", blob),
                entry("100644", "same.yaml", blob)));
    assertThat(paths(files)).containsExactly("d/a.yaml", "same.yaml");
    assertThat(files.skipped())
        .extracting(entry -> entry.path() + ": " + entry.message())
        .containsExactly(
            ".: no file can have the name \"..\" here; see git fsck",
            ".: no file can have the name \".\" here; see git fsck",
            ".: no file can have the name \"\" here; see git fsck",
            ".: no file can have the name \"same.yaml\" here; see git fsck",
            "d: no file can have the name \"x/y.yaml\" here; see git fsck");
  }

  @Test
  void namesThatAreNotUtf8AreHeldApart() throws Exception {
    byte[] one = {(byte) 0xff, '.', 'y', 'a', 'm', 'l'};
    byte[] two = {(byte) 0xfe, '.', 'y', 'a', 'm', 'l'};
    String other =
        work.git("b: 2\n".getBytes(StandardCharsets.UTF_8), "hash-object", "-w", "--stdin");
    GitFiles files = found(tree(entry("100644", two, blob), entry("100644", one, other)));
    assertThat(paths(files)).containsExactly("\ufffd.yaml", "\ufffd.yaml");
    assertThat(files.files()).extracting(GitFile::blob).containsExactlyInAnyOrder(blob, other);
    assertThat(files.skipped()).isEmpty();
  }

  @Test
  void lineBreaksInNamesStayInNames() throws Exception {
    GitFiles files =
        found(
            tree(
                entry("100644", "a\n::error::b\r\u001b[2J.yaml", blob),
                entry(
                    "120000", "l\n.yaml", work.git(new byte[0], "hash-object", "-w", "--stdin"))));
    assertThat(paths(files)).containsExactly("a\n::error::b\r\u001b[2J.yaml");
    assertThat(files.skipped()).extracting(NotUnderstood::path).containsExactly("l\n.yaml");
  }

  @Test
  void aTreeOfTreesWithoutEndIsGivenUp() throws Exception {
    String tree = tree(entry("100644", "a.yaml", blob));
    for (int level = 0; level < 12; level++) {
      byte[][] entries = new byte[16][];
      for (int i = 0; i < entries.length; i++) {
        entries[i] = entry("40000", "d" + (char) ('a' + i), tree);
      }
      tree = tree(entries);
    }
    work.git("update-ref", "HEAD", work.git("commit-tree", "-m", "hostile", tree));
    BaseRevision base = BaseRevision.branchedOff("HEAD");
    try (GitComparison comparison =
        GitComparison.open(work.folder(), List.of("."), base, 100_000)) {
      assertThatThrownBy(() -> comparison.files(Side.HEAD, Scratch.SEARCH))
          .isInstanceOf(ComparisonException.class)
          .hasMessage(
              "HEAD has more than 100000 files and folders below the paths; name fewer paths");
    }
    assertThat(paths(found(tree, "da/db/dc/dd/de/df/dg/dh/di/dj/dk"))).hasSize(16);
  }

  @Test
  void foldersInFoldersWithoutEndAreCounted() throws Exception {
    StringBuilder objects = new StringBuilder("blob\nmark :1\ndata 0\ncommit refs/heads/deep\n");
    objects.append("committer c <c> 1 +0000\ndata 0\nM 644 :1 top.yaml\nM 644 :1 ");
    objects.append("d/".repeat(1500)).append("deepest.yaml\n");
    work.git(objects.toString().getBytes(StandardCharsets.UTF_8), "fast-import", "--quiet");
    GitFiles files = found(work.git("rev-parse", "deep^{tree}"));
    assertThat(paths(files)).containsExactly("top.yaml");
    assertThat(files.skipped())
        .containsExactly(
            new NotUnderstood(
                "d/".repeat(1000) + "d",
                1,
                "limit",
                "more than 1000 nested folders; name this one"));
  }

  @Test
  void linksThatLeadToEachOtherManyTimesEnd() throws Exception {
    work.write("d/x.yaml", "");
    for (int i = 0; i < 60; i++) {
      work.link("d/l" + i + ".yaml", "./".repeat(50) + "l" + (i + 1) % 60 + ".yaml");
      work.link("d/up" + i, "../d/../d/up" + (i + 7) % 60);
    }
    work.commit("links");
    GitFiles files = found("HEAD^{tree}");
    assertThat(paths(files)).containsExactly("a.yaml", "d/x.yaml");
    assertThat(files.skipped())
        .hasSize(60)
        .allMatch(entry -> entry.message().contains("symbolic links form a loop"));
  }

  @Test
  void aLinkThatIsNoPathLeadsNowhere() throws Exception {
    String huge =
        work.git("x".repeat(5000).getBytes(StandardCharsets.UTF_8), "hash-object", "-w", "--stdin");
    String zero =
        work.git("a.yaml\0b".getBytes(StandardCharsets.UTF_8), "hash-object", "-w", "--stdin");
    GitFiles files =
        found(
            tree(
                entry("100644", "a.yaml", blob),
                entry("120000", "huge.yaml", huge),
                entry("120000", "zero.yaml", zero)));
    assertThat(paths(files)).containsExactly("a.yaml");
    assertThat(files.skipped())
        .hasSize(2)
        .allMatch(entry -> entry.message().startsWith("the link leads nowhere: "));
  }

  @Test
  void treesThatAreCutOffOrNoTreesAreAProblem() throws Exception {
    byte[] whole = entry("100644", "a.yaml", blob);
    byte[] cut = Arrays.copyOf(whole, whole.length - 1);
    for (byte[] bytes :
        List.of(
            cut,
            "100644".getBytes(StandardCharsets.UTF_8),
            "100644 a.yaml".getBytes(StandardCharsets.UTF_8),
            entry("999999", "a.yaml", blob),
            entry("60000", "a.yaml", blob),
            entry("77777777777777", "a.yaml", blob))) {
      String tree = tree(bytes);
      assertThatThrownBy(() -> found(tree))
          .isInstanceOf(ComparisonException.class)
          .hasMessageStartingWith("\".\" of HEAD cannot be read (a folder's entry ")
          .hasMessageEndingWith("); run git fsck");
    }
    String inner = tree(entry("40000", "d", blob));
    assertThatThrownBy(() -> found(inner))
        .isInstanceOf(ComparisonException.class)
        .hasMessageContaining("\"d\" of HEAD cannot be read");
  }

  @Test
  void commitsThatAreNoCommitsAreAProblem() throws Exception {
    for (String text : List.of("", "nonsense", "tree x\n", "tree " + blob)) {
      String commit =
          work.git(
              text.getBytes(StandardCharsets.UTF_8),
              "hash-object",
              "-t",
              "commit",
              "-w",
              "--literally",
              "--stdin");
      assertThat(work.problem(commit, ".")).as(text).endsWith("; run git fsck");
    }
  }

  @Test
  void damagedObjectsAreAProblem() throws Exception {
    String tree = work.git("rev-parse", "HEAD^{tree}");
    Path file = work.path(".git/objects/" + tree.substring(0, 2) + "/" + tree.substring(2));
    Files.delete(file);
    Files.writeString(file, "no zip");
    try (GitComparison comparison = work.compare("HEAD", ".")) {
      assertThatThrownBy(() -> comparison.files(Side.HEAD, Scratch.SEARCH))
          .isInstanceOf(ComparisonException.class)
          .hasMessageEndingWith("; run git fsck");
    }
  }

  @Test
  void settingsThatAreNoneAreAProblem() throws Exception {
    String good = Files.readString(work.path(".git/config"));
    for (String bad :
        List.of(
            "[core",
            "[core]\n repositoryformatversion = x\n",
            "[core]\n repositoryformatversion = 9\n")) {
      Files.writeString(work.path(".git/config"), bad);
      assertThat(work.problem("HEAD", "."))
          .as(bad)
          .startsWith("the git repository at \"" + work.folder() + "\" cannot be opened (")
          .endsWith("); see what git status says there");
    }
    Files.writeString(
        work.path(".git/config"), good + "[include]\n path = config\n path = /nowhere\n");
    assertThat(work.problem("HEAD", ".")).doesNotContain("\n");
  }

  @Test
  void nothingThatARepositoryNamesIsExecuted() throws Exception {
    Path mark = temporary.resolve("executed");
    String command = "touch " + mark;
    for (String key :
        List.of(
            "core.fsmonitor",
            "core.sshCommand",
            "core.pager",
            "core.editor",
            "core.gitProxy",
            "core.alternateRefsCommand",
            "filter.x.clean",
            "filter.x.smudge",
            "filter.x.process",
            "diff.x.textconv",
            "diff.external",
            "credential.helper",
            "uploadpack.packObjectsHook",
            "alias.status")) {
      work.git("config", key, command);
    }
    work.git("config", "core.hooksPath", temporary.resolve("hooks").toString());
    for (String hook : List.of("post-checkout", "post-index-change", "reference-transaction")) {
      Path file = temporary.resolve("hooks/" + hook);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "#!/bin/sh\n" + command + "\n");
      assertThat(file.toFile().setExecutable(true)).isTrue();
    }
    Files.writeString(work.path(".gitattributes"), "* filter=x diff=x\n");
    Files.writeString(work.path(".git/info/attributes"), "* filter=x diff=x\n");
    try (GitComparison comparison = work.compare("HEAD", ".")) {
      GitFile file = comparison.files(Side.HEAD, Scratch.SEARCH).files().getFirst();
      assertThat(comparison.read(file, LIMIT)).asString().isEqualTo("a: 1\n");
    }
    assertThat(mark).doesNotExist();
  }

  @Test
  void aFolderThatLooksLikeAGitDirectoryIsAFolder() throws Exception {
    work.git("clone", "--quiet", "--bare", work.folder().toString(), "trap");
    work.write("trap/x.yaml", "").commit("with a trap");
    String head = work.git("rev-parse", "HEAD");
    try (GitComparison comparison = work.compare("HEAD", "trap")) {
      assertThat(comparison.commit(Side.HEAD)).isEqualTo(head);
      assertThat(comparison.root()).isEqualTo(work.folder());
      assertThat(paths(comparison.files(Side.HEAD, Scratch.SEARCH))).containsExactly("trap/x.yaml");
    }
  }

  @Test
  void anIgnoreFileWithoutMeasureIsAProblem() throws Exception {
    work.write(".netlogignore", "#".repeat(11 << 20)).commit("huge");
    try (GitComparison comparison = work.compare("HEAD", ".")) {
      assertThatThrownBy(() -> comparison.files(Side.HEAD, Scratch.SEARCH))
          .isInstanceOf(ComparisonException.class)
          .hasMessageContaining("larger than 10 MiB");
    }
  }
}
