package dev.netlog.webhook.http;

/// The lifecycle of the server.
enum Phase {
  /// Listens, but is not warmed up yet.
  STARTING,
  /// Serves requests.
  READY,
  /// Serves requests, and asks clients to use another replica.
  LEAVING,
  /// Only completes requests that have begun.
  ENDING
}
