package dev.netlog.coverage.points;

import dev.netlog.coverage.Group;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.input.NamespaceInput;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.network.Direction;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.NamespaceVerdict;
import dev.netlog.platform.Notice;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.Names;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds what in a namespace has no effect, or cannot be judged.
final class NoticeFinder {
  private static final JsonPointer KIND = JsonPointer.of("kind");
  private static final JsonPointer SPEC = JsonPointer.of("spec");
  private static final JsonPointer SELECTOR = JsonPointer.of("spec", "podSelector");

  private final TargetInput target;
  private final NamespaceInput input;
  private final NamespacePolicies policies;
  private final List<Group> groups;
  private final List<Subject> excluded;
  private final List<JudgedPoint> own;
  private final List<NamespaceVerdict> verdicts;
  private final List<Notice> notices = new ArrayList<>();

  NoticeFinder(
      TargetInput target,
      NamespaceInput input,
      NamespacePolicies policies,
      List<Group> groups,
      List<Subject> excluded,
      List<JudgedPoint> own,
      List<NamespaceVerdict> verdicts) {
    this.target = target;
    this.input = input;
    this.policies = policies;
    this.groups = groups;
    this.excluded = excluded;
    this.own = own;
    this.verdicts = verdicts;
  }

  List<Notice> find(Map<Subject, Set<Direction>> ungoverned) {
    selections();
    for (NetworkPolicy policy : policies.all()) {
      ignoredRules(policy);
    }
    if (!target.lacksWorkloads(input.name())) {
      notices.addAll(UnresolvedPorts.of(policies, groups));
    }
    shadowed();
    missingNamespace();
    unsupported();
    own.stream().map(JudgedPoint::point).forEach(point -> unmodelled(point.reason()));
    ungoverned.forEach(this::ungoverned);
    return notices;
  }

  private void selections() {
    BitSet selecting =
        policies.selecting(groups.stream().flatMap(group -> group.real().stream()).toList());
    List<List<Resource>> hosts = new ArrayList<>();
    policies.all().forEach(_ -> hosts.add(new ArrayList<>()));
    for (Subject subject : excluded) {
      Resource workload = subject.resource();
      BitSet selected = policies.selecting(subject).certain();
      if (workload != null) {
        selected.stream().forEach(i -> hosts.get(i).add(workload));
      }
    }
    for (int i = 0; i < hosts.size(); i++) {
      Resource policy = policies.get(i).resource();
      if (!hosts.get(i).isEmpty()) {
        add(new Notice.HostNetwork(), policy, SELECTOR, hosts.get(i));
      } else if (!selecting.get(i) && isWorthSaying(i)) {
        boolean satisfiable = policies.get(i).selector().smallestLabels() != null;
        add(new Notice.NothingSelected(input.name(), satisfiable), policy, SELECTOR, List.of());
      }
    }
  }

  /// Whether to report a policy that selects no workload. If the input has no workloads, that is
  /// normal, unless the policy could not select any.
  private boolean isWorthSaying(int policy) {
    return !target.lacksWorkloads(input.name())
        && (!input.workloads().isEmpty()
            || policies.get(policy).selector().smallestLabels() == null);
  }

  private void ignoredRules(NetworkPolicy policy) {
    for (Direction direction : Direction.values()) {
      if (!policy.isolates(direction) && !policy.rules(direction).isEmpty()) {
        add(
            new Notice.IgnoredRules(direction),
            policy.resource(),
            SPEC.child(direction.word()),
            List.of());
      }
    }
  }

  private void shadowed() {
    for (NamespaceVerdict rule : verdicts) {
      if (rule.shadowedBy() != null && target.platform().notProgrammed(rule.policy()) == null) {
        notices.add(
            new Notice(
                new Notice.Shadowed(new Notice.EarlierRule(rule.shadowedBy())),
                rule.policy(),
                rule.text(),
                SPEC.child(rule.direction().word()).child(rule.index()),
                List.of()));
      }
    }
  }

  private void missingNamespace() {
    if (input.namespace() != null
        || input.name().isEmpty()
        || input.name().equals(Subject.ANYWHERE)) {
      return;
    }
    boolean assumed =
        !target.inventory().assumptions().of("namespaces").equals("unknown")
            || target.inventory().isRemoved(KubernetesKinds.NAMESPACE, input.name());
    boolean depends =
        groups.stream().flatMap(group -> group.points().stream()).anyMatch(p -> asks(p, assumed))
            || own.stream().anyMatch(point -> asks(point, assumed));
    if (depends) {
      Resource first =
          Stream.of(input.policies(), input.others(), input.workloads())
              .flatMap(List::stream)
              .findFirst()
              .orElse(null);
      notices.add(
          new Notice(
              new Notice.MissingNamespace(input.name()),
              first,
              ResourceId.reference(KubernetesKinds.NAMESPACE.kind(), null, input.name()),
              KIND,
              input.policies()));
    }
  }

  private static boolean asks(JudgedPoint point, boolean assumed) {
    return point.state().cause() == CommonCause.NAMESPACE_UNKNOWN
        || (assumed
            && point.point().verdict() == Verdict.DENY
            && point.state().cause() == CommonCause.NOT_ANNOTATED);
  }

  private void unsupported() {
    for (Group group : groups) {
      boolean unsupported =
          group.points().stream()
              .map(JudgedPoint::state)
              .anyMatch(
                  state ->
                      state instanceof LoggingState.NotLogged
                          && state.cause() == CommonCause.UNSUPPORTED_OS);
      for (Subject subject : unsupported ? group.subjects() : List.<Subject>of()) {
        add(new Notice.UnloggedNodes(), subject);
      }
    }
  }

  private void unmodelled(Reason reason) {
    if (reason instanceof Reason.Unmodelled(Resource policy, String text)) {
      notices.add(
          new Notice(new Notice.NotModelled(policy.id().kind()), policy, text, KIND, List.of()));
    }
  }

  private void ungoverned(Subject subject, Set<Direction> directions) {
    add(new Notice.Ungoverned(List.copyOf(directions)), subject);
  }

  private void add(Notice.Detail detail, Subject subject) {
    @Nullable Resource workload = subject.resource();
    notices.add(new Notice(detail, workload, subject.reference(), KIND, List.of()));
  }

  private void add(Notice.Detail detail, Resource policy, JsonPointer at, List<Resource> related) {
    notices.add(new Notice(detail, policy, Names.reference(policy), at, related));
  }
}
