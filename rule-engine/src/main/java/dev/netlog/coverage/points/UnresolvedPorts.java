package dev.netlog.coverage.points;

import dev.netlog.coverage.Group;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.network.Truth;
import dev.netlog.platform.Notice;
import dev.netlog.policy.Names;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.policy.PolicyRule;
import dev.netlog.policy.PortClause;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Finds the port names of ingress rules that a selected pod of the input does not declare.
final class UnresolvedPorts {
  private static final JsonPointer INGRESS = JsonPointer.of("spec", "ingress");

  private final List<List<Subject>> alike;
  private final List<Notice> notices = new ArrayList<>();

  /// @param groups the subjects of a group are selected by the same policies
  private UnresolvedPorts(List<Group> groups) {
    this.alike = groups.stream().map(Group::real).filter(real -> !real.isEmpty()).toList();
  }

  /// One notice per port name and policy.
  static List<Notice> of(NamespacePolicies policies, List<Group> groups) {
    UnresolvedPorts ports = new UnresolvedPorts(groups);
    for (NetworkPolicy policy : policies.all()) {
      if (policy.isolates(Direction.INGRESS) && !policy.portNames(Direction.INGRESS).isEmpty()) {
        ports.add(policy);
      }
    }
    return ports.notices;
  }

  private void add(NetworkPolicy policy) {
    List<Subject> selected = new ArrayList<>();
    for (List<Subject> some : alike) {
      if (policy.selector().matches(some.getFirst().labels()) != Truth.FALSE) {
        selected.addAll(some);
      }
    }
    List<PolicyRule> rules = policy.rules(Direction.INGRESS);
    for (int i = 0; !selected.isEmpty() && i < rules.size(); i++) {
      List<PortClause> ports = rules.get(i).ports();
      for (int j = 0; j < ports.size(); j++) {
        if (ports.get(j) instanceof PortClause.Name port) {
          add(policy, selected, port, INGRESS.child(i).child("ports").child(j).child("port"));
        }
      }
    }
  }

  private void add(
      NetworkPolicy policy, List<Subject> selected, PortClause.Name port, JsonPointer at) {
    List<Subject> lacking =
        selected.stream()
            .filter(s -> s.ports().resolve(port.protocol(), port.name()).isEmpty())
            .toList();
    boolean all = lacking.size() == selected.size();
    List<Resource> named =
        all
            ? List.of()
            : lacking.stream()
                .filter(s -> policy.selector().matches(s.labels()) == Truth.TRUE)
                .flatMap(s -> Stream.ofNullable(s.resource()))
                .toList();
    if (all || !named.isEmpty()) {
      Resource object = policy.resource();
      notices.add(
          new Notice(
              new Notice.UnresolvedPort(port.protocol(), port.name()),
              object,
              Names.reference(object),
              at,
              named));
    }
  }
}
