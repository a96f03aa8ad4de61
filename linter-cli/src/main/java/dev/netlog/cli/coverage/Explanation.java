package dev.netlog.cli.coverage;

import dev.netlog.cli.report.coverage.PointExplanation;
import dev.netlog.coverage.SubjectPoint;
import java.util.List;

/// The settings that decide whether one object's verdicts are logged.
///
/// @param target the platform, and the target's name if it has one
/// @param object its name in reports: `NetworkPolicy/edge/api`
/// @param inactive whether it is a policy without a verdict of its own
/// @param verdicts one for each different origin, with the subjects that share it
public record Explanation(
    String target, String object, boolean inactive, List<VerdictStory> verdicts) {
  public Explanation {
    verdicts = List.copyOf(verdicts);
  }

  /// One verdict.
  ///
  /// @param point one of the points
  /// @param subjects all subjects that have it
  /// @param story why it is logged or not
  public record VerdictStory(SubjectPoint point, List<String> subjects, PointExplanation story) {
    public VerdictStory {
      subjects = List.copyOf(subjects);
    }
  }
}
