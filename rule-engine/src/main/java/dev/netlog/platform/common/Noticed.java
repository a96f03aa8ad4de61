package dev.netlog.platform.common;

import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.Notice;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// What the search for points has noticed, as violations.
final class Noticed {
  private Noticed() {}

  /// One violation for each notice of a kind about an object of the input.
  static List<CoverageViolation> violations(
      CoverageView coverage, Notice.Kind kind, Function<Notice, Violation> work) {
    List<CoverageViolation> violations = new ArrayList<>();
    for (Notice notice : coverage.notices(kind)) {
      CoverageViolation violation = CoverageViolation.of(notice, work.apply(notice));
      if (violation != null) {
        violations.add(violation);
      }
    }
    return violations;
  }
}
