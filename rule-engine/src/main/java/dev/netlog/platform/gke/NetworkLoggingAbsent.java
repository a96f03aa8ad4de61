package dev.netlog.platform.gke;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// Policies for GKE among manifests that are everything and hold no NetworkLogging.
final class NetworkLoggingAbsent implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("gke-networklogging-absent", "gke", Severity.INFO)
          .code("networklogging-absent")
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("there are policies but no NetworkLogging")
          .explanation(
              """
              The manifests are declared to be complete, hold network policies for GKE, and hold no \
              NetworkLogging. What the cluster logs is then decided by the object that GKE makes in new \
              clusters, with everything off, and by whoever edits it by hand. Without any object nothing is \
              logged.

              Reported once, at the first policy.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Keep a NetworkLogging named `default` beside the policies. If it is kept elsewhere, do not \
              declare the input complete.
              """)
          .sources(Sources.PAGE, Sources.BEHAVIOUR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    if (!GkeKinds.POLICIES.contains(subject.id().groupKind())
        || !inventory.list(GkeKinds.NETWORK_LOGGING, null).isKnownEmpty()
        || !isFirst(subject, inventory)) {
      return List.of();
    }
    JsonPointer name = JsonPointer.of("metadata", "name");
    boolean named = subject.content().at(name) != null;
    String message =
        "no NetworkLogging \"default\" stands beside the policies; without one nothing is logged, and"
            + " GKE makes one with logging off; add one";
    return List.of(
        Violation.at(Place.value(named ? name : JsonPointer.of("kind")), message)
            .withEffect(Effect.notLogged(inventory))
            .withFix(Fix.manual("add a NetworkLogging named default")));
  }

  private static boolean isFirst(Resource subject, Inventory inventory) {
    for (var kind : GkeKinds.POLICIES) {
      List<Resource> policies = inventory.list(kind, null).items();
      if (!policies.isEmpty()) {
        Resource first = policies.getFirst();
        return first.id().equals(subject.id()) && first.origin().equals(subject.origin());
      }
    }
    return false;
  }
}
