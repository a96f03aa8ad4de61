package dev.netlog.cli.report;

import dev.netlog.rule.Severity;
import java.util.List;
import java.util.Map;

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
    List<NotUnderstood> notUnderstood) {

  /// Something that could not be judged.
  ///
  /// @param path the file
  /// @param line where in it, from 1
  /// @param reason `template`, `unreadable`, `too-large`, `encoding` or `limit`
  /// @param message one line that says what to do
  public record NotUnderstood(String path, int line, String reason, String message) {
    /// The order of reports: by path, line and reason.
    public static int compare(NotUnderstood a, NotUnderstood b) {
      int order = PathOrder.INSTANCE.compare(a.path, b.path);
      if (order == 0) {
        order = Integer.compare(a.line, b.line);
      }
      return order == 0 ? a.reason.compareTo(b.reason) : order;
    }
  }

  public Summary {
    platforms = List.copyOf(platforms);
    notUnderstood = List.copyOf(notUnderstood);
  }
}
