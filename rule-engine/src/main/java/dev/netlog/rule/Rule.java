package dev.netlog.rule;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import java.util.List;

/// One defect, and how it is recognised.
///
/// A rule is pure and stateless: the same resource and inventory give the same violations, in the
/// order of their places. It reports on its subject only, and fixes its subject only; a rule about
/// two resources is written from the side of the one that has to change. Bad input is a violation,
/// never an exception, and what the inventory does not know adds none.
public interface Rule {

  /// What the rule says of itself.
  RuleInfo info();

  /// The defects of one resource; empty where there is none or the rule is not about its kind.
  List<Violation> check(Resource subject, Inventory inventory);
}
