package dev.netlog.platform.ovn;

import static dev.netlog.model.KubernetesKinds.ADMIN_NETWORK_POLICY;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.ovn.facts.OvnKinds;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.policy.WholeNumbers;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Related;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Priorities of AdminNetworkPolicies that are refused, not installed, or there twice.
final class AdminPriority implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-admin-priority", "ovn", Severity.ERROR)
          .code("admin-priority")
          .title("an AdminNetworkPolicy is not installed, or its order is not defined")
          .explanation(
              """
              The API takes priorities from 0 to 1,000; the API server refuses others. OVN-Kubernetes has room \
              for 0 to 99 only: a policy with a higher priority is stored, an event \
              `ANPWithUnsupportedPriority` says so, and none of its rules is installed.

              Of two policies with one priority nobody can say which comes first. OVN-Kubernetes installs both, \
              with an event `ANPWithDuplicatePriority`; which of them decides, and logs, a connection that both \
              have a rule for may change. This is a warning.
              """)
          .remedy(
              FixKind.MANUAL, "Give each AdminNetworkPolicy a priority of its own from 0 to 99.")
          .sources(
              OvnSources.ADMIN_POLICY,
              "[network-policy-api](https://network-policy-api.sigs.k8s.io/reference/spec/)");

  private static final int LAST_STORED = 1_000;

  /// The most other policies that a finding names.
  private static final int MOST_RELATED = 10;

  private static final JsonPointer PRIORITY = JsonPointer.of("spec", "priority");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    Long priority = priority(subject);
    if (priority == null) {
      return List.of();
    }
    String written = "priority " + priority;
    if (priority < 0 || priority > LAST_STORED) {
      return List.of(
          error(
              written
                  + " is refused by the API server, which takes 0 to 1000, of which OVN-Kubernetes"
                  + " installs 0 to 99; use one of these"));
    }
    if (priority > OvnKinds.LAST_ADMIN_PRIORITY) {
      return List.of(
          error(written + " is above 99, so OVN-Kubernetes installs no rule of it; use 0 to 99")
              .withEffect("nothing that this policy says is enforced or logged"));
    }
    return tie(subject, priority, inventory);
  }

  private static Violation error(String message) {
    return Violation.at(Place.value(PRIORITY), message)
        .withFix(Fix.manual("choose a priority from 0 to 99"));
  }

  private static List<Violation> tie(Resource subject, Long priority, Inventory inventory) {
    List<Resource> others =
        inventory.list(ADMIN_NETWORK_POLICY, null).items().stream()
            .filter(other -> !other.id().name().equals(subject.id().name()))
            .filter(other -> priority.equals(priority(other)))
            .limit(MOST_RELATED)
            .toList();
    if (others.isEmpty()) {
      return List.of();
    }
    String message =
        "priority "
            + priority
            + " is that of "
            + others.getFirst().id()
            + " too, so nobody can say which of them decides; give each its own";
    return List.of(
        Violation.at(Place.value(PRIORITY), message)
            .withRelated(
                others.stream()
                    .map(
                        other ->
                            new Related(
                                other, Place.value(PRIORITY), "the priority of " + other.id()))
                    .toList())
            .withFix(Fix.manual("choose another priority from 0 to 99"))
            .withSeverity(Severity.WARNING)
            .withCode("admin-priority-tie"));
  }

  /// The number, null where the object is no such policy or has none that is an integer.
  private static @Nullable Long priority(Resource policy) {
    return policy.is(ADMIN_NETWORK_POLICY)
            && policy.content().at(PRIORITY) instanceof Value.Numeral(String literal)
        ? WholeNumbers.of(literal)
        : null;
  }
}
