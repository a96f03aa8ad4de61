package dev.netlog.coverage;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Direction;
import dev.netlog.network.Label;
import dev.netlog.network.Labels;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.NamespaceVerdict;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.AssumedPorts;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.policy.PortNames;
import dev.netlog.policy.Subject;
import dev.netlog.policy.Subjects;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds and judges the points of one namespace.
final class NamespaceEvaluator {
  private static final LoggingState UNMODELLED =
      new LoggingState.Unknown("unmodelled-policy", "nothing: netlog does not model this kind");

  private final TargetInput target;
  private final ClusterRules cluster;
  private final NamespaceInput input;
  private final List<InputProblem> problems = new ArrayList<>();
  private final NamespacePolicies policies;
  private final Questions questions;
  private final Set<String> portNames = new TreeSet<>();
  private final Map<String, Boolean> adminRules = new TreeMap<>();
  private final BaseOfChange base;
  private final Inventory inventory;
  private int givenUpRules;

  NamespaceEvaluator(
      TargetInput target,
      ClusterRules cluster,
      NamespaceInput input,
      long budget,
      BaseOfChange base) {
    this.base = base;
    this.inventory = base.inventory(target, input.name());
    this.target = target;
    this.cluster = cluster;
    this.input = input;
    this.questions = new Questions(budget);
    this.policies = new NamespacePolicies(cluster.space(), input.name(), read(), questions);
    policies.all().forEach(policy -> portNames.addAll(policy.portNames(Direction.INGRESS)));
    cluster.policies().forEach(policy -> portNames.addAll(policy.portNames(Direction.INGRESS)));
  }

  private List<NetworkPolicy> read() {
    List<NetworkPolicy> read = new ArrayList<>();
    for (Resource resource : input.policies()) {
      List<InputProblem> own = new ArrayList<>();
      NetworkPolicy policy = NetworkPolicy.read(resource, own);
      if (own.isEmpty()) {
        read.add(policy);
      }
      problems.addAll(own);
    }
    return read;
  }

  NamespaceCoverage evaluate() {
    List<Subject> all = VirtualNames.asIn(base.namespace(), subjects());
    List<Subject> excluded = all.stream().filter(Subject::hostNetwork).toList();
    List<Subject> subjects = all.stream().filter(subject -> !subject.hostNetwork()).toList();
    List<Group> read = groups(subjects);
    List<Group> groups = base.retained().join(input.name(), read);
    List<JudgedPoint> ownRead = own(!subjects.isEmpty());
    List<JudgedPoint> own = base.retained().joinOwn(input.name(), ownRead);
    NamespaceCount count = new NamespaceCount(input.name(), policies, groups, own, otherNames());
    NoticeFinder notices =
        new NoticeFinder(target, input, policies, read, excluded, ownRead, verdicts());
    return new NamespaceCoverage(
        input.name(),
        groups,
        own,
        count.tallies(),
        count.policies(),
        count.adminPolicies(),
        adminRules,
        count.ungoverned(),
        excluded,
        notices.find(count.ungoverned()),
        problems,
        questions.givenUp() + givenUpRules);
  }

  private List<Subject> subjects() {
    if (!input.workloads().isEmpty() || input.name().isEmpty()) {
      return Subjects.of(input.workloads(), problems);
    }
    PortNames ports = AssumedPorts.of(policies.all(), cluster.policies());
    return Subjects.virtual(input.name(), policies.all(), ports);
  }

  private List<Group> groups(List<Subject> subjects) {
    Labels namespace = labels(input);
    PointFinder finder =
        new PointFinder(
            input.name(),
            namespace,
            policies,
            cluster,
            this::judge,
            base.state(
                new LoggingState.Unknown(
                    LoggingState.NAMESPACE_UNKNOWN, "the Namespace object of " + input.name()),
                target,
                input.name()));
    Map<Situation, List<Subject>> bySituation = new LinkedHashMap<>();
    for (Subject subject : subjects) {
      Situation situation =
          Situation.of(
              subject,
              policies,
              cluster.standing(subject, namespace),
              subject.ports().only(portNames));
      bySituation.computeIfAbsent(situation, _ -> new ArrayList<>()).add(subject);
    }
    List<Group> groups = new ArrayList<>();
    bySituation.forEach(
        (situation, members) -> groups.add(new Group(members, finder.points(situation))));
    for (AdminStage stage : finder.stages()) {
      stage.byText().forEach((rule, acts) -> adminRules.merge(rule, acts, Boolean::logicalOr));
      givenUpRules += stage.givenUp();
    }
    return groups;
  }

  /// What is known of the namespace's labels: all of them, or only the one that each has.
  static Labels labels(NamespaceInput input) {
    Map<String, String> known = new TreeMap<>();
    if (input.namespace() != null) {
      input
          .namespace()
          .labels()
          .members()
          .forEach(
              (key, value) -> {
                if (value instanceof Value.Text(String text)) {
                  known.put(key, text);
                }
              });
    }
    known.put(Label.NAMESPACE_NAME.key(), input.name());
    return new Labels(known, Set.of(), input.namespace() == null);
  }

  /// The points of the namespace as a whole.
  private List<JudgedPoint> own(boolean hasWorkload) {
    List<JudgedPoint> points = new ArrayList<>();
    if (hasWorkload) {
      for (NamespaceVerdict rule : verdicts()) {
        if (rule.shadowedBy() == null) {
          points.add(judged(rule));
        }
      }
    }
    for (Resource other : input.others()) {
      if (target.platform().enforcement().unmodelled().contains(other.id().groupKind())) {
        Point point =
            new Point(
                input.name(),
                null,
                Verdict.ANY,
                new Reason.Unmodelled(other, ObjectNames.name(other)),
                false,
                AppliedPolicies.NONE);
        points.add(JudgedPoint.of(point, UNMODELLED));
      }
    }
    return points;
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
    return JudgedPoint.of(point, judge(point));
  }

  private LoggingState judge(Point point) {
    return base.state(target.platform().loggingOf(point, inventory), target, input.name());
  }

  /// The policies beside NetworkPolicies, as reports name them.
  private List<String> otherNames() {
    return input.others().stream().map(ObjectNames::name).toList();
  }
}
