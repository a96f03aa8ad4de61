package dev.netlog.platform.ovn.placement;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.ovn.acl.AclAnnotation;
import dev.netlog.platform.ovn.acl.AclKey;
import dev.netlog.platform.ovn.acl.AclLogging;
import dev.netlog.platform.ovn.acl.AclReader;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// A near miss of the key on an object that the right key would count on.
public final class OvnMisspeltAnnotation implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-misspelt-annotation", "ovn", Severity.ERROR)
          .title("a key is almost k8s.ovn.org/acl-logging")
          .explanation(
              """
              OVN-Kubernetes looks for the annotation `k8s.ovn.org/acl-logging` in exactly this spelling. \
              The API server takes any key, so with `k8s.ovn.org/acl_logging` or `ovn.org/acl-logging` \
              nothing is logged and nobody says why.
              """)
          .remedy(
              FixKind.SAFE,
              """
              Rename the key. The safe fix does it where the right key is not there yet and its value would \
              be read without an error.
              """)
          .sources(OvnSources.KEY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    AclReader reader = AclReader.of(subject);
    if (reader == null) {
      return List.of();
    }
    return subject.annotations().members().keySet().stream()
        .filter(AclKey::isMisspelt)
        .map(key -> violation(key, subject, reader))
        .toList();
  }

  private static Violation violation(String key, Resource subject, AclReader reader) {
    JsonPointer pointer = Resource.annotationPointer(key);
    String message =
        "OVN does not read "
            + Quoted.of(key)
            + ", so nothing is logged for it; did you mean "
            + Quoted.of(AclKey.KEY)
            + "?";
    return Violation.at(Place.key(pointer), message).withFix(fix(pointer, subject, reader));
  }

  private static Fix fix(JsonPointer pointer, Resource subject, AclReader reader) {
    boolean free = subject.annotations().get(AclKey.KEY) == null;
    if (free
        && subject.content().at(pointer) instanceof Value.Text text
        && !AclLogging.parse(text.value()).levels(reader).error()) {
      return Fix.safe(
          "rename it to " + Quoted.of(AclKey.KEY),
          new Edit.Remove(pointer),
          new Edit.Set(AclAnnotation.POINTER, text));
    }
    return Fix.manual(
        free
            ? "fix the value and rename the key to " + Quoted.of(AclKey.KEY)
            : "delete one of the two annotations");
  }
}
