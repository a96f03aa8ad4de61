package dev.netlog.coverage;

import dev.netlog.coverage.connectivity.Lines.Sides;
import dev.netlog.coverage.connectivity.Scene;
import dev.netlog.coverage.connectivity.Scene.End;
import dev.netlog.coverage.connectivity.Scene.Pod;
import dev.netlog.coverage.connectivity.Scene.Question;
import dev.netlog.coverage.input.ClusterRules;
import dev.netlog.coverage.input.NamespaceInput;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.points.CoverageEngine;
import dev.netlog.coverage.witness.Connection;
import dev.netlog.coverage.witness.Peer;
import dev.netlog.coverage.witness.Prediction;
import dev.netlog.coverage.witness.Predictor;
import dev.netlog.inventory.Assumptions;
import dev.netlog.network.Addresses;
import dev.netlog.network.Direction;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.Label;
import dev.netlog.network.LabelValues;
import dev.netlog.network.NamedPort;
import dev.netlog.network.Ports;
import dev.netlog.network.Ranges;
import dev.netlog.network.Truth;
import dev.netlog.network.sets.Box;
import dev.netlog.network.sets.ConnectionSet;
import dev.netlog.network.sets.Search;
import dev.netlog.platform.Platform;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.Connections;
import dev.netlog.policy.NetworkPolicy;
import dev.netlog.policy.PortNames;
import dev.netlog.policy.Space;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What netlog says of single connections on one platform: by asking rule after rule, by the sets
/// of connections, and by the points that it lists.
final class ConnectivityAnswers {
  private static final String ALLOW = "allow";
  private static final String DENY = "deny";
  private static final String FREE = "free";
  private static final String NO_POINT = "no point";

  private final Scene scene;
  private final boolean blocksMatchPods;
  private final Predictor predictor;
  private final Map<String, List<NetworkPolicy>> policies = new TreeMap<>();
  private final Set<String> points = new HashSet<>();
  private final Map<Admitted, ConnectionSet> admitted = new HashMap<>();

  /// What a policy admits for a pod.
  private record Admitted(NetworkPolicy policy, Direction direction, PortNames names) {}

  ConnectivityAnswers(Scene scene, Platform platform) {
    this.scene = scene;
    this.blocksMatchPods = platform.enforcement().blocksMatchPods();
    TargetInput target = TargetInput.of(platform, scene.resources(), new Assumptions(Map.of()));
    ClusterRules cluster = new ClusterRules(Space.dualStack(blocksMatchPods), 1, target);
    this.predictor = new Predictor(blocksMatchPods, cluster.tiers());
    for (NamespaceInput namespace : target.namespaces()) {
      policies.put(
          namespace.name(),
          namespace.policies().stream()
              .map(policy -> NetworkPolicy.read(policy, new ArrayList<>()))
              .toList());
    }
    CoverageEngine.dualStack()
        .evaluate(target, CoverageEngine.SEQUENTIAL)
        .forEach((subject, _, point) -> points.add(point.key(subject)));
  }

  Sides predicted(Question question) {
    return sides(
        question, (own, direction, _, connection) -> word(predict(own, direction, connection)));
  }

  Sides bySets(Question question) {
    return sides(
        question, (own, direction, _, connection) -> bySets(scene.pod(own), direction, connection));
  }

  /// The same as predicted, if the points that it takes are listed.
  Sides byPoints(Question question) {
    return sides(
        question,
        (own, direction, _, connection) -> {
          Prediction prediction = predict(own, direction, connection);
          String subject = scene.pod(own).namespace() + "/Pod/" + Scene.podName(own);
          String verdict = prediction.verdict() == Verdict.ALLOW ? ALLOW : DENY;
          boolean listed =
              prediction.reasons().stream()
                  .allMatch(
                      reason ->
                          points.contains(
                              String.join("|", subject, direction.word(), verdict, reason.text())));
          return listed ? word(prediction) : NO_POINT;
        });
  }

  @FunctionalInterface
  private interface Side {
    String answer(int own, Direction direction, End peer, Connection connection);
  }

  private Sides sides(Question question, Side side) {
    return new Sides(
        side(question, question.source(), Direction.EGRESS, question.destination(), side),
        side(question, question.destination(), Direction.INGRESS, question.source(), side));
  }

  private String side(Question question, End own, Direction direction, End other, Side side) {
    Integer pod = own.pod();
    return pod == null
        ? FREE
        : side.answer(pod, direction, other, connection(question, direction, other));
  }

