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

  private final boolean assumedBare;

  /// @param assumptions by name; a Namespace that is not in the input may be assumed to be bare
  OracleOvn(Map<String, String> assumptions) {
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
    return ofNamespace(situation.namespaceObject(), "allow", names);
  }

  @Override
  public Judgement deny(Situation situation) {
    String name = "NP:" + situation.namespace() + ":" + situation.direction();
    return ofNamespace(situation.namespaceObject(), "deny", List.of(name));
  }

  private Judgement ofNamespace(@Nullable Tree namespace, String verdict, List<String> names) {
    if (namespace == null) {
      return assumedBare
          ? Judgement.missed("not-annotated")
          : Judgement.unknown("namespace-unknown");
    }
    Tree annotation = namespace.at("metadata", "annotations", KEY);
    if (annotation.exists() && annotation.text() == null) {
      return Judgement.missed("invalid-annotation");
    }
    return judgement(AclTexts.of(annotation.text("")).severity(verdict), verdict, names);
  }

  @Override
  public Judgement admin(OracleAdmin policy, String direction, int index) {
    String name =
        (policy.baseline() ? "BANP:" : "ANP:") + policy.name() + ":" + direction + ":" + index;
    Tree annotation = policy.object().at("metadata", "annotations", KEY);
    if (annotation.exists() && annotation.text() == null) {
      return Judgement.missed("invalid-annotation");
    }
    AclTexts texts = AclTexts.of(annotation.text(""));
    String action = policy.entries(direction).get(index).action();
    return texts.hasMistake()
        ? Judgement.missed("invalid-annotation")
        : judgement(texts.severity(action), action, List.of(name));
  }

  private static Judgement judgement(String severity, String verdict, List<String> names) {
    if (severity.isEmpty() || severity.equals("!")) {
      return Judgement.missed(severity.isEmpty() ? "not-annotated" : "invalid-annotation");
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
    for (int i = 0; i < rules.size(); i++) {
      Tree rule = rules.get(i);
      if (rules.subList(0, i).stream().anyMatch(earlier -> isInside(rule, earlier))) {
        continue;
      }
      String verdict = rule.get("type").text("").equals("Allow") ? "allow" : "deny";
      points.add(
          new OraclePoint(
              "Namespace/" + namespace,
              "egress",
              verdict,
              "EgressFirewall/" + namespace + "#" + i,
              Set.of("EgressFirewall/" + namespace + "/default"),
              Fingerprint.of(null, List.of(object)),
              ofNamespace(namespaceObject, verdict, List.of("EF:" + namespace + ":" + i))));
    }
    return points;
  }

  private static boolean isInside(Tree rule, Tree earlier) {
    String cidr = rule.at("to", "cidrSelector").text();
    String outer = earlier.at("to", "cidrSelector").text();
    if (cidr == null || outer == null || !Block.of(outer).contains(Block.of(cidr))) {
      return false;
    }
    List<Tree> ports = rule.get("ports").items();
    List<Tree> others = earlier.get("ports").items();
    return others.isEmpty() || (!ports.isEmpty() && others.containsAll(ports));
  }
}
