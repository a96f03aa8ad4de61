package dev.netlog.io.yaml.syntax;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.reader.ReaderException;

/// Translates SnakeYAML's errors into messages of netlog and offsets in the file.
final class SyntaxErrors {
  private SyntaxErrors() {}

  /// A mistake that the scanner or the parser has found.
  static RefusedDocumentException refused(MarkedYAMLException e, String text, PartOffsets offsets) {
    var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
    int start = mark == null ? offsets.start() : offsets.of(mark.getIndex());
    boolean inside = start < text.length() && "\r\n".indexOf(text.charAt(start)) < 0;
    int end = inside ? text.offsetByCodePoints(start, 1) : start;
    if (start < text.length() && text.charAt(start) == '\t') {
      return new RefusedDocumentException(
          start, end, "a tab is used where YAML allows only spaces; indent with spaces");
    }
    String context = e.getContext() == null ? "" : " " + e.getContext();
    return new RefusedDocumentException(start, end, problem(e.getProblem()) + context);
  }

  private static String problem(@Nullable String problem) {
    if (problem == null) {
      return "invalid YAML";
    }
    int hint = problem.indexOf(". (");
    String text = hint < 0 ? problem : problem.substring(0, hint);
    return text.replace('\n', ' ').replace('\r', ' ').strip();
  }

  /// A character that YAML does not allow.
  static RefusedDocumentException refused(ReaderException e, String text, PartOffsets offsets) {
    int start = Math.min(offsets.of(e.getPosition()), text.length());
    int end = start < text.length() ? text.offsetByCodePoints(start, 1) : start;
    return new RefusedDocumentException(
        start, end, String.format("the character U+%04X is not allowed in YAML", e.getCodePoint()));
  }
}
