package dev.netlog.coverage.points;

import dev.netlog.coverage.Group;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.input.NamespaceInput;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.NamespaceVerdict;
import dev.netlog.platform.Notice;
import dev.netlog.platform.Notice.Kind;
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

/// Notices what in a namespace cannot act, or cannot be judged.
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
        String names = names(hosts.get(i));
        add(Kind.HOST_NETWORK_SELECTED, policy, SELECTOR, names, hosts.get(i));
      } else if (!selecting.get(i) && isWorthSaying(i)) {
        boolean any = policies.get(i).selector().smallestLabels() != null;
        String detail = any ? input.name() : Notice.UNSATISFIABLE;
        add(Kind.POLICY_SELECTS_NOTHING, policy, SELECTOR, detail, List.of());
      }
    }
  }

  /// Where no workload was read at all, that a policy selects none says nothing of it, unless none
  /// could be selected.
  private boolean isWorthSaying(int policy) {
    return !target.lacksWorkloads(input.name())
        && (!input.workloads().isEmpty()
            || policies.get(policy).selector().smallestLabels() == null);
  }

  private static String names(List<Resource> workloads) {
    return String.join(", ", workloads.stream().limit(3).map(Names::reference).toList())
        + (workloads.size() > 3 ? " and " + (workloads.size() - 3) + " more" : "");
  }

  private void ignoredRules(NetworkPolicy policy) {
    for (Direction direction : Direction.values()) {
      if (!policy.isolates(direction) && !policy.rules(direction).isEmpty()) {
        add(
            Kind.RULES_IGNORED_BY_POLICYTYPES,
            policy.resource(),
            SPEC.child(direction.word()),
            direction.word(),
            List.of());
      }
    }
  }

  private void shadowed() {
    for (NamespaceVerdict rule : verdicts) {
      if (rule.shadowedBy() != null && target.platform().notProgrammed(rule.policy()) == null) {
        notices.add(
            new Notice(
                Kind.SHADOWED_RULE,
                rule.policy(),
                rule.text(),
                SPEC.child(rule.direction().word()).child(rule.index()),
                "rule " + rule.shadowedBy(),
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
    boolean assumed = !target.inventory().assumptions().of("namespaces").equals("unknown");
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
              Kind.NAMESPACE_OBJECT_MISSING,
              first,
              "Namespace/" + input.name(),
              KIND,
              input.name(),
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
        add(Kind.UNSUPPORTED_OS, subject, "windows");
      }
    }
  }

  private void unmodelled(Reason reason) {
    if (reason instanceof Reason.Unmodelled(Resource policy, String text)) {
      notices.add(
          new Notice(Kind.UNMODELLED_POLICY, policy, text, KIND, policy.id().kind(), List.of()));
    }
  }

  private void ungoverned(Subject subject, Set<Direction> directions) {
    String words = String.join(" and ", directions.stream().map(Direction::word).toList());
    add(Kind.UNGOVERNED_WORKLOAD, subject, words);
  }

  private void add(Kind kind, Subject subject, String detail) {
    @Nullable Resource workload = subject.resource();
    notices.add(new Notice(kind, workload, subject.reference(), KIND, detail, List.of()));
  }

  private void add(
      Kind kind, Resource policy, JsonPointer at, String detail, List<Resource> related) {
    notices.add(new Notice(kind, policy, Names.reference(policy), at, detail, related));
  }
}
