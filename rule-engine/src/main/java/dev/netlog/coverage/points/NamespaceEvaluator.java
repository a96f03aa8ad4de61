package dev.netlog.coverage.points;

import dev.netlog.coverage.Group;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.LostGovernance;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.NamespaceTallies;
import dev.netlog.coverage.input.AssumedPods;
import dev.netlog.coverage.input.ClusterRules;
import dev.netlog.coverage.input.NamespaceInput;
import dev.netlog.coverage.input.NamespaceSubjects;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.input.UnreadText;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.NamespaceVerdict;
import dev.netlog.platform.Notice;
import dev.netlog.platform.Platform;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.text.Phrase;
import dev.netlog.policy.Names;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.policy.PortNames;
import dev.netlog.policy.Subject;
import dev.netlog.policy.Subjects;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds and judges the points of one namespace.
final class NamespaceEvaluator {
  private static final LoggingState UNMODELLED =
      new LoggingState.Unknown(
          CommonCause.UNMODELLED_POLICY,
          "check its records in the log; --unknown ignore leaves unknown points out of the gates");
  private static final LoggingState OTHER_NETWORK =
      new LoggingState.Unknown(
          CommonCause.OTHER_NETWORK,
          "check its records in the log; --unknown ignore leaves unknown points out of the gates");

  private final TargetInput target;
  private final ClusterRules cluster;
  private final NamespaceSubjects workloads;
  private final NamespaceInput input;
  private final List<AssumedPods.Pod> assumed;
  private final NamespacePolicies policies;
  private final Questions questions;
  private final SubjectGroups subjects;
  private final BaseOfChange base;
  private final Inventory inventory;
  private final TransformedStates transformed;

  /// @param assumed the assumed pods of cluster-scoped policies
  NamespaceEvaluator(
      TargetInput target,
      ClusterRules cluster,
      NamespaceSubjects workloads,
      List<AssumedPods.Pod> assumed,
      long budget,
      BaseOfChange base) {
    this.base = base;
    this.inventory = base.inventory(target, workloads.input().name());
    this.transformed = new TransformedStates(target, workloads.input().name(), inventory);
    this.target = target;
    this.cluster = cluster;
    this.workloads = workloads;
    this.input = workloads.input();
    this.assumed = assumed;
    this.questions = new Questions(budget);
    this.policies = NamespacePolicies.of(cluster.space(), input, questions);
    this.subjects = groups(workloads, policies, cluster);
  }

  private SubjectGroups groups(
      NamespaceSubjects workloads, NamespacePolicies policies, ClusterRules cluster) {
    return new SubjectGroups(
        workloads,
        policies,
        new UndeclaredPorts(policies, workloads, target.isComplete()),
        cluster,
        this::judge,
        base.state(
            new LoggingState.Unknown(
                CommonCause.NAMESPACE_UNKNOWN,
                Phrase.ofNamespace("add the Namespace object ", input.name())),
            target,
            input.name()),
        target.transformed(),
        transformed);
  }

  NamespaceCoverage evaluate() {
    List<Subject> excluded = workloads.read().stream().filter(Subject::hostNetwork).toList();
    List<Subject> reached = workloads.reached();
    ShadowedRules shadowed = new ShadowedRules(policies);
    List<Group> read =
        subjects.of(VirtualNames.asIn(base.namespace(), withVirtual(reached)), shadowed);
    List<Group> groups = base.retained().join(input.name(), read);
    boolean onlyExcluded = target.isComplete() && reached.isEmpty() && !excluded.isEmpty();
    List<JudgedPoint> ownRead = own(!onlyExcluded);
    List<JudgedPoint> own = base.retained().joinOwn(input.name(), ownRead);
    NamespaceCount count = new NamespaceCount(input.name(), policies, groups, own, otherNames());
    NoticeFinder notices =
        new NoticeFinder(target, input, policies, read, excluded, ownRead, verdicts());
    List<Notice> found = new ArrayList<>(notices.find(ofRead(count.ungoverned(), read)));
    found.addAll(shadowed.notices());
    return new NamespaceCoverage(
        input.name(),
        groups,
        own,
        count.tallies(),
        realTallies(groups, own, count),
        policies.all(),
        count.policies(),
        subjects.adminRules(),
        count.ungoverned(),
        excluded,
        found,
        questions.givenUp() + subjects.givenUp(),
        lostVirtual());
  }

  /// The counts without the virtual subjects.
  private NamespaceTallies realTallies(
      List<Group> groups, List<JudgedPoint> own, NamespaceCount all) {
    List<Group> real = groups.stream().filter(group -> !group.real().isEmpty()).toList();
    return real.size() == groups.size()
        ? all.tallies()
        : new NamespaceCount(input.name(), policies, real, own, otherNames()).tallies();
  }

