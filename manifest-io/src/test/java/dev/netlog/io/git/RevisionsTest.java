package dev.netlog.io.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The judge is `git rev-parse`.
final class RevisionsTest {
  @TempDir Path temporary;
  private Scratch work;

  @BeforeEach
  void withABranchThatWasMerged() throws IOException {
    work = Scratch.in(temporary.resolve("work"));
    work.write("a.yaml", "1").commit("one");
    work.git("tag", "light");
    work.write("a.yaml", "2").commit("two");
    work.git("tag", "--annotate", "--message", "x", "v1.0");
    work.git("switch", "--quiet", "--create", "feature/side", "light");
    work.write("b.yaml", "").commit("side");
    work.git("switch", "--quiet", "main");
    work.git("merge", "--quiet", "--no-ff", "--message", "merge", "feature/side");
    work.write("c.yaml", "").commit("last");
  }

  private String base(String revision) throws ComparisonException {
    try (GitComparison comparison = work.compareExactly(revision, ".")) {
      return comparison.commit(Side.BASE);
    }
  }

  private String meaning(String revision) throws IOException {
    return work.git(
        "-c", "core.warnAmbiguousRefs=false", "rev-parse", "--verify", revision + "^{commit}");
  }

  @Test
  void revisionsMeanWhatGitSays() throws Exception {
    String id = work.git("rev-parse", "HEAD~2");
    work.git("update-ref", "refs/remotes/origin/main", id);
    work.git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
    work.git("branch", "v1.0", "HEAD");
    List<String> revisions =
        List.of(
            "main",
            "HEAD",
            "@",
            "feature/side",
            "heads/main",
            "refs/heads/main",
            "origin/main",
            "origin",
            "light",
            "v1.0",
            "tags/v1.0",
            id,
            id.substring(0, 7),
            id.substring(0, 7) + "~1",
            "v1.0-3-g" + id.substring(0, 8),
            "HEAD~",
            "HEAD^",
            "HEAD~3",
            "HEAD~1^2",
            "HEAD~1^2~1",
            "HEAD^^0~0",
            "v1.0^{}",
            "v1.0^{commit}~1",
            "HEAD@{1}",
            "@{2}",
            "@{-1}",
            "main@{1}~1");
    for (String revision : revisions) {
      assertThat(base(revision)).as(revision).isEqualTo(meaning(revision));
    }
    work.git("pack-refs", "--all");
    for (String revision : revisions) {
      assertThat(base(revision)).as(revision + " packed").isEqualTo(meaning(revision));
    }
  }

  @Test
  void aFetchedBranchIsABase() throws Exception {
    Scratch clone = Scratch.in(temporary.resolve("clone"));
    clone.git("fetch", "--quiet", work.folder().toUri().toString(), "feature/side");
    clone.git("reset", "--quiet", "--hard", "FETCH_HEAD");
    try (GitComparison comparison = clone.compare("FETCH_HEAD", ".")) {
      assertThat(comparison.commit(Side.BASE)).isEqualTo(work.git("rev-parse", "feature/side"));
    }
  }

  @Test
  void aDetachedHeadIsAHead() throws Exception {
    work.git("checkout", "--quiet", "--detach", "light");
    try (GitComparison comparison = work.compare("main", ".")) {
      assertThat(comparison.commit(Side.HEAD)).isEqualTo(work.git("rev-parse", "light"));
      assertThat(comparison.commit(Side.BASE)).isEqualTo(work.git("rev-parse", "light"));
    }
  }

  @Test
  void whatNamesNoCommitIsAProblem() throws Exception {
    work.git("tag", "tree", "HEAD^{tree}");
    for (String revision :
        List.of("", " ", "HEAD:a.yaml", ":/two", "^main", "~1", "tree", "main^{tree}", "main^x")) {
      assertThat(work.problem(revision, "."))
          .as(revision)
          .endsWith(" names no commit; name a branch, a tag or a commit's id");
    }
  }

