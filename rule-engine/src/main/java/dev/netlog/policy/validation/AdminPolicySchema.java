package dev.netlog.policy.validation;

import static dev.netlog.policy.validation.Schema.fields;
import static dev.netlog.policy.validation.Schema.list;
import static dev.netlog.policy.validation.Schema.oneOf;
import static dev.netlog.policy.validation.Schema.selector;
import static dev.netlog.policy.validation.Schema.struct;
import static dev.netlog.policy.validation.Schema.word;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Direction;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.InputProblem;
import dev.netlog.rule.Quoted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The schemas of AdminNetworkPolicy and BaselineAdminNetworkPolicy.
///
/// Source: the experimental channel of the [bundle
/// v0.1.5](https://github.com/kubernetes-sigs/network-policy-api/tree/v0.1.5/config/crd/experimental),
/// and is what OVN-Kubernetes and OpenShift install. It has no `domainNames`.
final class AdminPolicySchema {
  private static final JsonPointer SPEC = JsonPointer.of("spec");
  private static final int MOST = 100;
  private static final int MOST_NETWORKS = 25;
  private static final int LONGEST_NAME = 100;
  private static final int LONGEST_NETWORK = 43;
  private static final int LAST_PRIORITY = 1000;

  private static final Schema ADMIN = policy(List.of("Allow", "Deny", "Pass"), true);
  private static final Schema BASELINE = policy(List.of("Allow", "Deny"), false);

  private AdminPolicySchema() {}

  /// The errors for which the API server refuses the object, without those in its metadata. Also
  /// selectors and blocks that the API server accepts and OVN-Kubernetes cannot read: it then
  /// installs nothing of the policy.
  static List<InputProblem> refusals(Resource resource) {
    List<InputProblem> refused = problems(resource);
    List<InputProblem> all = new ArrayList<>(refused);
    AdminPolicy.unreadable(resource).stream()
        .filter(problem -> refused.stream().noneMatch(other -> isSaidBy(other, problem)))
        .forEach(all::add);
    return all;
  }

  private static boolean isSaidBy(InputProblem refusal, InputProblem problem) {
    return problem.at().equals(refusal.at())
        || (problem.at().parent().equals(refusal.at()) && !refusal.at().equals(SPEC));
  }

  private static List<InputProblem> problems(Resource resource) {
    boolean baseline = resource.is(KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY);
    List<InputProblem> problems =
        new ArrayList<>(Schema.problems(resource, JsonPointer.ROOT, baseline ? BASELINE : ADMIN));
    List<Value> rules = resource.content().itemsAt(SPEC.child(Direction.EGRESS.word()));
    for (int i = 0; i < rules.size(); i++) {
      rule(resource, SPEC.child(Direction.EGRESS.word()).child(i), rules.get(i), problems);
    }
    return problems;
  }

  private static void rule(
      Resource resource, JsonPointer at, Value rule, List<InputProblem> problems) {
    boolean outside = false;
    List<Value> peers = rule.itemsAt(JsonPointer.of("to"));
    for (int i = 0; i < peers.size(); i++) {
      outside = outside || has(peers.get(i), "networks") || has(peers.get(i), "nodes");
      List<Value> networks = peers.get(i).itemsAt(JsonPointer.of("networks"));
      for (int j = 0; j < networks.size(); j++) {
        if (networks.get(j) instanceof Value.Text(String text)
            && text.contains(":")
            && text.contains(".")) {
          problems.add(
              new InputProblem(
                  resource,
                  at.child("to").child(i).child("networks").child(j),
                  Quoted.of(text)
                      + " holds an IPv4 address in an IPv6 one, which the API server refuses; write"
                      + " one or the other"));
        }
      }
    }
    List<Value> ports = rule.itemsAt(JsonPointer.of("ports"));
    for (int i = 0; i < ports.size() && outside; i++) {
      if (has(ports.get(i), "namedPort")) {
        problems.add(
            new InputProblem(
                resource,
                at.child("ports").child(i),
                "namedPort has no meaning for networks and nodes, and the API server refuses it;"
                    + " write portNumber"));
      }
    }
  }

  private static boolean has(Value value, String name) {
    Value member = value.at(JsonPointer.of(name));
    return member != null && !(member instanceof Value.Null);
  }

  private static Schema policy(List<String> actions, boolean priority) {
    Schema pods =
        struct(
            fields("namespaceSelector", selector(), "podSelector", selector()),
            "namespaceSelector",
            "podSelector");
    Map<String, Schema> subject = fields("namespaces", selector(), "pods", pods);
    Schema network =
        new Schema.Text(
            text -> text.codePointCount(0, text.length()) <= LONGEST_NETWORK,
            "at most " + LONGEST_NETWORK + " characters");
    Map<String, Schema> destinations =
        fields(
            "namespaces",
            selector(),
            "pods",
            pods,
            "nodes",
            selector(),
            "networks",
            new Schema.Items(network, 1, MOST_NETWORKS, true));
    Map<String, Schema> spec =
        fields(
            "subject", oneOf(subject),
            "ingress", list(rule(actions, "from", oneOf(subject)), 0, MOST),
            "egress", list(rule(actions, "to", oneOf(destinations)), 0, MOST));
    if (!priority) {
      return struct(fields("spec", struct(spec, "subject")), "spec");
    }
    spec.put("priority", new Schema.Whole(0, LAST_PRIORITY));
    return struct(fields("spec", struct(spec, "priority", "subject")), "spec");
  }

  private static Schema rule(List<String> actions, String peers, Schema peer) {
    Schema port = new Schema.Whole(1, 65_535);
    Map<String, Schema> ports =
        fields(
            "portNumber", struct(fields("protocol", Schema.TEXT, "port", port), "port"),
            "portRange",
                struct(fields("protocol", Schema.TEXT, "start", port, "end", port), "start", "end"),
            "namedPort", Schema.TEXT);
    return struct(
        fields(
            "name",
            new Schema.Text(
                text -> text.codePointCount(0, text.length()) <= LONGEST_NAME,
                "at most " + LONGEST_NAME + " characters"),
            "action",
            word(actions),
            peers,
            list(peer, 1, MOST),
            "ports",
            list(oneOf(ports), 0, MOST)),
        "action",
        peers);
  }
}
