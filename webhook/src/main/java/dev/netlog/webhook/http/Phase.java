package dev.netlog.webhook.http;

/// Where in its life the server is.
enum Phase {
  /// Listens, but is not warm yet.
  STARTING,
  /// Serves.
  READY,
  /// Serves, and asks callers to go elsewhere.
  LEAVING,
  /// Finishes what it has begun.
  ENDING
}
