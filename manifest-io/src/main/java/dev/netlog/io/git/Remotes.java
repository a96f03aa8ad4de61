package dev.netlog.io.git;

import java.util.Set;
import org.eclipse.jgit.lib.Config;
import org.jspecify.annotations.Nullable;

/// Builds the git commands that fetch what a clone lacks.
///
/// @param name the remote to fetch from; null if there is none
/// @param isPartialClone whether the clone was made with a filter, so that it lacks objects by
///   design
record Remotes(@Nullable String name, boolean isPartialClone) {
  private static final String SECTION = "remote";

  static Remotes of(Config settings) {
    Set<String> names = settings.getSubsections(SECTION);
    boolean partial = settings.getString("extensions", null, "partialClone") != null;
    String name = null;
    for (String candidate : names) {
      partial |= settings.getString(SECTION, candidate, "promisor") != null;
      // Only names that are safe to paste into a shell.
      if (isPlain(candidate) && (name == null || candidate.equals("origin"))) {
        name = candidate;
      }
    }
    return new Remotes(name, partial);
  }

  /// Fetches the whole history; git refuses this if the clone is complete.
  String unshallow() {
    return name == null ? "git fetch --unshallow" : "git fetch --unshallow " + name;
  }

  /// Fetches the objects that the filter of the clone leaves out.
  String refetch() {
    return "git fetch --refetch --no-filter" + (name == null ? "" : " " + name);
  }

  /// Fetches a commit by its id, or a branch as a refspec; null if there is no remote.
  ///
  /// @param shallow whether the clone is shallow, so that the whole history has to be fetched
  @Nullable String fetchOf(String what, boolean shallow) {
    return name == null ? null : "git fetch " + (shallow ? "--unshallow " : "") + name + " " + what;
  }

  /// The refspec that fetches a branch as a remote-tracking branch, even in a single-branch clone;
  /// [#tracking] names the result.
  String refspec(String branch) {
    return branch + ":" + "refs/remotes/" + tracking(branch);
  }

  /// The name of a fetched branch.
  String tracking(String branch) {
    return name + "/" + branch;
  }

  /// Whether a name means the same in every shell, and is not an option.
  static boolean isPlain(String text) {
    if (text.isEmpty() || text.startsWith("-")) {
      return false;
    }
    return text.chars()
        .allMatch(
            c ->
                (c >= 'a' && c <= 'z')
                    || (c >= 'A' && c <= 'Z')
                    || (c >= '0' && c <= '9')
                    || "._/-+".indexOf(c) >= 0);
  }
}
