package dev.netlog.webhook.cluster;

import java.io.Serial;

/// Why the API server cannot be reached the way it was asked for. The message is one line for a
/// person: what is wrong, and what to change. The program ends with exit code 2.
public final class ClusterStartException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /// A problem of what the user has given.
  public ClusterStartException(String message) {
    super(message);
  }
}
