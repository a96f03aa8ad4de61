package dev.netlog.io.git;

import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.Quoted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;

/// Builds the message for an unknown revision: what may have been meant, and how to fetch it. In CI
/// the usual cause is a clone of a single branch.
final class UnknownRevision {
  /// How many branch and tag names are compared with the revision.
  private static final int NAMES = 10_000;

  private final ObjectStore store;
  private final String name;
  private final Remotes remotes;

  UnknownRevision(ObjectStore store, String name) {
    this.store = store;
    this.name = name;
    this.remotes = Remotes.of(store.settings());
  }

  /// One line with the next step.
  String message() throws IOException {
    String start = "revision " + Quoted.of(name) + " is unknown in this repository; ";
    boolean shallow = !store.shallowCommits().isEmpty();
    if (ObjectId.isId(name)) {
      String fetch = remotes.fetchOf(name, shallow);
      return start + (fetch == null ? "name another commit" : "run " + fetch);
    }
    String meant = Damage.contained(() -> Optional.ofNullable(meant())).orElse(null);
    String fetch = fetch(shallow);
    if (meant != null && (fetch == null || meant.endsWith("/" + name))) {
      return start + "did you mean " + Quoted.of(meant) + "?";
    }
    if (fetch == null) {
      return start + "git branch --all and git tag list the names";
    }
    return start
        + (meant == null ? "" : "did you mean " + Quoted.of(meant) + "? ")
        + "fetch a missing branch with "
        + fetch;
  }

  /// A branch or tag with a similar name: the same name on a remote, or a near miss.
  private @Nullable String meant() throws IOException {
    List<String> names = new ArrayList<>();
    for (String prefix : List.of(Constants.R_HEADS, Constants.R_REMOTES, Constants.R_TAGS)) {
      for (Ref ref : store.repository().getRefDatabase().getRefsByPrefix(prefix)) {
        String candidate = ref.getName().substring(prefix.length());
        if (prefix.equals(Constants.R_REMOTES) && candidate.endsWith("/" + name)) {
          return candidate;
        }
        if (names.size() < NAMES) {
          names.add(candidate);
        }
      }
    }
    return name.length() > 250 ? null : DidYouMean.of(name, names);
  }

  private @Nullable String fetch(boolean shallow) {
    String branch = name;
    for (String prefix : List.of(Constants.R_HEADS, Constants.R_REMOTES, remotes.tracking(""))) {
      if (branch.startsWith(prefix)) {
        branch = branch.substring(prefix.length());
      }
    }
    boolean isBranch =
        Remotes.isPlain(branch)
            && Repository.isValidRefName(Constants.R_HEADS + branch)
            && !branch.startsWith(Constants.R_REFS)
            && !branch.contains(Constants.HEAD);
    String command = isBranch ? remotes.fetchOf(remotes.refspec(branch), shallow) : null;
    if (command == null || remotes.tracking(branch).equals(name)) {
      return command;
    }
    return command + ", which names it " + Quoted.of(remotes.tracking(branch));
  }
}
