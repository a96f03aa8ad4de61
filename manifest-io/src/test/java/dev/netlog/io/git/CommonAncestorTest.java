package dev.netlog.io.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The judge is `git merge-base`.
final class CommonAncestorTest {
  @TempDir Path temporary;
  private Scratch work;

  @BeforeEach
  void inARepository() throws IOException {
    work = Scratch.in(temporary.resolve("work"));
  }

  private static String base(Scratch work, String revision) throws ComparisonException {
    try (GitComparison comparison = work.compare(revision, ".")) {
      return comparison.commit(Side.BASE);
    }
  }

  /// Two branches from one commit, each with two commits of its own; `main` is checked out.
  private String fork() throws IOException {
    work.write("a.yaml", "1").commit("root");
    String fork = work.write("a.yaml", "2").commit("fork");
    work.git("switch", "--quiet", "--create", "change");
    work.write("b.yaml", "1").commit("change 1");
    work.write("b.yaml", "2").commit("change 2");
    work.git("switch", "--quiet", "main");
    work.write("c.yaml", "1").commit("main 1");
    work.write("c.yaml", "2").commit("main 2");
    return fork;
  }

  @Test
  void theBaseIsWhereTheBranchBegan() throws Exception {
    String fork = fork();
    assertThat(base(work, "change")).isEqualTo(fork);
    assertThat(base(work, "change~2")).isEqualTo(fork);
    assertThat(base(work, "main")).isEqualTo(work.git("rev-parse", "main"));
    assertThat(base(work, "main~1")).isEqualTo(work.git("rev-parse", "main~1"));
  }

  private static String several(String revision, int count) {
    return "HEAD and \"%1$s\" were merged into each other and have %2$d merge bases; merge \"%1$s\" into HEAD once more, or compare with that commit itself with --base-exact"
        .formatted(revision, count);
  }

  @Test
  void ofSeveralBestAncestorsNoneIsTaken() throws Exception {
    work.write("a.yaml", "1").commit("root");
    work.git("switch", "--quiet", "--create", "change");
    String ours = work.write("b.yaml", "1").commit("change");
    work.git("switch", "--quiet", "main");
    String theirs = work.write("c.yaml", "1").commit("main");
    work.git("branch", "old-main");
    work.git("merge", "--quiet", "--message", "to main", "change");
    work.git("switch", "--quiet", "change");
    work.git("merge", "--quiet", "--message", "to change", "old-main");
    work.write("d.yaml", "").commit("more");
    assertThat(work.git("merge-base", "--all", "main", "change").lines())
        .containsExactlyInAnyOrder(ours, theirs);
    assertThat(work.problem("main", ".")).isEqualTo(several("main", 2));
    try (GitComparison exact = work.compareExactly("main", ".")) {
      assertThat(exact.commit(Side.BASE)).isEqualTo(work.git("rev-parse", "main"));
    }
    work.git("merge", "--quiet", "--message", "as the message says", "main");
    assertThat(base(work, "main")).isEqualTo(work.git("rev-parse", "main"));
  }

  @Test
  void inAnyHistoryTheBaseIsTheBestAncestor() throws Exception {
    Random random = new Random(7);
    StringBuilder histories = new StringBuilder();
    for (int round = 0; round < 40; round++) {
      histories.append(history(random, "r" + round + "-"));
    }
    work.git(histories.toString().getBytes(StandardCharsets.UTF_8), "fast-import", "--quiet");
    int several = 0;
    for (int round = 0; round < 40; round++) {
      String ours = "r" + round + "-28";
      String theirs = "r" + round + "-29";
      work.write(".git/HEAD", "ref: refs/heads/" + ours + "\n");
      List<String> best = work.git("merge-base", "--all", ours, theirs).lines().toList();
      if (best.size() > 1) {
        several++;
        assertThat(work.problem(theirs, ".")).isEqualTo(several(theirs, best.size()));
      } else {
        assertThat(base(work, theirs)).as("round " + round).isEqualTo(best.getFirst());
      }
    }
    assertThat(several).isBetween(1, 39);
  }

