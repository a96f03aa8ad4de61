package dev.netlog.platform.gke.networklogging;

import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.platform.gke.facts.Sources;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.Arrays;
import java.util.List;

/// A NetworkLogging that is in order and logs nothing.
public final class NetworkLoggingOff implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("gke-networklogging-off", "gke", Severity.INFO)
          .title("this NetworkLogging logs nothing at all")
          .explanation(
              """
              Both halves are off, so no connection of the cluster leaves a record, and annotations of \
              policies and Namespaces are not read. This is how GKE makes the object in a new cluster. An \
              absent or null `log` is a false one.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Set `spec.cluster.deny.log` to true to record denied connections, `spec.cluster.allow.log` \
              to record allowed ones. With `delegate: true` beside it only what is annotated is recorded. \
              If the cluster is meant to log nothing, switch this rule off.
              """)
          .sources(Sources.PAGE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    NetworkLogging logging = NetworkLogging.of(subject);
    if (logging == null || !logging.problems().isEmpty() || !isOff(logging)) {
      return List.of();
    }
    String message =
        "allow.log and deny.log are both \"false\" or absent, so nothing is logged;"
            + " set spec.cluster.deny.log to true, or allow.log, or both";
    return List.of(
        Violation.at(Place.key(logging.root()), message)
            .withEffect(Effect.nothingLogged(inventory))
            .withFix(Fix.manual("decide which half the cluster is to log")));
  }

  private static boolean isOff(NetworkLogging logging) {
    return Arrays.stream(LogSection.values()).allMatch(half -> logging.mode(half) == LogMode.OFF);
  }
}
