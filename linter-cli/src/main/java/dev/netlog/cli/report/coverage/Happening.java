package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.SubjectPoint;

/// What happened to points since the base, in a few words.
final class Happening {
  private static final String GAP = "  ";

  private Happening() {}

  static String of(Blocks.Told told) {
    SubjectPoint before = told.entry().before();
    String is = told.entry().cause();
    if (before == null) {
      return is;
    }
    String was = before.state().cause();
    return switch (is) {
      case "annotated" -> "annotation added";
      case "covered-by-others" -> "annotated policies cover it";
      case "log-all", "log-disabled" -> "NetworkLogging changed";
      case "networklogging-unknown" -> "NetworkLogging removed";
      case "networklogging-invalid" -> "NetworkLogging no longer valid";
      case "invalid-annotation" -> "annotation no longer valid";
      case "namespace-unknown" -> "Namespace removed";
      case "unsupported-os" -> "moved to Windows nodes";
      case "not-annotated" -> notAnnotated(was, told);
      default -> was + " became " + is;
    };
  }

  private static String notAnnotated(String was, Blocks.Told told) {
    return switch (was) {
      case "annotated" -> annotation(told);
      case "log-all" -> "NetworkLogging changed";
      case "covered-by-others" -> "annotated policies no longer cover it";
      default -> was + " became not-annotated";
    };
  }

  /// What became of the annotation, or of the object that had it.
  private static String annotation(Blocks.Told told) {
    if (told.is().stream().anyMatch(step -> step.at() == null)) {
      return "Namespace removed";
    }
    boolean absent =
        told.is().stream()
            .map(PointStory.Step::text)
            .anyMatch(text -> text.startsWith("absent", text.lastIndexOf(GAP) + GAP.length()));
    return absent ? "annotation removed" : "annotation changed";
  }
}
