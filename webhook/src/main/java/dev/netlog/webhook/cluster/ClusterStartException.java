package dev.netlog.webhook.cluster;

import java.io.Serial;

/// The API server cannot be reached with the given options. The message is one line for the user:
/// the problem, and what to change. The program ends with exit code 2.
public final class ClusterStartException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /// A problem of the user's input.
  public ClusterStartException(String message) {
    super(message);
  }
}
