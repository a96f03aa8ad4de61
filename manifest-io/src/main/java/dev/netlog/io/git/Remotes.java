package dev.netlog.io.git;

import java.util.Set;
import org.eclipse.jgit.lib.Config;
import org.jspecify.annotations.Nullable;

/// The commands that fetch what a clone lacks.
///
/// @param name the remote to fetch from; null where there is none
/// @param isPartialClone whether the clone was made with a filter, and lacks objects on purpose
record Remotes(@Nullable String name, boolean isPartialClone) {
  private static final String SECTION = "remote";

  static Remotes of(Config settings) {
    Set<String> names = settings.getSubsections(SECTION);
    boolean partial = settings.getString("extensions", null, "partialClone") != null;
    String name = null;
    for (String candidate : names) {
      partial |= settings.getString(SECTION, candidate, "promisor") != null;
      // What goes into a command has to be safe to paste.
      if (isPlain(candidate) && (name == null || candidate.equals("origin"))) {
        name = candidate;
      }
    }
    return new Remotes(name, partial);
  }

  /// Fetches the whole history; git refuses it where the clone is complete.
  String unshallow() {
    return name == null ? "git fetch --unshallow" : "git fetch --unshallow " + name;
  }

  /// Fetches what the filter of the clone leaves out.
  String refetch() {
    return "git fetch --refetch --no-filter" + (name == null ? "" : " " + name);
  }

  /// Fetches a commit by its id, or a branch as a refspec; null where there is no remote.
  ///
  /// @param shallow whether the history is cut off, and has to be fetched with it
  @Nullable String fetchOf(String what, boolean shallow) {
    return name == null ? null : "git fetch " + (shallow ? "--unshallow " : "") + name + " " + what;
  }

  /// What fetches a branch to the place where a clone keeps it, whatever was cloned; it is called
  /// [#tracking] then.
  String refspec(String branch) {
    return branch + ":" + "refs/remotes/" + tracking(branch);
  }

  /// What a fetched branch is called.
  String tracking(String branch) {
    return name + "/" + branch;
  }

  /// Whether a name means the same in every shell, and is no option.
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
