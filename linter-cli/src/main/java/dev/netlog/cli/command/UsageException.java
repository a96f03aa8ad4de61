package dev.netlog.cli.command;

import java.io.Serial;

/// The command line is wrong; the message says what to type.
public final class UsageException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  /// @param message one line, lower case, with the next step
  public UsageException(String message) {
    super(message);
  }
}
