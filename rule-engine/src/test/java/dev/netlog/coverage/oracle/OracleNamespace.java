package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleSelector.LabelSet;
import dev.netlog.coverage.oracle.OracleSubject.NamedPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One namespace with all that its points depend on.
final class OracleNamespace {
  private final String name;
  private final @Nullable Tree object;
  private final LabelSet labels;
  private final List<OraclePolicy> policies;
  private final List<OracleAdmin> admins;
  private final OracleJudge judge;
  private final boolean blocksMatchPods;
  private final boolean ipv6;
  private final @Nullable Set<NamedPort> declared;
  private final Map<String, Map<OracleRule, Long>> bits = new HashMap<>();
  private final Map<String, Universe> universes = new HashMap<>();

  /// @param ipv6 whether peers have IPv6 addresses too
  /// @param declared the named ports of its templates; null where there are no others
  OracleNamespace(
      String name,
      @Nullable Tree object,
      LabelSet labels,
      List<OraclePolicy> policies,
      List<OracleAdmin> admins,
      OracleJudge judge,
      boolean ipv6,
      @Nullable Set<NamedPort> declared) {
    this.ipv6 = ipv6;
    this.declared = declared;
    this.name = name;
    this.object = object;
    this.labels = labels;
    this.policies = policies;
    this.admins = admins;
    this.judge = judge;
    this.blocksMatchPods = judge instanceof OracleOvn;
  }

  String name() {
    return name;
  }

  @Nullable Tree namespaceObject() {
    return object;
  }

  List<OraclePolicy> policies() {
    return policies;
  }

  List<OracleAdmin> admins() {
    return admins;
  }

  OracleJudge judge() {
    return judge;
  }

  @Nullable Set<NamedPort> declared() {
    return declared;
  }

  static String name(OraclePolicy policy) {
    return "NetworkPolicy/" + policy.namespace() + "/" + policy.name();
  }

  static String name(OracleAdmin admin) {
    return (admin.baseline() ? "Baseline" : "") + "AdminNetworkPolicy/" + admin.name();
  }

  LabelSet labels() {
    return labels;
  }

  /// A namespace's own labels; without the object only its name is known.
  static LabelSet labels(String name, @Nullable Tree object) {
    Map<String, String> known =
        object == null ? new TreeMap<>() : new TreeMap<>(object.at("metadata", "labels").texts());
    known.put("kubernetes.io/metadata.name", name);
    return new LabelSet(known, Set.of(), object == null);
  }

  /// Whether peers have IPv6 addresses too.
  boolean ipv6() {
    return ipv6;
  }

  boolean blocksMatchPods() {
    return blocksMatchPods;
  }

  /// The rules in the order of their bits.
  List<OracleRule> rules(String direction) {
    return List.copyOf(bits(direction).keySet());
  }

  /// All connections of a subject, each as the rules that match it.
  Set<Long> connections(OracleSubject subject, String direction) {
    return universes
        .computeIfAbsent(
            direction,
            _ ->
                new Universe(
                    rules(direction), idle(direction), direction, name, blocksMatchPods, ipv6))
        .of(subject.ports());
  }

  /// The rules that only policies have which are not programmed.
  Set<OracleRule> idle(String direction) {
    Set<OracleRule> idle = new HashSet<>();
    Set<OracleRule> others = new HashSet<>();
    policies.forEach(policy -> others.addAll(policy.rules(direction)));
    for (OracleAdmin admin : admins) {
      Set<OracleRule> set = judge.obstacle(admin) == null ? others : idle;
      admin.entries(direction).forEach(entry -> set.add(entry.rule()));
    }
    idle.removeAll(others);
    return idle;
  }

  boolean matches(OracleRule rule, String direction, long connection) {
    return (bit(rule, direction) & connection) != 0;
  }

  /// The bit that says of a connection whether a rule matches it.
  long bit(OracleRule rule, String direction) {
    return bits(direction).getOrDefault(rule, 0L);
  }

  /// The rules with a bit for each; equal rules match the same.
  private Map<OracleRule, Long> bits(String direction) {
    return bits.computeIfAbsent(
        direction,
        _ -> {
          List<OracleRule> rules = new ArrayList<>();
          policies.forEach(policy -> rules.addAll(policy.rules(direction)));
          for (OracleAdmin admin : admins) {
            admin.entries(direction).forEach(entry -> rules.add(entry.rule()));
          }
          Map<OracleRule, Long> numbered = new java.util.LinkedHashMap<>();
          for (OracleRule rule : rules) {
            numbered.putIfAbsent(rule, 1L << numbered.size());
          }
          return numbered;
        });
  }
}
