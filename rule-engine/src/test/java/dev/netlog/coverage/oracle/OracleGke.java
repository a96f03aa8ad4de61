package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OraclePoint.Judgement;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The states of section 5 on GKE.
final class OracleGke implements OracleJudge {
  private static final String ALLOW_KEY = "policy.network.gke.io/enable-logging";
  private static final String DENY_KEY = "policy.network.gke.io/enable-deny-logging";

  private final World world;
  private final @Nullable Tree logging;
  private final Set<String> removed;

  /// @param removed the Namespaces and NetworkLoggings that a change removes, as `Kind/name`
  OracleGke(World world, Set<String> removed) {
    this.world = world;
    this.removed = removed;
    Tree found = null;
    for (Value.Mapping object : world.objects()) {
      Tree tree = new Tree(object);
      if (tree.get("kind").text("").equals("NetworkLogging")
          && tree.at("metadata", "name").text("").equals("default")) {
        found = tree;
      }
    }
    logging = found;
  }

  /// `all`, `off`, `delegated`, `unknown`, `invalid`.
  private String mode(String half) {
    if (removed.contains("NetworkLogging/default")) {
      return "off";
    }
    if (logging == null) {
      // What is declared to be complete lacks the object: nothing is logged then.
      String absent = world.isComplete() ? "off" : "unknown";
      String given = world.assumptions().getOrDefault("networkLogging", "unknown");
      String assumed = given.equals("unknown") ? absent : given;
      return assumed.equals("disabled") ? "off" : assumed;
    }
    boolean invalid = !OracleStored.isStored(logging, false);
    for (String each : List.of("allow", "deny")) {
      Tree log = logging.at("spec", "cluster", each, "log");
      Tree delegate = logging.at("spec", "cluster", each, "delegate");
      invalid |= delegate.isTrue() && !log.isTrue();
    }
    if (invalid) {
      return "invalid";
    }
    if (!logging.at("spec", "cluster", half, "log").isTrue()) {
      return "off";
    }
    return logging.at("spec", "cluster", half, "delegate").isTrue() ? "delegated" : "all";
  }

  /// What holds whatever the annotations are; null where they decide.
  private @Nullable Judgement before(String half, boolean windows, Value record) {
    if (windows) {
      return Judgement.missed("unsupported-os");
    }
    return switch (mode(half)) {
      case "unknown" -> Judgement.unknown("networklogging-unknown");
      case "invalid" -> Judgement.unknown("networklogging-invalid");
      case "off" -> Judgement.missed("log-disabled");
      case "all" -> Judgement.covered("log-all", record);
      default -> null;
    };
  }

  @Override
  public Judgement allow(Situation situation, OraclePolicy policy, Admits admits) {
    List<OraclePolicy> annotated = new ArrayList<>();
    for (OraclePolicy each : situation.applied()) {
      if (isTrue(each.object(), ALLOW_KEY)) {
        annotated.add(each);
      }
    }
    Judgement before =
        before("allow", situation.windows(), record(situation.applied(), policy, admits));
    if (before != null) {
      return before;
    }
    Value record = record(annotated, policy, admits);
    if (annotated.contains(policy)) {
      return Judgement.covered("annotated", record);
    }
    boolean some = false;
    boolean all = true;
    for (long connection : admits.of(policy)) {
      boolean covered = annotated.stream().anyMatch(each -> admits.is(each, connection));
      some |= covered;
      all &= covered;
    }
    if (all) {
      return new Judgement("covered", "covered-by-others", false, true, record);
    }
    return new Judgement("missed", bare(policy.object(), ALLOW_KEY), some, false, null);
  }

  /// Every policy of some that matches a connection of the point. Connections of a port name that
  /// nobody declares match the policy itself.
  private static Value record(List<OraclePolicy> some, OraclePolicy policy, Admits admits) {
    List<String> names = new ArrayList<>();
    for (OraclePolicy each : some) {
      if (each.equals(policy)
          || admits.of(policy).stream().anyMatch(connection -> admits.is(each, connection))) {
        names.add(each.namespace() + "/" + each.name());
      }
    }
    return Tree.value(Tree.map("disposition", "allow", "policies", names));
  }

  @Override
  public Judgement deny(Situation situation) {
    Judgement before =
        before("deny", situation.windows(), Tree.value(Tree.map("disposition", "deny")));
    if (before != null) {
      return before;
    }
    Tree namespace = situation.namespaceObject();
    if (namespace == null) {
      return removed.contains("Namespace/" + situation.namespace())
              || world.assumptions().getOrDefault("namespaces", "unknown").equals("unannotated")
          ? Judgement.missed("not-annotated")
          : Judgement.unknown("namespace-unknown");
    }
    if (isTrue(namespace, DENY_KEY)) {
      return Judgement.covered("annotated", Tree.value(Tree.map("disposition", "deny")));
    }
    return Judgement.missed(bare(namespace, DENY_KEY));
  }

  @Override
  public @Nullable String obstacle(OracleAdmin policy) {
    throw new IllegalStateException("not modelled on gke");
  }

  @Override
  public Judgement admin(OracleAdmin policy, String direction, int index) {
    throw new IllegalStateException("not modelled on gke");
  }

  private static boolean isTrue(Tree object, String key) {
    return object.at("metadata", "annotations", key).text("").equals("true")
        && !OracleStored.mayLoseAnnotations(object);
  }

  private static String bare(Tree object, String key) {
    Tree value = object.at("metadata", "annotations", key);
    boolean fine = !value.isWritten() || value.text("").equals("false");
    return fine ? "not-annotated" : "invalid-annotation";
  }
}
