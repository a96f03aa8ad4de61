package dev.netlog.platform.gke.networklogging;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.facts.GkeKinds;
import dev.netlog.platform.gke.facts.Sources;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/// A NetworkLogging that the API server refuses.
public final class NetworkLoggingSchema implements Rule {
  private static final String API_VERSION = GkeKinds.GROUP + "/" + GkeKinds.VERSION;

  private static final RuleInfo INFO =
      RuleInfo.of("gke-networklogging-schema", "gke", Severity.ERROR)
          .code("networklogging-invalid")
          .title("the API server refuses this NetworkLogging")
          .explanation(
              """
              A NetworkLogging is checked against the schema of its custom resource before it is stored. \
              The schema knows one version (`networking.gke.io/v1alpha1`), one name (`default`), and \
              booleans for `log` and `delegate`: `"true"` in quotes is a string and refused. So is every \
              other field of a wrong type.

              The cluster keeps the setting it had, usually the object that GKE made with everything off. \
              In a pipeline that applies many objects the refusal is easily overlooked.
              """)
          .remedy(
              FixKind.SAFE,
              """
              Write what the message asks for. Booleans that stand in quotes are unquoted by the safe fix; \
              other names, versions and groups are corrected only by the unsafe one, since the object may be \
              meant for something else.
              """)
          .sources(Sources.SCHEMA, Sources.PAGE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    return violations(subject);
  }

  /// What the API server refuses in an object that is meant as a NetworkLogging.
  public static List<Violation> violations(Resource subject) {
    if (!GkeKinds.isMeantAsNetworkLogging(subject.id().groupKind())) {
      return List.of();
    }
    NetworkLogging logging = NetworkLogging.of(subject);
    if (logging == null) {
      return unknownKind(subject);
    }
    return logging.problems().stream()
        .filter(Problem::isRefused)
        .filter(problem -> LogSection.ofKey(problem.pointer().last()) == null)
        .map(problem -> violation(problem, logging))
        .toList();
  }

  private static List<Violation> unknownKind(Resource subject) {
    List<Violation> violations = new ArrayList<>();
    String apiVersion = subject.id().apiVersion();
    if (!apiVersion.equals(API_VERSION)) {
      violations.add(
          instead("apiVersion", apiVersion, API_VERSION, "no API has a NetworkLogging under "));
    }
    String kind = subject.id().kind();
    if (!kind.equals(GkeKinds.NETWORK_LOGGING.kind())) {
      violations.add(
          instead("kind", kind, GkeKinds.NETWORK_LOGGING.kind(), "the API server has no kind "));
    }
    return violations;
  }

  private static Violation instead(String member, String written, String right, String complaint) {
    JsonPointer pointer = JsonPointer.of(member);
    String message = complaint + Quoted.of(written) + "; write " + member + ": " + right;
    Edit edit = new Edit.Set(pointer, new Value.Text(right));
    return Violation.at(Place.value(pointer), message)
        .withFix(Fix.unsafe("write " + member + " " + right, edit));
  }

  private static Violation violation(Problem problem, NetworkLogging logging) {
    return Violation.at(Place.value(problem.pointer()), FieldRefusal.message(problem))
        .withFix(FieldRefusal.fix(problem, logging));
  }
}
