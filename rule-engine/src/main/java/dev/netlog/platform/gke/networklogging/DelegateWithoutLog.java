package dev.netlog.platform.gke.networklogging;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Safety;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.facts.Sources;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// A half of a NetworkLogging that is delegated to annotations but not logged.
public final class DelegateWithoutLog implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("gke-delegate-without-log", "gke", Severity.ERROR)
          .code("networklogging-invalid")
          .title("delegate is true where log is not: the whole object is invalid")
          .explanation(
              """
              `delegate: true` hands the decision to annotations and is allowed only where `log` is true. \
              The schema does not say so: the API server stores the object, `kubectl apply` succeeds, and \
              the object has no status that would tell. The controller on each node then rejects it, both \
              halves of it, and leaves a Warning event `InvalidNetworkLogging`. The event names only one \
              half even where both are wrong.

              Nodes that run keep the setting they had. A node that starts later (a new one, an upgrade, a \
              restart of the agent) begins with logging off and rejects the object too. Logging therefore \
              stops node by node, days after the change.

              An absent or null `log` is a false one. A misspelt `log` is an absent one.
              """)
          .remedy(
              FixKind.UNSAFE,
              """
              Set `log` to true to log what is annotated, or `delegate` to false to log nothing. \
              The unsafe fix sets `log` to true. Then look for a normal event `UpdateNetworkLogging` \
              with `kubectl describe networklogging default`.
              """)
          .sources(Sources.PAGE, Sources.SCHEMA, Sources.BEHAVIOUR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    NetworkLogging logging = NetworkLogging.of(subject);
    if (logging == null) {
      return List.of();
    }
    String effect = logging.isStored() ? Effect.rejected(inventory) : null;
    return logging.problems().stream()
        .filter(problem -> problem instanceof Problem.DelegateWithoutLog)
        .map(problem -> violation((Problem.DelegateWithoutLog) problem, logging).withEffect(effect))
        .toList();
  }

  private static Violation violation(Problem.DelegateWithoutLog problem, NetworkLogging logging) {
    String half = problem.half().field();
    String message =
        "%1$s.delegate is \"true\" but %1$s.log is not, so the controller rejects the whole object; set %1$s.log to true, or %1$s.delegate to false"
            .formatted(half);
    Edit log = new Edit.Set(problem.half().pointer().child("log"), new Value.Bool(true));
    return Violation.at(Place.value(problem.pointer()), message)
        .withFix(Repair.of(logging, "set " + half + ".log to true", Safety.UNSAFE, log));
  }
}
