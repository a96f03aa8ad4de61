package dev.netlog.webhook.cluster;

/// Receives the events of the inventory's watches, to log them.
///
/// Implementations are short, do not throw, and are safe for use by several threads.
public interface InventoryEvents {

  /// Information for the log.
  ///
  /// @param message one line
  void noted(String message);

  /// An error: the kind counts as unknown until it works again.
  ///
  /// @param message one line
  void failed(String message);
}
