package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.compare.PointChange;

/// What happened to points since the base, in a few words.
final class ChangeLabel {
  private static final String GAP = "  ";

  private ChangeLabel() {}

  static String of(Blocks.Told told) {
    SubjectPoint before = told.entry().before();
    String is = told.entry().cause();
    if (before == null) {
      return is;
    }
    String was = before.state().cause();
    if (told.entry().first().state().isUnreadable()) {
      return "cannot be read any more";
    }
    if (before.status() != Status.COVERED && told.entry().first().status() != Status.COVERED) {
      return changed(told.entry(), was, is);
    }
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

  /// What of a point changed that was not logged and is not.
  private static String changed(Entry entry, String was, String is) {
    if (entry.what().contains(PointChange.STATE)) {
      return was + " became " + is;
    }
    String what = String.join(" and ", entry.what().stream().map(PointChange::words).toList());
    return what + " changed, still " + is;
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
            .map(PointExplanation.Step::text)
            .anyMatch(text -> text.startsWith("absent", text.lastIndexOf(GAP) + GAP.length()));
    return absent ? "annotation removed" : "annotation changed";
  }
}
