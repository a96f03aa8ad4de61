package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OraclePoint.Fingerprint;
import dev.netlog.coverage.oracle.OraclePoint.Judgement;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The states of section 5 on OVN-Kubernetes.
final class OracleOvn implements OracleJudge {
  private static final String KEY = "k8s.ovn.org/acl-logging";
  private static final int LAST_PRIORITY = 99;
  private static final int LAST_RULE = 8000;

  private final boolean assumedBare;
  private final Set<String> removed;

  /// @param assumptions by name; a Namespace that is not in the input may be assumed to be bare
  /// @param removed the Namespaces that a change removes, as `Namespace/name`
  OracleOvn(Map<String, String> assumptions, Set<String> removed) {
    this.removed = removed;
    this.assumedBare = assumptions.getOrDefault("namespaces", "").equals("unannotated");
  }

  @Override
  public Judgement allow(Situation situation, OraclePolicy policy, Admits admits) {
    List<String> names = new ArrayList<>();
    for (int rule : admits.rules(policy)) {
      names.add(
          "NP:"
              + policy.namespace()
              + ":"
              + policy.name()
              + ":"
              + situation.direction()
              + ":"
              + rule);
    }
    return ofNamespace(situation.namespace(), situation.namespaceObject(), "allow", names);
  }

  @Override
  public Judgement deny(Situation situation) {
    String name = "NP:" + situation.namespace() + ":" + situation.direction();
    return ofNamespace(situation.namespace(), situation.namespaceObject(), "deny", List.of(name));
  }

  private Judgement ofNamespace(
      String name, @Nullable Tree namespace, String verdict, List<String> names) {
    if (namespace == null) {
      return assumedBare || removed.contains("Namespace/" + name)
          ? Judgement.missed("not-annotated")
          : Judgement.unknown("namespace-unknown");
    }
    Tree annotation = namespace.at("metadata", "annotations", KEY);
    if (annotation.exists() && annotation.text() == null) {
      return Judgement.missed("invalid-annotation");
    }
    return judgement(namespace, verdict, names);
  }

  /// Why an admin policy is not programmed, null where it is.
  @Override
  public @Nullable String obstacle(OracleAdmin policy) {
    Tree annotation = policy.object().at("metadata", "annotations", KEY);
    boolean text = annotation.text() != null || !annotation.exists();
    if (!text || AclTexts.of(annotation.text("")).hasMistake()) {
      return "invalid-annotation";
    }
    return policy.priority() > LAST_PRIORITY ? "not-programmed" : null;
  }

  @Override
  public Judgement admin(OracleAdmin policy, String direction, int index) {
    String obstacle = obstacle(policy);
    if (obstacle != null) {
      return Judgement.missed(obstacle);
    }
    String name =
        (policy.baseline() ? "BANP:" : "ANP:") + policy.name() + ":" + direction + ":" + index;
    String action = policy.entries(direction).get(index).action();
    return judgement(policy.object(), action, List.of(name));
  }

  private static Judgement judgement(Tree holder, String verdict, List<String> names) {
    AclTexts texts = AclTexts.of(holder.at("metadata", "annotations", KEY).text(""));
    String severity = texts.severity(verdict);
    if (severity.isEmpty()) {
      return Judgement.missed("not-annotated");
    }
    if (severity.equals("!") || OracleStored.mayLoseAnnotations(holder)) {
      return Judgement.missed("invalid-annotation");
    }
    Value record =
        Tree.value(
            Tree.map(
                "names",
                names.stream().map(OracleOvn::cut).distinct().toList(),
                "verdict",
                verdict.equals("deny") ? "drop" : verdict,
                "severity",
                severity));
    return Judgement.covered("annotated", record);
  }

  private static String cut(String name) {
    return name.substring(0, Math.min(63, name.length()));
  }

  /// The points of a namespace's EgressFirewall.
  List<OraclePoint> firewall(String namespace, @Nullable Tree namespaceObject, Tree object) {
    List<OraclePoint> points = new ArrayList<>();
    List<Tree> rules = object.at("spec", "egress").items();
    boolean programmed = isProgrammed(rules);
    for (int i = 0; i < rules.size(); i++) {
      Tree rule = rules.get(i);
      if (rules.subList(0, i).stream().anyMatch(earlier -> isInside(rule, earlier))) {
        continue;
      }
      String verdict = rule.get("type").text("").equals("Allow") ? "allow" : "deny";
      List<String> names = List.of("EF:" + namespace + ":" + i);
      points.add(
          new OraclePoint(
              "Namespace/" + namespace,
              "egress",
              verdict,
              "EgressFirewall/" + namespace + "#" + i,
              Set.of("EgressFirewall/" + namespace),
              Fingerprint.of(Meaning.written(object)),
              programmed
                  ? ofNamespace(namespace, namespaceObject, verdict, names)
                  : Judgement.missed("not-programmed")));
    }
    return points;
  }

  /// One rule that cannot be read, or too many, keep all of them out.
  private static boolean isProgrammed(List<Tree> rules) {
    boolean programmed = rules.size() <= LAST_RULE + 1;
    for (Tree rule : rules) {
      String cidr = rule.at("to", "cidrSelector").text();
      programmed &= cidr == null || Block.parse(cidr) != null;
    }
    return programmed;
  }

  private static boolean isInside(Tree rule, Tree earlier) {
    Block inner = Block.parse(rule.at("to", "cidrSelector").text(""));
    Block outer = Block.parse(earlier.at("to", "cidrSelector").text(""));
    if (inner == null || outer == null || !outer.contains(inner)) {
      return false;
    }
    List<Tree> ports = rule.get("ports").items();
    List<Tree> others = earlier.get("ports").items();
    return others.isEmpty() || (!ports.isEmpty() && others.containsAll(ports));
  }
}
