package dev.netlog.io.yaml.syntax;

import java.io.Serial;

/// kubectl would refuse the document here. Caught where manifests are read, and turned into a
/// [Failure].
public final class RefusedDocumentException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final int start;
  private final int end;
  private final boolean limit;

  /// Creates the refusal of a document.
  ///
  /// @param start the start of the offending text, in UTF-16 units of the file's text
  /// @param end its end, exclusive; may equal start
  /// @param problem what is wrong, to be put in the middle of a message
  public RefusedDocumentException(int start, int end, String problem) {
    this(start, end, problem, false);
  }

  private RefusedDocumentException(int start, int end, String problem, boolean limit) {
    super(problem, null, false, false);
    this.limit = limit;
    this.start = start;
    this.end = end;
  }

  /// A limit of netlog; kubectl may read the document.
  static RefusedDocumentException limit(int at, String problem) {
    return new RefusedDocumentException(at, at, problem, true);
  }

  /// Whether a limit of netlog is the reason.
  public boolean isLimit() {
    return limit;
  }

  public Failure failure() {
    return new Failure(start, end, String.valueOf(getMessage()));
  }
}
