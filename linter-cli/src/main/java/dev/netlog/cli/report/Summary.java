package dev.netlog.cli.report;

import dev.netlog.io.files.NotUnderstood;
import dev.netlog.rule.Severity;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The counts of a run, and everything that was not understood. Nothing is skipped without being
/// counted here.
///
/// @param files files read, including those that could not be read
/// @param documents documents that are not empty
/// @param objects Kubernetes objects, including items of lists
/// @param relevant objects that rules need, as subject or as context
/// @param ignored files and folders that ignore files leave out
/// @param platforms ids of the platforms in use, sorted
/// @param findings the number of findings by severity, with all three severities
/// @param suppressed the number of suppressed findings
/// @param baselined the number of findings in the baseline
/// @param notUnderstood what could not be judged, by path and line
/// @param groups the groups of files that were judged separately; empty if there was one
/// @param available ids of the supported platforms
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
  /// @param path the folder of the files, null for a target
  /// @param target the name of the target, null if they belong to none
  /// @param files the number of files
  /// @param relevant the number of objects that rules need, as subject or as context
  public record Group(@Nullable String path, @Nullable String target, int files, int relevant) {
    /// The name in text reports.
    String name() {
      return target != null ? "target " + target : String.valueOf(path);
    }
  }

  /// The summary of a run that judged all files together.
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