  /// Thirty commits, each a branch, with one to three earlier ones as parents; times are not in
  /// order.
  private static String history(Random random, String branch) {
    StringBuilder stream = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      stream.append("commit refs/heads/").append(branch).append(i);
      stream.append("\nmark :").append(i + 1).append("\ncommitter c <c> ");
      stream.append(1000 + i * 10 + random.nextInt(30)).append(" +0000\ndata 0\n");
      List<Integer> parents = new ArrayList<>();
      for (int p = 0; i > 0 && p < 1 + random.nextInt(3); p++) {
        int parent = Math.max(1, i - random.nextInt(6));
        if (!parents.contains(parent)) {
          stream.append(parents.isEmpty() ? "from :" : "merge :").append(parent).append('\n');
          parents.add(parent);
        }
      }
      stream.append("M 644 inline a.yaml\ndata 0\n");
    }
    return stream.toString();
  }

  @Test
  void unrelatedHistoriesAreAProblem() throws Exception {
    work.write("a.yaml", "1").commit("one");
    work.git("switch", "--quiet", "--orphan", "other");
    work.write("a.yaml", "2").commit("two");
    assertThat(work.problem("main", "."))
        .isEqualTo(
            "HEAD and \"main\" have no common ancestor; name another base, or compare with that"
                + " commit itself with --base-exact");
    try (GitComparison comparison = work.compareExactly("main", ".")) {
      assertThat(comparison.commit(Side.BASE)).isEqualTo(work.git("rev-parse", "main"));
    }
  }

  private Scratch shallowClone(int depth, String... options) throws IOException {
    List<String> command = new ArrayList<>(List.of("clone", "--quiet", "--depth=" + depth));
    command.addAll(List.of(options));
    command.addAll(List.of(work.folder().toUri().toString(), "../clone"));
    work.git(command.toArray(String[]::new));
    return Scratch.at(temporary.resolve("clone"));
  }

  /// Types what the message says.
  private static void follow(Scratch clone, String message) throws IOException {
    String command = message.replaceAll(".*; run git ([^,]*)(,.*)?", "$1");
    assertThat(command).startsWith("fetch ");
    clone.git(command.split(" "));
  }

  @Test
  void aShallowCloneWithoutTheAncestorIsAProblemWithTheCommandThatFetchesIt() throws Exception {
    String fork = fork();
    Scratch clone = shallowClone(1, "--no-single-branch");
    String problem = clone.problem("origin/change", ".");
    assertThat(problem)
        .isEqualTo(
            "this clone is shallow and does not hold the common ancestor of HEAD and"
                + " \"origin/change\"; run git fetch --unshallow origin, or compare with that commit"
                + " itself with --base-exact");
    try (GitComparison exact = clone.compareExactly("origin/change", ".")) {
      assertThat(exact.files(Side.BASE, Scratch.SEARCH).files()).hasSize(2);
    }
    follow(clone, problem);
    assertThat(base(clone, "origin/change")).isEqualTo(fork);
  }

  @Test
  void aShallowCloneOfOneBranchNeedsOneCommand() throws Exception {
    String fork = fork();
    Scratch clone = shallowClone(1, "--branch=change");
    String problem = clone.problem("main", ".");
    assertThat(problem)
        .isEqualTo(
            "revision \"main\" is unknown in this repository; fetch a missing branch with git fetch --unshallow origin main:refs/remotes/origin/main, which names it \"origin/main\"");
    follow(clone, problem.replace("fetch a missing branch with", "run"));
    assertThat(base(clone, "origin/main")).isEqualTo(fork);
  }

  @Test
  void aShallowCloneThatHoldsTheAncestorIsEnough() throws Exception {
    String fork = fork();
    Scratch clone = shallowClone(3, "--no-single-branch");
    assertThat(clone.git("rev-parse", "--is-shallow-repository")).isEqualTo("true");
    assertThat(base(clone, "origin/change")).isEqualTo(fork);
  }

  @Test
  void aMergeThatIsCheckedOutNeedsOnlyItsParents() throws Exception {
    fork();
    String main = work.git("rev-parse", "main");
    work.git("merge", "--quiet", "--no-ff", "--message", "as for a pull request", "change");
    Scratch clone = shallowClone(2, "--branch=main");
    assertThat(base(clone, "HEAD^1")).isEqualTo(main);
    String problem = clone.problem("HEAD~2", ".");
    assertThat(problem)
        .isEqualTo(
            "this clone is shallow, and its history ends before \"HEAD~2\"; run git fetch"
                + " --unshallow origin");
    follow(clone, problem);
    assertThat(base(clone, "HEAD~2")).isEqualTo(work.git("rev-parse", "HEAD~2"));
  }

  @Test
  void anAncestorThatMayNotBeTheBestIsNotTaken() throws Exception {
    // change: root - old - (cut) - x - tip, where the part that is cut off merged main's second
    // commit; so the best ancestor is not root, though root is there.
    String root = work.write("a.yaml", "1").commit("root");
    work.write("a.yaml", "2").commit("main 2");
    work.git("switch", "--quiet", "--create", "change", root);
    work.write("b.yaml", "1").commit("old");
    work.git("branch", "old-change");
    work.git("merge", "--quiet", "--no-ff", "--message", "merge", "main");
    work.write("b.yaml", "2").commit("x");
    work.git("merge", "--quiet", "--strategy=ours", "--no-ff", "--message", "y", "old-change~0");
    work.git("commit", "--quiet", "--allow-empty", "--message", "tip");
    String best = work.git("merge-base", "main", "change");
    assertThat(best).isEqualTo(work.git("rev-parse", "main"));
    // Cut off by hand: x has no parents here, and root is reached from a second parent.
    String tip =
        work.git("commit-tree", "-p", "change", "-p", "old-change", "-m", "both", "change^{tree}");
    work.git("reset", "--quiet", "--hard", tip);
    work.write(".git/shallow", work.git("rev-parse", "change~1") + "\n");
    assertThat(work.git("merge-base", "main", "HEAD")).isEqualTo(root);
    assertThat(work.problem("main", ".")).startsWith("this clone is shallow and does not hold");
  }

  @Test
  void anUnknownCommitOfAShallowCloneCanBeFetched() throws Exception {
    String fork = fork();
    work.git("config", "uploadpack.allowAnySHA1InWant", "true");
    Scratch clone = shallowClone(1);
    String problem = clone.problem(fork, ".");
    assertThat(problem)
        .isEqualTo(
            "revision \""
                + fork
                + "\" is unknown in this repository; run git fetch --unshallow origin "
                + fork);
    follow(clone, problem);
    assertThat(base(clone, fork)).isEqualTo(fork);
  }
}
