package dev.netlog.io.yaml;

import java.io.Serial;

/// kubectl would refuse the document here. Caught inside this package and turned into a [Failure].
final class RefusedDocumentException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;
  private final boolean limit;

  /// @param start the offending place, in UTF-16 units of the file's text
  /// @param end behind it; may equal start
  /// @param problem what is wrong, as a message's middle part
  RefusedDocumentException(int start, int end, String problem) {
    this(start, end, problem, false);
  }

  private RefusedDocumentException(int start, int end, String problem, boolean limit) {
    super(problem, null, false, false);
    this.limit = limit;
    this.start = start;
    this.end = end;
  }

  /// netlog stops here, while kubectl may go on.
  static RefusedDocumentException limit(int at, String problem) {
    return new RefusedDocumentException(at, at, problem, true);
  }

  /// Whether it is netlog's own limit that is met.
  boolean isLimit() {
    return limit;
  }

  Failure failure() {
    return new Failure(start, end, String.valueOf(getMessage()));
  }
}
