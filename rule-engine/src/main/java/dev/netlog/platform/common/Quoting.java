package dev.netlog.platform.common;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.fix.Patched;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Platform;
import java.util.List;
import java.util.Set;

/// Turns the value of an annotation into the string that was meant.
final class Quoting {
  private Quoting() {}

  /// A quoted scalar is what was written. A quoted mapping or list is so only where the platform
  /// has nothing to say against the JSON of it.
  static Fix of(String key, Value value, Resource subject, Platform platform) {
    Edit edit =
        new Edit.Set(Resource.annotationPointer(key), new Value.Text(CompactJson.of(value)));
    if (!(value instanceof Value.Mapping || value instanceof Value.Sequence)) {
      return Fix.safe("put the value in quotes", edit);
    }
    return isAccepted(edit, subject, platform)
        ? Fix.safe("write it as JSON text", edit)
        : Fix.manual("write the string that " + key + " takes");
  }

  private static boolean isAccepted(Edit edit, Resource subject, Platform platform) {
    JsonPointer pointer = edit.pointer();
    Inventory nothing = ManifestInventory.of(List.of(), Set.of());
    if (!(Patched.of(subject.content(), List.of(edit)) instanceof Value.Mapping content)) {
      return false;
    }
    Resource after = new Resource(subject.id(), content, subject.origin());
    return platform.rules().stream()
        .flatMap(rule -> rule.check(after, nothing).stream())
        .noneMatch(violation -> violation.place().pointer().equals(pointer));
  }
}
