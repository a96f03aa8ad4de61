package dev.netlog.cli.change;

import dev.netlog.cli.change.Connection.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a change does to the connections of the pods that the base has.
final class ConnectionDiff {
  private final Cluster base;
  private final Cluster head;
  private final Space space;
  private final Map<String, String> losses = new LinkedHashMap<>();
  private final Map<String, String> gaps = new LinkedHashMap<>();
  private boolean changed;

  private ConnectionDiff(Cluster base, Cluster head) {
    this.base = base;
    this.head = head;
    this.space = Space.of(base, head);
  }

  /// @param successors the pods of the head by those of the base, where they have another name
  /// @param renamed the policies of the head by those of the base, where they have another name
  static ConnectionDiff of(
      Cluster base, Cluster head, Map<String, String> successors, Map<String, String> renamed) {
    ConnectionDiff diff = new ConnectionDiff(base, head);
    Map<String, Pod> after = new LinkedHashMap<>();
    head.pods().forEach(each -> after.put(each.id(), each));
    List<Pod> left = new ArrayList<>();
    for (Pod pod : base.pods()) {
      String id = successors.getOrDefault(pod.id(), pod.id());
      Pod successor = after.remove(after.containsKey(id) ? id : pod.id());
      if (successor == null) {
        left.add(pod);
      } else if (diff.isClear(pod.namespace())) {
        diff.compare(pod, successor);
      }
    }
    for (Pod pod : after.values()) {
      diff.added(pod);
      left.stream().filter(pod::isLike).forEach(old -> diff.moved(old, pod));
    }
    diff.unknownPods(renamed);
    diff.addedPolicies(renamed);
    return diff;
  }

  /// A loss by pod and direction: one connection that had a record, or a policy.
  Map<String, String> losses() {
    return losses;
  }

  /// By pod and direction one verdict that only the head gives, without a record.
  Map<String, String> gaps() {
    return gaps;
  }

  /// Whether any connection is decided or recorded in another way.
  boolean isChanged() {
    return changed;
  }

  /// What depends on a Namespace that only the head has was not known before.
  private boolean isClear(String namespace) {
    return base.hasNamespace(namespace) || !head.hasNamespace(namespace);
  }

  private void compare(Pod before, Pod after) {
    for (String direction : List.of("ingress", "egress")) {
      Side old = new Side(base, before, direction, false);
      Side now = new Side(head, after, direction, false);
      compare(old, now);
    }
  }

  private void compare(Side old, Side now) {
    String place = old.pod.id() + ":" + old.direction;
    List<String> undecided = new ArrayList<>();
    boolean wasWhole = true;
    boolean decides = false;
    for (Connection each : space.connections(old.direction)) {
      Verdict had = old.verdict(each);
      Verdict has = now.verdict(each);
      changed |= !Objects.equals(had, has);
      wasWhole &= had != null;
      decides |= has != null;
      String what = each + ": " + had + ", now " + (has == null ? "not governed" : has);
      if (had != null && had.logged() && has != null && !has.logged()) {
        losses.putIfAbsent(place, what);
      }
      if (had != null && has == null) {
        undecided.add(what);
      }
      if (has != null && !has.logged() && (had == null || had.allowed() != has.allowed())) {
        gaps.putIfAbsent(place, what);
      }
    }
    if (!undecided.isEmpty() && (wasWhole || !decides)) {
      losses.putIfAbsent(place, undecided.getFirst());
    }
  }

  private void added(Pod pod) {
    for (String direction : List.of("ingress", "egress")) {
      Side now = new Side(head, pod, direction, false);
      for (Connection each : space.connections(direction)) {
        Verdict has = now.verdict(each);
        changed |= has != null;
        if (has != null && !has.logged()) {
          gaps.putIfAbsent(pod.id() + ":" + direction, "new: " + each + " " + has);
        }
      }
    }
  }