  private List<LostGovernance> lostVirtual() {
    NamespaceCoverage before = base.namespace();
    if (before == null) {
      return List.of();
    }
    NamespacePolicies past =
        new NamespacePolicies(cluster.space(), input.name(), before.networkPolicies(), questions);
    return new VirtualGovernance(
            base,
            before,
            groups(new NamespaceSubjects(base.input()), past, base.cluster()),
            subjects,
            policy -> target.stores(policy.id()))
        .find();
  }

  /// The subjects that the head itself contains: for one that cannot be read there is no place to
  /// report.
  private static Map<Subject, Set<Direction>> ofRead(
      Map<Subject, Set<Direction>> ungoverned, List<Group> read) {
    Set<Subject> shown = new HashSet<>();
    read.forEach(group -> shown.addAll(group.subjects()));
    Map<Subject, Set<Direction>> own = new LinkedHashMap<>(ungoverned);
    own.keySet().retainAll(shown);
    return own;
  }

  /// The subjects, with those assumed for policies that select none of them, by id.
  private List<Subject> withVirtual(List<Subject> reached) {
    if (input.name().isEmpty() || (target.isComplete() && !input.workloads().isEmpty())) {
      return reached;
    }
    List<NetworkPolicy> idle = idle(reached);
    if (idle.isEmpty() && assumed.isEmpty()) {
      return reached;
    }
    PortNames ports = subjects.assumedPorts();
    List<Subject> all = new ArrayList<>(reached);
    Set<Subject.Likeness> known = new HashSet<>();
    for (Subject subject : Subjects.virtual(input.name(), idle, ports)) {
      all.add(subject);
      known.add(subject.likeness());
    }
    for (AssumedPods.Pod pod : assumed) {
      Subject subject =
          Subjects.virtual(input.name(), pod.namespaceLabels(), pod.name(), pod.labels(), ports);
      if (known.add(subject.likeness())) {
        all.add(subject);
      }
    }
    all.sort((a, b) -> a.id().compareTo(b.id()));
    return all;
  }

  /// The policies that certainly select none of some subjects.
  private List<NetworkPolicy> idle(List<Subject> subjects) {
    BitSet selecting = policies.selecting(subjects);
    List<NetworkPolicy> idle = new ArrayList<>();
    for (int i = selecting.nextClearBit(0);
        i < policies.all().size();
        i = selecting.nextClearBit(i + 1)) {
      idle.add(policies.get(i));
    }
    return idle;
  }

  /// The points of the namespace as a whole.
  ///
  /// @param hasPods whether there are, or may be, pods to which the rules for all pods apply
  private List<JudgedPoint> own(boolean hasPods) {
    List<JudgedPoint> points = new ArrayList<>();
    if (hasPods) {
      for (NamespaceVerdict rule : verdicts()) {
        if (rule.shadowedBy() == null) {
          points.add(judged(rule));
        }
      }
    }
    for (Resource other : input.others()) {
      LoggingState state = stateOf(other);
      if (state != null) {
        Point point =
            new Point(
                input.name(),
                null,
                Verdict.ANY,
                new Reason.Unmodelled(other, Names.reference(other)),
                false,
                AppliedPolicies.NONE);
        points.add(JudgedPoint.of(point, transformed.of(point, null, state)));
      }
    }
    input.texts().forEach(text -> points.add(unread(text)));
    return points;
  }

  private JudgedPoint unread(UnreadText text) {
    Point point =
        new Point(
            input.name(),
            null,
            Verdict.ANY,
            new Reason.UnreadText(text.where(), text.key(), text.digest()),
            false,
            AppliedPolicies.NONE);
    return JudgedPoint.of(point, LoggingState.Unknown.unread(text.where()));
  }

  /// The state of everything that a policy decides; null if its verdicts are computed per pod.
  private @Nullable LoggingState stateOf(Resource policy) {
    if (target.platform().isOfOtherNetwork(policy)) {
      return OTHER_NETWORK;
    }
    boolean unmodelled =
        target.platform().enforcement().unmodelled().contains(policy.id().groupKind());
    return unmodelled ? UNMODELLED : null;
  }

  private List<NamespaceVerdict> verdicts() {
    return input.name().isEmpty()
        ? List.of()
        : target.platform().namespaceVerdicts(input.name(), target.inventory());
  }

  private JudgedPoint judged(NamespaceVerdict rule) {
    Point point =
        new Point(
            input.name(),
            rule.direction(),
            rule.verdict(),
            new Reason.NamespaceRule(rule.policy(), rule.index(), rule.text()),
            false,
            AppliedPolicies.NONE);
    return JudgedPoint.of(point, transformed.of(point, null, judge(point)));
  }

  private LoggingState judge(Point point) {
    Platform platform = target.platform();
    return transformed.judged(
        base.state(platform.loggingOf(point, inventory), target, input.name()),
        other -> platform.loggingOf(point, other));
  }

  /// The policies whose verdicts are not computed per pod, by their names in reports.
  private List<String> otherNames() {
    return input.others().stream()
        .map(other -> stateOf(other) == null ? Names.ofNamespace(other) : Names.reference(other))
        .toList();
  }
}