  @Test
  void anAncestorThatDoesNotExistIsAProblemAndNotAnotherCommit() throws Exception {
    String root = work.git("rev-parse", "light").substring(0, 10);
    assertThat(work.problem("HEAD~9", "."))
        .isEqualTo(
            "revision \"HEAD~9\" goes back further than there are commits: "
                + root
                + " has no parent; name another base");
    String number = work.git("rev-list", "HEAD").replaceAll("(?s).*?\\b(\\d\\d).*", "$1");
    for (String revision :
        List.of("HEAD~99999999999", "HEAD^3", "HEAD~1^3", "HEAD^3~" + number, "HEAD~9^" + number)) {
      assertThat(work.problem(revision, ".")).as(revision).contains("goes back further");
    }
    assertThat(work.problem("HEAD~1^3", ".")).contains(" has 2 parents only; name another base");
  }

  @Test
  void filesBesideTheBranchesAreNoRevisions() {
    for (String revision :
        List.of("config", "description", "index", "logs/HEAD", "../HEAD", "objects/pack")) {
      assertThat(work.problem(revision, "."))
          .as(revision)
          .contains(" is unknown in this repository; ");
    }
  }

  @Test
  void aBeginningThatIsTooShortOrNotAloneIsAProblem() throws Exception {
    String id = work.git("rev-parse", "HEAD");
    assertThat(work.problem(id.substring(0, 3), ".")).contains(" is unknown in this repository; ");
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 2000; i++) {
      many.append("commit refs/heads/many\ncommitter c <c> ").append(i).append(" +0000\ndata 0\n");
    }
    work.git(many.toString().getBytes(StandardCharsets.UTF_8), "fast-import", "--quiet");
    List<String> ids = work.git("rev-list", "many").lines().sorted().toList();
    String same = "";
    for (int i = 1; i < ids.size(); i++) {
      String start = ids.get(i).substring(0, 4);
      same = ids.get(i - 1).startsWith(start) ? start : same;
    }
    assertThat(same).hasSize(4);
    assertThat(work.problem(same, "."))
        .isEqualTo("revision \"" + same + "\" is the start of several ids; write more characters");
  }

  @Test
  void anUnknownRevisionIsAProblemWithTheNextStep() throws Exception {
    assertThat(work.problem("mian", "."))
        .isEqualTo("revision \"mian\" is unknown in this repository; did you mean \"main\"?");
    assertThat(work.problem("featur/side~2", "."))
        .isEqualTo(
            "revision \"featur/side\" is unknown in this repository; did you mean"
                + " \"feature/side\"?");
    assertThat(work.problem("release", "."))
        .isEqualTo(
            "revision \"release\" is unknown in this repository; git branch --all and git tag list"
                + " the names");
    String id = "0123456789012345678901234567890123456789";
    assertThat(work.problem(id, ".")).endsWith("; name another commit");
    work.git("remote", "add", "upstream", "https://example.org/x.git");
    assertThat(work.problem(id, ".")).endsWith("; run git fetch upstream " + id);
    work.git("remote", "add", "origin", "https://example.org/x.git");
    assertThat(work.problem("origin/release", "."))
        .isEqualTo(
            "revision \"origin/release\" is unknown in this repository; fetch a missing branch with git fetch origin release:refs/remotes/origin/release");
    assertThat(work.problem("release", "."))
        .endsWith(
            "fetch a missing branch with git fetch origin release:refs/remotes/origin/release, which names it"
                + " \"origin/release\"");
    work.git("update-ref", "refs/remotes/origin/release", "HEAD");
    assertThat(work.problem("release", "."))
        .isEqualTo(
            "revision \"release\" is unknown in this repository; did you mean \"origin/release\"?");
  }

  @Test
  void aHostileRevisionMakesNoCommand() throws Exception {
    work.git("remote", "add", "origin", "https://example.org/x.git");
    work.git("config", "remote.$(touch x).url", "y");
    for (String revision :
        List.of(
            "$(touch x)", "a;b", "-x", "--upload-pack=x", "a b", "a\nb", "a'b", "x".repeat(999))) {
      assertThat(work.problem(revision, "."))
          .as(revision)
          .startsWith("revision \"")
          .doesNotContain("\n");
    }
    assertThat(work.problem("a;b", ".")).doesNotContain("git fetch");
  }
}
