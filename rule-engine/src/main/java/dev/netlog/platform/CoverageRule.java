package dev.netlog.platform;

import dev.netlog.rule.RuleInfo;
import java.util.List;

/// A defect that shows only once the points of a target are known and judged, and how it is
/// recognised.
///
/// Pure and stateless, as a [dev.netlog.rule.Rule] is: the same coverage gives the same violations
/// in the same order. What is unknown adds none. A rule of one platform is shown that platform's
/// coverage only.
public interface CoverageRule {

  /// What the rule says of itself.
  RuleInfo info();

  /// The defects of a target; empty where there is none.
  List<CoverageViolation> check(CoverageView coverage);
}