  /// Pods that left, and the like of which came: they have moved, and if no policy decides anything
  /// of them there, that is no matter of course.
  private void moved(Pod before, Pod after) {
    for (String direction : List.of("ingress", "egress")) {
      Side old = new Side(base, before, direction, false);
      Side now = new Side(head, after, direction, false);
      List<Connection> all = space.connections(direction);
      if (all.stream().anyMatch(each -> old.verdict(each) != null)
          && all.stream().allMatch(each -> now.verdict(each) == null)) {
        gaps.putIfAbsent(after.id() + ":" + direction, "moved: not governed");
      }
    }
  }

  /// Pods that no file of the base holds and that a policy speaks of, where the policy still
  /// stands.
  private void unknownPods(Map<String, String> renamed) {
    Map<String, Node> after = new LinkedHashMap<>();
    head.policies().forEach(each -> after.put(each.identity(), each));
    for (Node policy : base.policies()) {
      Node selector = policy.node("spec", "podSelector");
      String identity = renamed.getOrDefault(policy.identity(), policy.identity());
      boolean stands = after.containsKey(identity) || after.containsKey(policy.identity());
      if (base.selectsNothing(policy) && stands && isClear(policy.namespace())) {
        for (Map<String, String> labels : Selectors.examples(selector)) {
          unknown(policy, Pod.unknown(policy, labels));
        }
      }
    }
  }

  /// Policies that only the head has, and that select no pods there: they speak of pods too.
  private void addedPolicies(Map<String, String> renamed) {
    for (Node policy : head.policies()) {
      boolean isNew =
          !renamed.containsValue(policy.identity())
              && base.policies().stream()
                  .noneMatch(each -> each.identity().equals(policy.identity()));
      if (isNew) {
        head.pods().forEach(pod -> admitted(policy, pod));
      }
      if (isNew && head.selectsNothing(policy)) {
        Selectors.examples(policy.node("spec", "podSelector"))
            .forEach(labels -> added(Pod.unknown(policy, labels)));
      }
    }
  }

  /// What a new policy admits is a verdict of its own, even where another admits the same.
  private void admitted(Node policy, Pod pod) {
    for (String direction : List.of("ingress", "egress")) {
      Side now = new Side(head, pod, direction, false);
      if (now.applied.contains(policy)) {
        for (Connection each : space.connections(direction)) {
          Verdict has = now.verdict(each);
          if (has != null && !has.logged() && head.admits(policy, pod, each)) {
            gaps.putIfAbsent(now.pod.id() + ":" + direction, "added: " + each + " " + has);
          }
        }
      }
    }
  }

  /// A loss is one only if it is one with and without the policies that may not be meant.
  private void unknown(Node policy, Pod pod) {
    boolean isRead =
        head.pods().stream()
            .anyMatch(
                each ->
                    each.namespace().equals(pod.namespace())
                        && each.labels().entrySet().containsAll(pod.labels().entrySet()));
    if (isRead) {
      return;
    }
    for (String direction : List.of("ingress", "egress")) {
      String place = pod.id() + ":" + direction;
      String loss = loss(pod, direction, false);
      if (loss != null && Rules.isolates(policy, direction) && loss(pod, direction, true) != null) {
        losses.putIfAbsent(place, loss);
      }
    }
  }

  private @Nullable String loss(Pod pod, String direction, boolean onlySure) {
    ConnectionDiff other = new ConnectionDiff(base, head);
    other.compare(
        new Side(base, pod, direction, onlySure), new Side(head, pod, direction, onlySure));
    changed |= other.changed;
    return other.losses.values().stream().findFirst().orElse(null);
  }

  /// A pod in one direction.
  private static final class Side {
    private final Cluster cluster;
    private final Pod pod;
    private final String direction;
    private final List<Node> applied;

    Side(Cluster cluster, Pod pod, String direction, boolean onlySure) {
      this.cluster = cluster;
      this.pod = pod;
      this.direction = direction;
      this.applied = cluster.applied(pod, direction, onlySure);
    }

    @Nullable Verdict verdict(Connection connection) {
      return cluster.verdict(pod, connection, applied);
    }
  }
}
