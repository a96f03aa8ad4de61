package dev.netlog.platform.common;

import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.Notice;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/// What the search for points has noticed, as violations.
final class Noticed {
  private Noticed() {}

  /// One violation for each notice of a fact about an object of the input.
  static <D extends Notice.Detail> List<CoverageViolation> violations(
      CoverageView coverage, Class<D> fact, BiFunction<Notice, D, Violation> work) {
    List<CoverageViolation> violations = new ArrayList<>();
    for (Notice notice : coverage.notices()) {
      if (fact.isInstance(notice.detail())) {
        Violation of = work.apply(notice, fact.cast(notice.detail()));
        CoverageViolation violation = CoverageViolation.of(notice, of);
        if (violation != null) {
          violations.add(violation);
        }
      }
    }
    return violations;
  }
}
