package dev.netlog.platform;

import dev.netlog.rule.RuleInfo;
import java.util.List;

/// A rule that finds defects in the coverage of a target, for defects that show only in the points
/// and their states.
///
/// Pure and stateless, as a [dev.netlog.rule.Rule] is: the same coverage gives the same violations
/// in the same order. Unknown states add no violation. A rule of one platform gets only the
/// coverage of that platform.
public interface CoverageRule {

  /// The id, severity and texts of the rule.
  RuleInfo info();

  /// The defects of a target; empty where there is none.
  List<CoverageViolation> check(CoverageView coverage);
}
