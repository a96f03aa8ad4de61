package dev.netlog.policy;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.Selector;
import dev.netlog.network.Truth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A cluster-scoped policy of a tier, such as an AdminNetworkPolicy.
///
/// @param resource the object
/// @param priority its priority in the tier: the lowest comes first
/// @param namespaces the namespaces of the pods it applies to
/// @param pods the pods in these namespaces
/// @param rules its rules, by direction
public record AdminPolicy(
    Resource resource,
    int priority,
    Selector namespaces,
    Selector pods,
    Map<Direction, List<AdminRule>> rules) {
  /// The only name that a BaselineAdminNetworkPolicy may have.
  public static final String BASELINE_NAME = "default";

  private static final JsonPointer SPEC = JsonPointer.of("spec");
  private static final JsonPointer SUBJECT = JsonPointer.of("spec", "subject");

  /// Reads an AdminNetworkPolicy or a BaselineAdminNetworkPolicy that the API server accepts.
  ///
  /// Source: [network-policy-api v1alpha1](https://network-policy-api.sigs.k8s.io/reference/spec/).
  public static AdminPolicy read(Resource resource) {
    return read(new Fields(resource, new ArrayList<>()));
  }

  /// The errors that make such a policy unreadable, in the order of the object.
  public static List<InputProblem> unreadable(Resource resource) {
    List<InputProblem> problems = new ArrayList<>();
    read(new Fields(resource, problems));
    return problems;
  }

  private static AdminPolicy read(Fields fields) {
    Resource resource = fields.resource();
    boolean baseline = resource.is(KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY);
    Integer priority = baseline ? Integer.valueOf(0) : fields.number(SPEC.child("priority"));
    JsonPointer all = SUBJECT.child("namespaces");
    JsonPointer some = SUBJECT.child("pods");
    boolean bySome = fields.at(some) != null;
    if (bySome == (fields.at(all) != null)) {
      fields.problem(
          SUBJECT, "the subject has to be either namespaces or pods; write exactly one of the two");
    }
    Map<Direction, List<AdminRule>> rules = new EnumMap<>(Direction.class);
    for (Direction direction : Direction.values()) {
      rules.put(direction, AdminRuleReader.rules(fields, direction));
    }
    return new AdminPolicy(
        resource,
        priority == null ? 0 : priority,
        fields.selector(bySome ? some.child("namespaceSelector") : all),
        bySome ? fields.selector(some.child("podSelector")) : Selector.everything(),
        rules);
  }

  /// Its name.
  public String name() {
    return Names.name(resource);
  }

  /// Its rules in a direction.
  public List<AdminRule> rules(Direction direction) {
    return rules.getOrDefault(direction, List.of());
  }

  /// The port names that its rules in a direction use.
  public Set<String> portNames(Direction direction) {
    Set<String> names = new TreeSet<>();
    rules(direction)
        .forEach(rule -> rule.connections().names().forEach(port -> names.add(port.name())));
    return names;
  }

  /// Whether it applies to pods with these labels in a namespace with these labels.
  public Truth appliesTo(KnownLabels namespace, KnownLabels pod) {
    return namespaces.matches(namespace).and(pods.matches(pod));
  }
}
