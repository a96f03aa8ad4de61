package dev.netlog.io.yaml.syntax;

import java.io.Serial;

/// kubectl would refuse the document here. Caught where manifests are read, and turned into a
/// [Failure].
public final class RefusedDocumentException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;
  private final boolean limit;

  /// A document that is refused at a place.
  ///
  /// @param start the offending place, in UTF-16 units of the file's text
  /// @param end behind it; may equal start
  /// @param problem what is wrong, as a message's middle part
  public RefusedDocumentException(int start, int end, String problem) {
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
  public boolean isLimit() {
    return limit;
  }

  public Failure failure() {
    return new Failure(start, end, String.valueOf(getMessage()));
  }
}
