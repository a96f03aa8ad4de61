package dev.netlog.io.git;

import java.io.Serial;

/// Two trees cannot be compared; the message says what to do. Nothing was judged.
public final class ComparisonException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  /// @param message one line, lower case, with the next step
  ComparisonException(String message) {
    super(message);
  }

  /// @param message one line, lower case, with the next step
  ComparisonException(String message, Throwable cause) {
    super(message, cause);
  }
}
