package dev.netlog.io.git;

import dev.netlog.rule.Quoted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;

/// Finds the merge base: the commit at which HEAD branched off another.
///
/// Branches that were merged into each other can have several merge bases. None is used then: the
/// result would depend on the choice, and the author of a change controls the history.
final class CommonAncestor {
  private final ObjectStore store;
  private final RevWalk walk;

  /// @param walk parses the commits; the caller closes it
  CommonAncestor(ObjectStore store, RevWalk walk) {
    this.store = store;
    this.walk = walk;
  }

  /// The merge base.
  ///
  /// @param text the user's name for the other commit
  /// @throws ComparisonException if there is none, if there are several, or if the clone is too
  ///   shallow to decide
  RevCommit of(RevCommit head, RevCommit other, String text) throws ComparisonException {
    if (head.equals(other)) {
      return head;
    }
    try {
      return Damage.contained(() -> found(head, other, text));
    } catch (IOException e) {
      throw store.problem("the history between HEAD and " + Quoted.of(text), e);
    }
  }

  private RevCommit found(RevCommit head, RevCommit other, String text)
      throws IOException, ComparisonException {
    List<RevCommit> best = best(head, other);
    Set<ObjectId> cut = store.shallowCommits();
    if (!cut.isEmpty() && !isCertain(head, other, best, cut)) {
      throw new ComparisonException(
          "this clone is shallow and does not hold the common ancestor of HEAD and "
              + Quoted.of(text)
              + "; run "
              + Remotes.of(store.settings()).unshallow()
              + ", or compare with that commit itself with --base-exact");
    }
    if (best.isEmpty()) {
      throw new ComparisonException(
          "HEAD and "
              + Quoted.of(text)
              + " have no common ancestor; name another base, or compare with that commit itself with"
              + " --base-exact");
    }
    if (best.size() > 1) {
      throw new ComparisonException(
          "HEAD and "
              + Quoted.of(text)
              + " were merged into each other and have "
              + best.size()
              + " merge bases; merge "
              + Quoted.of(text)
              + " into HEAD once more, or compare with that commit itself with --base-exact");
    }
    return best.getFirst();
  }

  private List<RevCommit> best(RevCommit head, RevCommit other) throws IOException {
    walk.reset();
    walk.setRevFilter(RevFilter.MERGE_BASE);
    walk.markStart(head);
    walk.markStart(other);
    List<RevCommit> best = new ArrayList<>();
    for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
      best.add(commit);
    }
    return best;
  }

  /// Whether more history could not reveal a better ancestor: one side has no commits of its own,
  /// or the commits that only one side has are complete.
  private boolean isCertain(
      RevCommit head, RevCommit other, List<RevCommit> best, Set<ObjectId> cut) throws IOException {
    List<RevCommit> ours = since(best, head);
    List<RevCommit> theirs = since(best, other);
    if (!best.isEmpty() && (ours.isEmpty() || theirs.isEmpty())) {
      return true;
    }
    return ours.stream().noneMatch(cut::contains) && theirs.stream().noneMatch(cut::contains);
  }

  private List<RevCommit> since(List<RevCommit> old, RevCommit tip) throws IOException {
    walk.reset();
    walk.setRevFilter(RevFilter.ALL);
    walk.markStart(tip);
    for (RevCommit commit : old) {
      walk.markUninteresting(commit);
    }
    List<RevCommit> commits = new ArrayList<>();
    for (RevCommit commit = walk.next(); commit != null; commit = walk.next()) {
      commits.add(commit);
    }
    return commits;
  }
}
