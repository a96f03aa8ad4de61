package dev.netlog.webhook.command;

/// What a command line has led to.
public sealed interface Start {
  /// The program has done what it was asked for, or cannot.
  ///
  /// @param code the exit code
  record Ended(int code) implements Start {}

  /// A server listens.
  record Serving(Webhook webhook) implements Start {}
}
