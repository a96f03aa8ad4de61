package dev.netlog.rule;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import java.util.List;

/// Detects one kind of defect.
///
/// A rule is pure and stateless: the same resource and inventory give the same violations, in the
/// order of their places. It reports and fixes its subject only; a rule about two resources checks
/// the one that has to change. Bad input is a violation, never an exception. An unknown answer of
/// the inventory adds no violation.
public interface Rule {

  /// The description of the rule.
  RuleInfo info();

  /// The defects of one resource; empty if there are none or the rule does not apply to its kind.
  List<Violation> check(Resource subject, Inventory inventory);
}
