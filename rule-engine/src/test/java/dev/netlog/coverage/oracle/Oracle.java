package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OraclePoint.Fingerprint;
import dev.netlog.coverage.oracle.OraclePoint.Judgement;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The points of a target and what is counted of them, worked out by listing connections.
public final class Oracle {
  private static final Set<String> UNMODELLED_ON_GKE =
      Set.of(
          "CiliumNetworkPolicy",
          "CiliumClusterwideNetworkPolicy",
          "FQDNNetworkPolicy",
          "AdminNetworkPolicy",
          "BaselineAdminNetworkPolicy",
          "ClusterNetworkPolicy");
  private static final Set<String> UNMODELLED_ON_OVN =
      Set.of("ClusterNetworkPolicy", "MultiNetworkPolicy");
  private static final Set<String> CLUSTER_SCOPED =
      Set.of(
          "CiliumClusterwideNetworkPolicy",
          "AdminNetworkPolicy",
          "BaselineAdminNetworkPolicy",
          "ClusterNetworkPolicy",
          "NetworkLogging",
          "Namespace");

  private final World world;
  private final boolean ovn;
  private final OracleJudge judge;
  private final Map<String, List<Tree>> namespaced = new TreeMap<>();
  private final List<Tree> cluster = new ArrayList<>();
  private final List<OraclePoint> points = new ArrayList<>();
  private final List<String> pairs = new ArrayList<>();
  private final Set<String> excluded = new TreeSet<>();
  private final Set<String> policies = new TreeSet<>();

  private Oracle(World world) {
    this.world = world;
    this.ovn = world.platform().equals("ovn");
    this.judge = ovn ? new OracleOvn(world.assumptions()) : new OracleGke(world);
  }

  /// Everything about a target.
  public static OracleCoverage of(World world) {
    Oracle oracle = new Oracle(world);
    oracle.sort();
    oracle.admins().forEach(admin -> oracle.policies.add(OracleNamespace.name(admin)));
    oracle.namespaced.forEach(oracle::namespace);
    oracle.cluster.forEach(object -> oracle.unmodelled(object, "Cluster", ""));
    return new OracleCoverage(oracle.points, oracle.pairs, oracle.excluded, oracle.policies);
  }

  private void sort() {
    for (Value.Mapping object : world.objects()) {
      Tree tree = new Tree(object);
      if (CLUSTER_SCOPED.contains(kind(tree))) {
        cluster.add(tree);
      } else {
        String namespace = tree.at("metadata", "namespace").text("default");
        namespaced.computeIfAbsent(namespace, _ -> new ArrayList<>()).add(tree);
      }
    }
  }

  private void namespace(String name, List<Tree> objects) {
    Tree object =
        cluster.stream()
            .filter(each -> kind(each).equals("Namespace") && name(each).equals(name))
            .findFirst()
            .orElse(null);
    List<OraclePolicy> here =
        ofKind(objects, "NetworkPolicy").stream()
            .map(each -> OraclePolicy.of(name, each))
            .sorted((a, b) -> a.name().compareTo(b.name()))
            .toList();
    here.forEach(policy -> policies.add(OracleNamespace.name(policy)));
    List<OracleAdmin> admins = admins();
    List<Tree> workloads =
        objects.stream().filter(each -> OracleSubjects.isWorkload(kind(each))).toList();
    List<OracleSubject> subjects =
        workloads.isEmpty()
            ? OracleSubjects.virtual(name, here)
            : OracleSubjects.real(name, workloads);
    OracleNamespace namespace = new OracleNamespace(name, object, here, admins, judge);
    boolean inhabited = false;
    for (OracleSubject subject : subjects) {
      if (subject.hostNetwork()) {
        excluded.add(subject.id());
        continue;
      }
      inhabited = true;
      for (String direction : List.of("Ingress", "Egress")) {
        points.addAll(new OracleSide(namespace, subject, direction).points());
        if (!subject.isVirtual()) {
          pairs.add(subject.id() + ":" + direction.toLowerCase(java.util.Locale.ROOT));
        }
      }
    }
    for (Tree each : objects) {
      if (ovn && kind(each).equals("EgressFirewall") && name(each).equals("default")) {
        policies.add("EgressFirewall/" + name + "/default");
        if (inhabited && judge instanceof OracleOvn firewalls) {
          points.addAll(firewalls.firewall(name, object, each));
        }
      }
      unmodelled(each, "Namespace/" + name, name + "/");
    }
  }

  private List<OracleAdmin> admins() {
    List<OracleAdmin> admins = new ArrayList<>();
    if (ovn) {
      for (String kind : List.of("AdminNetworkPolicy", "BaselineAdminNetworkPolicy")) {
        for (Tree each : ofKind(cluster, kind)) {
          admins.add(OracleAdmin.of(each));
        }
      }
    }
    return admins;
  }

  private void unmodelled(Tree object, String subject, String prefix) {
    if ((ovn ? UNMODELLED_ON_OVN : UNMODELLED_ON_GKE).contains(kind(object))) {
      String name = kind(object) + "/" + prefix + name(object);
      policies.add(name);
      Judgement judgement = Judgement.unknown("unmodelled-policy");
      points.add(
          new OraclePoint(
              subject,
              "-",
              "any",
              name,
              Set.of(name),
              Fingerprint.of(null, List.of(object)),
              judgement));
    }
  }

  private static List<Tree> ofKind(List<Tree> objects, String kind) {
    return objects.stream().filter(each -> kind(each).equals(kind)).toList();
  }

  private static String kind(Tree object) {
    return object.get("kind").text("");
  }

  private static String name(Tree object) {
    return object.at("metadata", "name").text("");
  }
}
