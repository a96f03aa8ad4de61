package dev.netlog.webhook.cluster;

/// Told of what the watches of the inventory meet, to log it.
///
/// Implementations are short, do not throw, and are safe for use by several threads.
public interface InventoryEvents {

  /// Something that may be known.
  ///
  /// @param message one line for a person
  void noted(String message);

  /// Something failed: what it was about is unknown to rules until it works again.
  ///
  /// @param message one line for a person
  void failed(String message);
}
