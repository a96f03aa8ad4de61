package dev.netlog.cli.command;

import dev.netlog.cli.coverage.Explanation;
import dev.netlog.cli.coverage.Explanation.VerdictStory;
import dev.netlog.cli.report.coverage.PointExplanation;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.io.text.Neutral;
import dev.netlog.network.Direction;
import dev.netlog.platform.LoggingState;
import java.util.List;

/// Writes an explanation for people: for each verdict, the settings in the order in which they are
/// read.
final class ExplanationText {
  /// The maximum number of subjects; more are counted.
  private static final int NAMED = 3;

  private ExplanationText() {}

  static void write(Explanation explanation, StringBuilder text) {
    line(text, explanation.object() + "  (" + explanation.target() + ")");
    if (explanation.verdicts().isEmpty()) {
      line(
          text,
          explanation.inactive()
              ? "  no verdict comes from it: it selects nothing, or others admit and deny the same"
              : "  no policy decides anything here, so nothing can be logged");
    }
    explanation.verdicts().forEach(verdict -> write(verdict, text));
    text.append('\n');
  }

  private static void write(VerdictStory verdict, StringBuilder text) {
    JudgedPoint point = verdict.point().point();
    Direction direction = point.point().direction();
    line(
        text,
        point.point().verdict().word()
            + (direction == null ? "" : " " + direction.word())
            + "  "
            + state(point.state())
            + "  "
            + point.point().reason().text()
            + "  for "
            + subjects(verdict.subjects()));
    PointExplanation story = verdict.story();
    for (int i = 0; i < story.steps().size(); i++) {
      PointExplanation.Step step = story.steps().get(i);
      String at = step.at() == null ? "" : "   " + step.at();
      line(text, "  " + (i + 1) + "  " + step.text() + at);
    }
    if (point.state() instanceof LoggingState.Unknown unknown) {
      line(text, "  => " + unknown.settledBy());
    } else if (!(point.state() instanceof LoggingState.Logged) && story.remedy() != null) {
      String at = story.remedyPlace() == null ? "" : "   " + story.remedyPlace();
      line(text, "  => " + story.remedy() + at);
    }
    if (story.witness() != null) {
      line(text, "  for example " + story.witness());
    }
  }

  private static String state(LoggingState state) {
    return switch (state) {
      case LoggingState.Logged _ -> "LOGGED";
      case LoggingState.NotLogged(_, boolean partial) -> partial ? "PARTLY LOGGED" : "NOT LOGGED";
      case LoggingState.Unknown _ -> "UNKNOWN";
    };
  }

  private static String subjects(List<String> subjects) {
    List<String> named = subjects.subList(0, Math.min(NAMED, subjects.size()));
    int more = subjects.size() - named.size();
    return String.join(", ", named) + (more == 0 ? "" : " and " + more + " more");
  }

  private static void line(StringBuilder text, String line) {
    text.append(Neutral.line(line)).append('\n');
  }
}
