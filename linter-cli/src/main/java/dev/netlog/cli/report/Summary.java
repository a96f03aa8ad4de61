package dev.netlog.cli.report;

import dev.netlog.io.files.NotUnderstood;
import dev.netlog.rule.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was looked at, and what was not understood. Nothing is skipped without being counted here.
///
/// @param files files read or tried
/// @param documents documents that are not empty
/// @param objects Kubernetes objects, items of lists included
/// @param relevant objects that a rule or a question of one can be about
/// @param ignored files and folders left out because an ignore file names them
/// @param platforms ids of the platforms in use, sorted
/// @param findings how many of each severity; all three are there
/// @param suppressed findings that a suppression hides
/// @param baselined findings that a baseline accepts
/// @param notUnderstood what could not be judged, by path and line
/// @param groups what was judged apart from what; empty where all was judged together
/// @param available ids of the platforms that can be used
public record Summary(
    int files,
    int documents,
    int objects,
    int relevant,
    int ignored,
    List<String> platforms,
    Map<Severity, Integer> findings,
    int suppressed,
    int baselined,
    List<NotUnderstood> notUnderstood,
    List<Group> groups,
    List<String> available) {

  /// Files that were judged together.
  ///
  /// @param path the folder they lie in, null for a target
  /// @param target the name of the target, null where they belong to none
  /// @param files how many files
  /// @param relevant how many objects that a rule or a question of one can be about
  public record Group(@Nullable String path, @Nullable String target, int files, int relevant) {
    /// As text names it.
    String name() {
      return target != null ? "target " + target : String.valueOf(path);
    }
  }

  /// The summary of a run that judged all together.
  public Summary(
      int files,
      int documents,
      int objects,
      int relevant,
      int ignored,
      List<String> platforms,
      Map<Severity, Integer> findings,
      int suppressed,
      int baselined,
      List<NotUnderstood> notUnderstood) {
    this(
        files,
        documents,
        objects,
        relevant,
        ignored,
        platforms,
        findings,
        suppressed,
        baselined,
        notUnderstood,
        List.of(),
        List.of());
  }

  public Summary {
    platforms = List.copyOf(platforms);
    notUnderstood = List.copyOf(notUnderstood);
    groups = List.copyOf(groups);
    available = List.copyOf(available);
  }
}
