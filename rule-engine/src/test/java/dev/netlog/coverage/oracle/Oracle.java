package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OraclePoint.Fingerprint;
import dev.netlog.coverage.oracle.OraclePoint.Judgement;
import dev.netlog.coverage.oracle.OracleSelector.Answer;
import dev.netlog.coverage.oracle.OracleSelector.LabelSet;
import dev.netlog.coverage.oracle.OracleSubject.NamedPort;
import dev.netlog.coverage.oracle.OracleTarget.Place;
import dev.netlog.coverage.oracle.OracleVirtual.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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

  private final boolean ovn;
  private final boolean complete;
  private final boolean ipv6;
  private final OracleObjects objects;
  private final OracleJudge judge;
  private final List<OracleAdmin> admins;
  private final Map<String, List<OraclePolicy>> policiesOf = new TreeMap<>();
  private final Map<String, List<OracleSubject>> subjectsOf = new TreeMap<>();
  private final List<Located> virtual;
  private final List<OraclePoint> points = new ArrayList<>();
  private final List<String> pairs = new ArrayList<>();
  private final Set<String> excluded = new TreeSet<>();
  private final Set<String> policies = new TreeSet<>();
  private final Map<String, Place> places = new TreeMap<>();

  private Oracle(World world, Set<String> removed, boolean ipv6) {
    this.ovn = world.platform().equals("ovn");
    this.complete = world.isComplete();
    this.objects = OracleObjects.of(world);
    this.judge = ovn ? new OracleOvn(world.assumptions(), removed) : new OracleGke(world, removed);
    this.admins = ovn ? objects.admins() : List.of();
    objects.namespaced().forEach(this::read);
    this.ipv6 = ipv6 || namesIpv6();
    this.virtual = virtual();
  }

  /// Everything about a target.
  public static OracleCoverage of(World world) {
    return of(new Oracle(world, Set.of(), false));
  }

  /// The same as the head of a change: what it removes of the settings is off.
  public static OracleCoverage ofHead(World base, World head) {
    boolean ipv6 = new Oracle(base, Set.of(), false).ipv6;
    return of(new Oracle(head, head.without(base), ipv6));
  }

  /// Everything about one side of a change: both sides have the same addresses.
  public static OracleCoverage of(World world, World other) {
    return of(new Oracle(world, Set.of(), new Oracle(other, Set.of(), false).ipv6));
  }

  /// Whether some rule names an IPv6 block.
  private boolean namesIpv6() {
    List<OracleRule> rules = new ArrayList<>();
    policiesOf.values().stream()
        .flatMap(List::stream)
        .forEach(
            policy -> {
              rules.addAll(policy.ingress());
              rules.addAll(policy.egress());
            });
    for (OracleAdmin admin : admins) {
      admin.ingress().forEach(entry -> rules.add(entry.rule()));
      admin.egress().forEach(entry -> rules.add(entry.rule()));
    }
    return rules.stream()
        .flatMap(rule -> rule.peers().stream())
        .anyMatch(peer -> peer instanceof OracleRule.Addresses each && each.block().isIpv6());
  }

  private static OracleCoverage of(Oracle oracle) {
    oracle.admins.forEach(admin -> oracle.policies.add(OracleNamespace.name(admin)));
    Set<String> names = new TreeSet<>(oracle.objects.namespaced().keySet());
    oracle.virtual.forEach(each -> names.add(each.namespace()));
    names.stream().filter(name -> !name.equals(OracleVirtual.ANYWHERE)).forEach(oracle::namespace);
    oracle.anywhere();
    oracle.objects.cluster().forEach(object -> oracle.unmodelled(object, "Cluster", ""));
    return new OracleCoverage(
        oracle.points,
        oracle.pairs,
        oracle.excluded,
        oracle.policies,
        oracle.objects.refused(),
        oracle.virtual,
        new OracleTarget(
            oracle.subjectsOf,
            oracle.policiesOf,
            oracle.admins,
            oracle.stored(),
            oracle.places,
            oracle::governed,
            oracle::decided));
  }

  /// The policies and the real subjects of a namespace.
  private void read(String name, List<Tree> here) {
    policiesOf.put(
        name,
        OracleObjects.ofKind(here, "NetworkPolicy").stream()
            .filter(each -> !isOfOtherNetwork(each))
            .map(each -> OraclePolicy.of(name, each))
            .sorted((a, b) -> a.name().compareTo(b.name()))
            .toList());
    subjectsOf.put(name, OracleSubjects.real(name, here));
  }

  /// On GKE a policy may be meant for another network of its pods.
  private boolean isOfOtherNetwork(Tree policy) {
    Tree network = policy.at("metadata", "annotations", "networking.gke.io/network");
    return !ovn && network.exists() && !network.text("").equals("default");
  }

  private List<Located> virtual() {
    OracleVirtual found = new OracleVirtual();
    policiesOf.forEach(
        (name, here) -> {
          if (mayBeVirtual(name)) {
            found.ofPolicies(name, labels(name), here, counting(name));
          }
        });
    Map<String, LabelSet> read = new TreeMap<>();
    objects.namespaces().keySet().forEach(name -> read.put(name, labels(name)));
    for (OracleAdmin admin : OracleVirtual.ordered(admins)) {
      if (selectsNothing(admin)) {
        found.ofAdmin(admin, read, this::mayBeVirtual);
      }
    }
    return found.found();
  }

  private boolean selectsNothing(OracleAdmin admin) {
    for (String name : subjectsOf.keySet()) {
      Answer place = admin.namespaces().matches(labels(name));
      for (OracleSubject subject : counting(name)) {
        if (!place.and(subject.matches(admin.pods())).equals(Answer.FALSE)) {
          return false;
        }
      }
    }
    return true;
  }

  /// Where all workloads were read, only where there is none, be it in the node's network.
  private boolean mayBeVirtual(String name) {
    return !complete || subjectsOf.getOrDefault(name, List.of()).isEmpty();
  }

  private List<OracleSubject> counting(String name) {
    return subjectsOf.getOrDefault(name, List.of()).stream()
        .filter(each -> !each.hostNetwork())
        .toList();
  }

  private LabelSet labels(String name) {
    return OracleNamespace.labels(name, objects.namespaces().get(name));
  }

  private void namespace(String name) {
    Tree object = objects.namespaces().get(name);
    List<OraclePolicy> here = policiesOf.getOrDefault(name, List.of());
    here.forEach(policy -> policies.add(OracleNamespace.name(policy)));
    OracleNamespace namespace =
        new OracleNamespace(name, object, labels(name), here, admins, judge, ipv6, declared(name));
    List<OracleSubject> real = counting(name);
    for (OracleSubject subject : real) {
      points(namespace, subject);
      for (String direction : List.of("ingress", "egress")) {
        pairs.add(subject.id() + ":" + direction);
      }
    }
    for (OracleSubject subject : subjectsOf.getOrDefault(name, List.of())) {
      if (subject.hostNetwork()) {
        excluded.add(subject.id());
      }
    }
    for (Located each : virtual) {
      if (each.namespace().equals(name)) {
        assumed(namespace, each.subject(), real);
      }
    }
    boolean inhabited = !real.isEmpty() || mayBeVirtual(name);
    for (Tree each : objects.namespaced().getOrDefault(name, List.of())) {
      firewall(name, object, each, inhabited);
      unmodelled(each, "Namespace/" + name, name + "/");
    }
  }

  /// The named ports of all templates of a namespace; null where no pod has others.
  private @Nullable Set<NamedPort> declared(String name) {
    if (complete) {
      return null;
    }
    Set<NamedPort> declared = new HashSet<>();
    for (OracleSubject subject : subjectsOf.getOrDefault(name, List.of())) {
      if (subject.ports() != null) {
        declared.addAll(subject.ports());
      }
    }
    return declared;
  }

  private void points(OracleNamespace namespace, OracleSubject subject) {
    places.put(subject.id(), new Place(namespace, subject, List.of()));
    for (String direction : List.of("Ingress", "Egress")) {
      points.addAll(new OracleSide(namespace, subject, direction).points());
    }
  }

  private void assumed(OracleNamespace namespace, OracleSubject subject, List<OracleSubject> real) {
    places.put(subject.id(), new Place(namespace, subject, real));
    for (String direction : List.of("Ingress", "Egress")) {
      points.addAll(new OracleAssumed(namespace, subject, direction, real).points());
    }
  }

  private void firewall(String name, @Nullable Tree object, Tree each, boolean inhabited) {
    if (judge instanceof OracleOvn firewalls && OracleObjects.kind(each).equals("EgressFirewall")) {
      policies.add("EgressFirewall/" + name);
      if (inhabited) {
        points.addAll(firewalls.firewall(name, object, each));
      }
    }
  }

  /// The policies that the cluster stores, as reports name them.
  private Set<String> stored() {
    Set<String> stored = new TreeSet<>();
    objects
        .namespaced()
        .forEach(
            (name, here) ->
                OracleObjects.ofKind(here, "NetworkPolicy")
                    .forEach(
                        each ->
                            stored.add("NetworkPolicy/" + name + "/" + OracleObjects.name(each))));
    admins.forEach(admin -> stored.add(OracleNamespace.name(admin)));
    return stored;
  }

  /// The directions in which some policy governs pods, be they there or not.
  private Set<String> governed(Located pods) {
    OracleNamespace namespace = around(pods);
    Set<String> governed = new TreeSet<>();
    for (String direction : List.of("Ingress", "Egress")) {
      if (new OracleSide(namespace, pods.subject(), direction)
          .points().stream().anyMatch(OraclePoint::isCounted)) {
        governed.add(word(direction));
      }
    }
    return governed;
  }

  /// The directions in which each connection of pods has a verdict.
  private Set<String> decided(Located pods) {
    return OracleVerdicts.decided(around(pods), pods.subject());
  }

  private OracleNamespace around(Located pods) {
    String name = pods.namespace();
    boolean anywhere = name.equals(OracleVirtual.ANYWHERE);
    return new OracleNamespace(
        name,
        objects.namespaces().get(name),
        anywhere ? pods.place() : labels(name),
        policiesOf.getOrDefault(name, List.of()),
        admins,
        judge,
        ipv6,
        null);
  }

  /// The virtual subjects of Namespaces that were not read.
  private void anywhere() {
    for (Located each : virtual) {
      if (each.namespace().equals(OracleVirtual.ANYWHERE)) {
        assumed(
            new OracleNamespace(
                each.namespace(), null, each.place(), List.of(), admins, judge, ipv6, null),
            each.subject(),
            List.of());
      }
    }
  }

  private void unmodelled(Tree object, String subject, String prefix) {
    String kind = OracleObjects.kind(object);
    boolean otherNetwork =
        ovn
            ? kind.equals("MultiNetworkPolicy")
            : kind.equals("NetworkPolicy") && isOfOtherNetwork(object);
    boolean unmodelled =
        ovn ? kind.equals("ClusterNetworkPolicy") : UNMODELLED_ON_GKE.contains(kind);
    if (otherNetwork || unmodelled) {
      String name = kind + "/" + prefix + OracleObjects.name(object);
      policies.add(name);
      Judgement judgement = Judgement.unknown(otherNetwork ? "other-network" : "unmodelled-policy");
      points.add(
          new OraclePoint(
              subject,
              "-",
              "any",
              name,
              Set.of(name),
              Fingerprint.of(Meaning.written(object)),
              judgement));
    }
  }

  /// A direction as points have it.
  static String word(String direction) {
    return direction.toLowerCase(Locale.ROOT);
  }
}
