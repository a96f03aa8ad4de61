package dev.netlog.io.files;

import dev.netlog.io.text.PathOrder;

/// Something that could not be judged.
///
/// @param path the file
/// @param line its line in the file, from 1
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
