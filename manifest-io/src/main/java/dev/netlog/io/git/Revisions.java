package dev.netlog.io.git;

import dev.netlog.rule.Quoted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefDatabase;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevObject;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.revwalk.RevWalk;
import org.jspecify.annotations.Nullable;

/// Finds the commit of a revision, by the rules of
/// [gitrevisions](https://git-scm.com/docs/gitrevisions). Supports names, ids and ancestry.
///
/// The steps after a name (`~2`, `^1`) are resolved here: if there is no such ancestor, JGit takes
/// the rest as a name of its own, and may find an unrelated commit.
final class Revisions {
  /// The shortest id prefix that git accepts.
  private static final int SHORTEST = 4;

  private final ObjectStore store;
  private final RevWalk walk;

  /// @param walk parses the commits; the caller closes it
  Revisions(ObjectStore store, RevWalk walk) {
    this.store = store;
    this.walk = walk;
  }

  /// The commit that is checked out.
  RevCommit head() throws ComparisonException {
    try {
      Ref head = store.repository().exactRef(Constants.HEAD);
      ObjectId id = head == null ? null : head.getObjectId();
      if (id != null) {
        return Damage.contained(() -> walk.parseCommit(id));
      }
    } catch (IOException e) {
      throw store.problem("the commit HEAD", e);
    }
    throw new ComparisonException(
        "the repository has no commit yet, so there is nothing to compare; commit first");
  }

  /// The commit of a revision.
  ///
  /// @throws ComparisonException if there is none; the message says what to type instead
  RevCommit commit(String text) throws ComparisonException {
    int end = 0;
    while (end < text.length() && "~^".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String name = text.substring(0, end);
    if (name.isBlank() || name.indexOf(':') >= 0) {
      throw noCommit(text);
    }
    String steps = text.substring(end);
    try {
      Optional<ObjectId> id = Damage.contained(() -> Optional.ofNullable(named(name)));
      if (id.isEmpty()) {
        throw new ComparisonException(new UnknownRevision(store, name).message());
      }
      return Damage.contained(() -> follow(walk.peel(walk.parseAny(id.get())), steps, text));
    } catch (IOException e) {
      throw store.problem("the commit " + Quoted.of(text), e);
    }
  }

  private @Nullable ObjectId named(String name) throws IOException, ComparisonException {
    if (ObjectId.isId(name)) {
      ObjectId id = ObjectId.fromString(name);
      return walk.getObjectReader().has(id) ? id : null;
    }
    Ref ref = ref(name.equals("@") ? Constants.HEAD : name);
    if (ref != null) {
      return ref.getObjectId();
    }
    if (name.contains("@{")) {
      return fromReflog(name);
    }
    // A name as `git describe` prints it: the nearest tag, a count, and the start of the id.
    int described = name.lastIndexOf("-g");
    return abbreviated(described < 0 ? name : name.substring(described + 2));
  }

  private @Nullable Ref ref(String name) throws IOException {
    if (!Repository.isValidRefName("refs/" + name)) {
      return null;
    }
    RefDatabase refs = store.repository().getRefDatabase();
    // Outside of "refs", only names in capitals can be commits.
    if (name.startsWith("refs/")
        || name.chars().allMatch(c -> c == '_' || (c >= 'A' && c <= 'Z'))) {
      Ref ref = refs.exactRef(name);
      if (ref != null) {
        return ref;
      }
    }
    return refs.firstExactRef(
        "refs/" + name,
        Constants.R_TAGS + name,
        Constants.R_HEADS + name,
        Constants.R_REMOTES + name,
        Constants.R_REMOTES + name + "/HEAD");
  }

  private @Nullable ObjectId fromReflog(String name) throws IOException {
    try {
      return store.repository().resolve(name);
    } catch (RevisionSyntaxException e) {
      return null;
    }
  }

  private @Nullable ObjectId abbreviated(String start) throws IOException, ComparisonException {
    if (start.length() < SHORTEST || !AbbreviatedObjectId.isId(start)) {
      return null;
    }
    List<ObjectId> commits = new ArrayList<>();
    for (ObjectId id : walk.getObjectReader().resolve(AbbreviatedObjectId.fromString(start))) {
      RevObject object = walk.parseAny(id);
      if (object instanceof RevCommit || object instanceof RevTag) {
        commits.add(id);
      }
    }
    if (commits.size() > 1) {
      throw new ComparisonException(
          "revision " + Quoted.of(start) + " is the start of several ids; write more characters");
    }
    return commits.isEmpty() ? null : commits.getFirst();
  }

  /// Follows the steps after a name.
  private RevCommit follow(RevObject start, String steps, String text)
      throws IOException, ComparisonException {
    if (!(start instanceof RevCommit commit)) {
      throw noCommit(text);
    }
    int at = 0;
    while (at < steps.length()) {
      char step = steps.charAt(at++);
      if (step == '^' && (steps.startsWith("{}", at) || steps.startsWith("{commit}", at))) {
        at = steps.indexOf('}', at) + 1;
        continue;
      }
      int digits = at;
      while (at < steps.length() && steps.charAt(at) >= '0' && steps.charAt(at) <= '9') {
        at++;
      }
      int number = number(steps.substring(digits, at));
      if (step == '~') {
        for (int i = 0; i < number; i++) {
          commit = parent(commit, 1, text);
        }
      } else if (step == '^') {
        commit = number == 0 ? commit : parent(commit, number, text);
      } else {
        throw noCommit(text);
      }
    }
    return commit;
  }

  private static int number(String digits) {
    // Caps the number: no history has that many commits, and no commit that many parents.
    return digits.isEmpty() ? 1 : digits.length() > 9 ? 999_999_999 : Integer.parseInt(digits);
  }

  private RevCommit parent(RevCommit child, int number, String text)
      throws IOException, ComparisonException {
    if (number <= child.getParentCount()) {
      return walk.parseCommit(child.getParent(number - 1));
    }
    if (store.shallowCommits().contains(child)) {
      throw new ComparisonException(
          "this clone is shallow, and its history ends before "
              + Quoted.of(text)
              + "; run "
              + Remotes.of(store.settings()).unshallow());
    }
    throw new ComparisonException(
        "revision "
            + Quoted.of(text)
            + " goes back further than there are commits: "
            + child.abbreviate(10).name()
            + " has "
            + (child.getParentCount() == 0 ? "no parent" : child.getParentCount() + " parents only")
            + "; name another base");
  }

  private static ComparisonException noCommit(String text) {
    return new ComparisonException(
        "revision " + Quoted.of(text) + " names no commit; name a branch, a tag or a commit's id");
  }
}
