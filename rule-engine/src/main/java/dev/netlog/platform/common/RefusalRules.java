package dev.netlog.platform.common;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What the platforms' own rules say about why an object is refused.
final class RefusalRules {
  private RefusalRules() {}

  /// The places that one of them is about: one cause, one finding.
  static Set<JsonPointer> places(List<Platform> platforms, Resource subject, Inventory inventory) {
    Set<JsonPointer> places = new HashSet<>();
    platforms.stream()
        .flatMap(platform -> platform.refusalRules().stream())
        .flatMap(rule -> rule.check(subject, inventory).stream())
        .forEach(violation -> places.add(violation.place().pointer()));
    return places;
  }
}
