package dev.netlog.cli.yaml;

import java.io.Serial;

/// kubectl would refuse the document here. Caught inside this package and turned into a [Failure].
final class RefusedException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;

  /// @param start the offending place, in UTF-16 units of the file's text
  /// @param end behind it; may equal start
  /// @param problem what is wrong, as a message's middle part
  RefusedException(int start, int end, String problem) {
    super(problem, null, false, false);
    this.start = start;
    this.end = end;
  }

  Failure failure() {
    return new Failure(start, end, String.valueOf(getMessage()));
  }
}
