package dev.netlog.cli.coverage;

import dev.netlog.cli.report.coverage.PointExplanation;
import dev.netlog.coverage.SubjectPoint;
import java.util.List;

/// What decides whether one object's verdicts are logged.
///
/// @param target the platform, and the target's name where it has one
/// @param object as reports name it: `NetworkPolicy/edge/api`
/// @param inactive whether it is a policy that no verdict comes from
/// @param verdicts one for each way a verdict comes about, with the subjects that share it
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
