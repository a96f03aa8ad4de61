package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.compare.PointChange;
import dev.netlog.platform.Cause;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.Decision.Meaning;
import dev.netlog.platform.LoggingState;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Describes in a few words how points changed since the base.
final class ChangeLabel {
  private ChangeLabel() {}

  static String of(Blocks.Told told) {
    SubjectPoint before = told.entry().before();
    LoggingState now = told.entry().first().state();
    if (before == null) {
      return now.causeCode();
    }
    LoggingState was = before.state();
    if (now.isUnreadable()) {
      return "cannot be read any more";
    }
    if (told.entry().what().contains(PointChange.CONNECTIONS)) {
      return "decides what had a log";
    }
    if (before.status() != Status.COVERED && told.entry().first().status() != Status.COVERED) {
      return changed(told.entry(), was.asWritten().causeCode(), now.asWritten().causeCode());
    }
    String label =
        now.cause() == CommonCause.NOT_ANNOTATED
            ? notAnnotated(was.cause(), told)
            : now.cause().gained();
    return label == null ? was.causeCode() + " became " + now.causeCode() : label;
  }

  /// What changed at a point that is not logged, neither before nor now.
  private static String changed(Entry entry, String was, String is) {
    if (entry.what().contains(PointChange.STATE)) {
      return was + " became " + is;
    }
    String what = String.join(" and ", entry.what().stream().map(PointChange::words).toList());
    return what + " changed, still " + is;
  }

  private static @Nullable String notAnnotated(Cause was, Blocks.Told told) {
    return was == CommonCause.ANNOTATED ? annotation(told) : was.lost();
  }

  /// What happened to the annotation, or to the object that had it.
  private static String annotation(Blocks.Told told) {
    Set<Meaning> meanings = new HashSet<>();
    told.is().forEach(step -> meanings.add(step.meaning()));
    if (meanings.contains(Meaning.NOT_IN_INPUT)) {
      return "Namespace removed";
    }
    return meanings.contains(Meaning.ABSENT) ? "annotation removed" : "annotation changed";
  }
}
