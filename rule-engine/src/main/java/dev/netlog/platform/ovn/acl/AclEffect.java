package dev.netlog.platform.ovn.acl;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.ovn.facts.OvnKinds;
import dev.netlog.platform.text.Counted;

/// What a mistake in the annotation costs, in the words of a finding's effect.
final class AclEffect {
  private static final JsonPointer INGRESS = JsonPointer.of("spec", "ingress");
  private static final JsonPointer EGRESS = JsonPointer.of("spec", "egress");

  private AclEffect() {}

  /// The whole value is discarded.
  static String discarded(AclAnnotation annotation, Inventory inventory) {
    return annotation.reader().programsPolicy()
        ? notProgrammed(annotation.subject())
        : lost("allow and deny", annotation.subject(), inventory);
  }

  /// One field is switched off.
  static String off(AclField field, AclAnnotation annotation, Inventory inventory) {
    return annotation.reader().programsPolicy()
        ? notProgrammed(annotation.subject())
        : lost(field.key(), annotation.subject(), inventory);
  }

  private static String notProgrammed(Resource policy) {
    int rules = policy.content().itemsAt(INGRESS).size() + policy.content().itemsAt(EGRESS).size();
    String whole = (policy.id().kind() + " " + policy.id().name()).strip() + " is not programmed";
    return switch (rules) {
      case 0 -> whole;
      case 1 -> whole + ": its 1 rule is not enforced";
      default -> whole + ": none of its " + rules + " rules is enforced";
    };
  }

  private static String lost(String verdicts, Resource namespace, Inventory inventory) {
    String name = namespace.id().name();
    if (name.isEmpty()) {
      return verdicts + " verdicts in this namespace leave no record";
    }
    int policies =
        OvnKinds.LOGGED_BY_NAMESPACE.stream()
            .mapToInt(kind -> inventory.list(kind, name).items().size())
            .sum();
    return switch (policies) {
      case 0 -> verdicts + " verdicts in namespace " + name + " leave no record";
      case 1 -> "1 policy in " + name + " loses its " + verdicts + " log";
      default ->
          Counted.of(policies, "policy", "policies")
              + " in "
              + name
              + " lose their "
              + verdicts
              + " log";
    };
  }
}
