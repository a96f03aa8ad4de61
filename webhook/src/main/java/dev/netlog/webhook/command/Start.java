package dev.netlog.webhook.command;

/// The result of a command line.
public sealed interface Start {
  /// The program is done, or could not start.
  ///
  /// @param code the exit code
  record Ended(int code) implements Start {}

  /// A server is running.
  record Serving(Webhook webhook) implements Start {}
}
