package dev.netlog.coverage.witness;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.input.ClusterRules;
import dev.netlog.coverage.input.NamespaceInput;
import dev.netlog.coverage.input.NamespaceSubjects;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.network.Direction;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.Label;
import dev.netlog.network.LabelValues;
import dev.netlog.network.Selector;
import dev.netlog.network.sets.Box;
import dev.netlog.network.sets.ConnectionSet;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.policy.PortNames;
import dev.netlog.policy.Space;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The possible endpoints of connections in a target, and the policies that govern each of them.
final class Endpoints {
  private final Space space;
  private final Predictor predictor;
  private final List<AdminPolicy> clusterPolicies;
  private final LabelValues otherNamespaces;
  private final Map<Direction, ConnectionSet> byCluster = new EnumMap<>(Direction.class);
  private final Map<String, NamespaceInput> inputs = new TreeMap<>();
  private final Coverage coverage;

  Endpoints(Coverage coverage) {
    this.coverage = coverage;
    TargetInput target = coverage.target();
    boolean blocksMatchPods = target.platform().enforcement().blocksMatchPods();
    this.space = Space.dualStack(blocksMatchPods);
    ClusterRules cluster = new ClusterRules(space, 1, target);
    this.clusterPolicies = cluster.installed();
    this.predictor = new Predictor(blocksMatchPods, cluster.tiers());
    for (NamespaceInput input : target.namespaces()) {
      if (!input.name().isEmpty()) {
        inputs.put(input.name(), input);
      }
    }
    this.otherNamespaces = LabelValues.present().minus(LabelValues.in(inputs.keySet()));
  }

  /// Names of namespaces that are not in the input.
  LabelValues otherNamespaces() {
    return otherNamespaces;
  }

  /// The namespaces of the input.
  Set<String> namespaces() {
    return inputs.keySet();
  }

  private List<NetworkPolicy> policies(String namespace) {
    NamespaceCoverage known = coverage.namespace(namespace);
    return known == null ? List.of() : known.networkPolicies();
  }

  /// The pods that cluster-scoped policies govern in a direction.
  ConnectionSet governedByCluster(Direction direction) {
    return byCluster.computeIfAbsent(direction, this::gatherByCluster);
  }

  private ConnectionSet gatherByCluster(Direction direction) {
    List<Box> boxes = new ArrayList<>();
    for (AdminPolicy policy : clusterPolicies) {
      if (!policy.rules(direction).isEmpty()) {
        add(
            with(
                with(Box.pods(space.addresses()), Label.Owner.NAMESPACE, policy.namespaces()),
                Label.Owner.POD,
                policy.pods()),
            boxes);
      }
    }
    return ConnectionSet.of(boxes);
  }

  /// The pods of some namespaces that a NetworkPolicy isolates in a direction.
  ConnectionSet governed(Set<String> namespaces, Direction direction) {
    List<Box> boxes = new ArrayList<>();
    for (String namespace : namespaces) {
      for (NetworkPolicy policy : policies(namespace)) {
        if (policy.isolates(direction)) {
          Box inside =
              Box.pods(space.addresses())
                  .withLabel(Label.NAMESPACE_NAME, LabelValues.in(Set.of(namespace)));
          add(with(inside, Label.Owner.POD, policy.selector()), boxes);
        }
      }
    }
    return ConnectionSet.of(boxes);
  }

  private static @Nullable Box with(@Nullable Box box, Label.Owner owner, Selector selector) {
    Box narrowed = box;
    for (var entry : selector.constraints().entrySet()) {
      if (narrowed == null) {
        return null;
      }
      narrowed = narrowed.withLabel(new Label(owner, entry.getKey()), entry.getValue());
    }
    return narrowed;
  }

  private static void add(@Nullable Box box, List<Box> boxes) {
    if (box != null) {
      boxes.add(box);
    }
  }

  /// Whether a connection is decided as the witness says, and is logged on neither side.
  ///
  /// @param states the points of the subject's direction by reason
  boolean isSilent(Witness witness, Subject subject, Point point, Map<String, JudgedPoint> states) {
    Prediction own =
        predictor.predict(
            new Predictor.End(
                subject.namespace(),
                labels(subject),
                subject.labels(),
                subject.ports(),
                policies(subject.namespace())),
            witness.direction(),
            witness.connection());
    boolean decided =
        own.governed()
            && own.verdict() == point.verdict()
            && own.reasons().stream().map(Reason::text).anyMatch(point.reason().text()::equals);
    return decided
        && own.reasons().stream().noneMatch(reason -> isLogged(states.get(reason.text())))
        && isUngoverned(witness, subject);
  }

  private static boolean isLogged(@Nullable JudgedPoint point) {
    return point != null && point.state() instanceof LoggingState.Logged;
  }

  private boolean isUngoverned(Witness witness, Subject subject) {
    if (!(witness.connection().peer() instanceof Peer.Pod pod)) {
      return true;
    }
    Direction theirs =
        witness.direction() == Direction.INGRESS ? Direction.EGRESS : Direction.INGRESS;
    Predictor.End end =
        new Predictor.End(
            pod.namespace(),
            pod.allNamespaceLabels(),
            KnownLabels.of(pod.labels()),
            PortNames.NONE,
            policies(pod.namespace()));
    Peer back =
        new Peer.Pod(subject.namespace(), Map.of(), subject.labels().known(), null, Set.of());
    return !predictor
        .predict(
            end,
            theirs,
            new Connection(back, witness.connection().protocol(), witness.connection().port()))
        .governed();
  }

  private KnownLabels labels(Subject subject) {
    NamespaceInput input = inputs.get(subject.namespace());
    return input == null
        ? KnownLabels.of(subject.namespaceLabels())
        : NamespaceSubjects.labels(input);
  }
}
