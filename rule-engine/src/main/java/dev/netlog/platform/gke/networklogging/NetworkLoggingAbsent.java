package dev.netlog.platform.gke.networklogging;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.gke.facts.GkeKinds;
import dev.netlog.platform.gke.facts.Sources;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A target for GKE without a NetworkLogging.
///
/// GKE always has one; where it is not in the input, what it says is not known. In a complete input
/// it is missing, which `lint` says too.
public final class NetworkLoggingAbsent implements CoverageRule {
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

              Reported once, at the first policy. `netlog coverage` also says so of manifests that are not declared \
              to be complete, since then it cannot know what the NetworkLogging says.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Keep a NetworkLogging named `default` beside the policies. If it is kept elsewhere, do not \
              declare the input complete.
              """)
          .sources(Sources.PAGE, Sources.BEHAVIOUR);

  /// What coverage calls the object, which nobody has seen.
  private static final String CLUSTER = "Cluster";

  private static final JsonPointer NAME = JsonPointer.of("metadata", "name");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    Inventory inventory = coverage.inventory();
    if (inventory.find(GkeKinds.NETWORK_LOGGING, null, GkeKinds.NETWORK_LOGGING_NAME)
        instanceof Lookup.Found) {
      return List.of();
    }
    Resource policy = firstPolicy(inventory);
    return List.of(
        policy != null && inventory.list(GkeKinds.NETWORK_LOGGING, null).isKnownEmpty()
            ? ofComplete(policy, inventory)
            : CoverageViolation.of(CLUSTER, unseen(inventory)));
  }

  private static CoverageViolation ofComplete(Resource policy, Inventory inventory) {
    boolean named = policy.content().at(NAME) != null;
    String message =
        "no NetworkLogging \"default\" stands beside the policies; without one nothing is logged, and"
            + " GKE makes one with logging off; add one";
    return CoverageViolation.of(
            policy,
            Violation.at(Place.value(named ? NAME : JsonPointer.of("kind")), message)
                .withEffect(Effect.notLogged(inventory))
                .withFix(Fix.manual("add a NetworkLogging named default")))
        .about(CLUSTER);
  }

  private static Violation unseen(Inventory inventory) {
    if (inventory.isRemoved(GkeKinds.NETWORK_LOGGING, GkeKinds.NETWORK_LOGGING_NAME)) {
      return Violation.at(
          Place.value(JsonPointer.ROOT),
          "this change removes the NetworkLogging named \"default\", and without one nothing is"
              + " logged; restore it");
    }
    String assumed = inventory.assumptions().of("networkLogging");
    String next =
        assumed.equals("unknown")
            ? "add it, or pass --assume networkLogging=delegated, all or disabled"
            : "it is assumed to be " + Quoted.of(assumed) + ": read its file too";
    return Violation.at(
        Place.value(JsonPointer.ROOT),
        "no NetworkLogging named \"default\" is in the input; " + next);
  }

  private static @Nullable Resource firstPolicy(Inventory inventory) {
    for (GroupKind kind : GkeKinds.POLICIES) {
      List<Resource> policies = inventory.list(kind, null).items();
      if (!policies.isEmpty()) {
        return policies.getFirst();
      }
    }
    return null;
  }
}