  private Connection connection(Question question, Direction direction, End other) {
    Integer pod = other.pod();
    if (pod == null) {
      return new Connection(
          new Peer.Outside(other.address()), question.protocol(), question.port());
    }
    Pod peer = scene.pod(pod);
    Set<String> names =
        direction == Direction.INGRESS
            ? Set.of()
            : peer.ports().stream()
                .filter(
                    port ->
                        port.number() == question.port() && port.protocol() == question.protocol())
                .map(Scene.Port::name)
                .collect(Collectors.toSet());
    Map<String, String> labels = new TreeMap<>(namespaceLabels(peer));
    labels.remove(Label.NAMESPACE_NAME.key());
    return new Connection(
        new Peer.Pod(peer.namespace(), labels, peer.labels(), other.address(), names),
        question.protocol(),
        question.port());
  }

  private Map<String, String> namespaceLabels(Pod pod) {
    return Objects.requireNonNull(scene.namespaces().get(pod.namespace()), pod.namespace());
  }

  private static String word(Prediction prediction) {
    if (!prediction.governed()) {
      return FREE;
    }
    return prediction.verdict() == Verdict.ALLOW ? ALLOW : DENY;
  }

  private Prediction predict(int own, Direction direction, Connection connection) {
    Pod pod = scene.pod(own);
    Predictor.End end =
        new Predictor.End(
            pod.namespace(),
            KnownLabels.of(namespaceLabels(pod)),
            KnownLabels.of(pod.labels()),
            names(pod),
            policies.getOrDefault(pod.namespace(), List.of()));
    return predictor.predict(end, direction, connection);
  }

  private static PortNames names(Pod pod) {
    Map<String, Ranges> numbers = new TreeMap<>();
    pod.ports()
        .forEach(
            port ->
                numbers.put(port.name(), Ports.of(port.protocol(), port.number(), port.number())));
    return new PortNames(numbers);
  }

  private String bySets(Pod own, Direction direction, Connection connection) {
    List<ConnectionSet> sets = new ArrayList<>();
    for (NetworkPolicy policy : policies.getOrDefault(own.namespace(), List.of())) {
      if (policy.isolates(direction)
          && policy.selector().matches(KnownLabels.of(own.labels())) == Truth.TRUE) {
        Connections connections =
            new Connections(
                Space.dualStack(blocksMatchPods), own.namespace(), direction, names(own));
        sets.add(
            admitted.computeIfAbsent(
                new Admitted(policy, direction, names(own)),
                each -> connections.admittedBy(each.policy())));
      }
    }
    if (sets.isEmpty()) {
      return FREE;
    }
    return switch (new Search(CoverageEngine.BUDGET).uncovered(only(connection, sets), sets)) {
      case Search.Answer.None _ -> ALLOW;
      case Search.Answer.Some _ -> DENY;
      case Search.Answer.GaveUp _ -> "gave up";
    };
  }

  /// The set of one connection, as far as the other sets can tell it from others.
  private static ConnectionSet only(Connection connection, List<ConnectionSet> sets) {
    Ranges ports = Ports.of(connection.protocol(), connection.port(), connection.port());
    return switch (connection.peer()) {
      case Peer.Outside(String address) ->
          ConnectionSet.of(List.of(there(Box.outside(at(address)).withPorts(ports))));
      case Peer.Pod pod -> {
        Box box = there(Box.pods(at(Objects.requireNonNull(pod.address()))).withPorts(ports));
        Map<String, String> namespace = pod.allNamespaceLabels().known();
        for (ConnectionSet set : sets) {
          for (Box other : set.boxes()) {
            for (Label label : other.labels().keySet()) {
              String value =
                  (label.owner() == Label.Owner.POD ? pod.labels() : namespace).get(label.key());
              LabelValues values =
                  value == null ? LabelValues.absent() : LabelValues.in(Set.of(value));
              box = there(box.withLabel(label, values));
            }
            for (NamedPort port : other.namedPorts().keySet()) {
              boolean declared =
                  port.protocol() == connection.protocol() && pod.portNames().contains(port.name());
              box = there(box.withNamedPort(port, declared));
            }
          }
        }
        yield ConnectionSet.of(List.of(box));
      }
    };
  }

  private static Ranges at(String address) {
    return Objects.requireNonNull(Addresses.address(address), address);
  }

  private static Box there(@Nullable Box box) {
    return Objects.requireNonNull(box);
  }
}
