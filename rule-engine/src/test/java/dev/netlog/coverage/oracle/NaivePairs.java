package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleSelector.Answer;
import dev.netlog.coverage.oracle.OracleSelector.LabelSet;
import dev.netlog.coverage.oracle.OracleTarget.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Points of the head that are those of the base under another name.
final class NaivePairs {
  private final DiffSide base;
  private final DiffSide head;
  private final Map<String, OraclePoint> added = new TreeMap<>();
  private final Map<String, OraclePoint> removed = new TreeMap<>();
  private final Map<String, OraclePoint> renamed = new TreeMap<>();
  private final Map<String, OraclePoint> stoodFor = new TreeMap<>();
  private final Set<String> old = new TreeSet<>();

  NaivePairs(DiffSide base, DiffSide head) {
    this.base = base;
    this.head = head;
    added.putAll(head.points());
    added.keySet().removeAll(base.points().keySet());
    removed.putAll(base.points());
    removed.keySet().removeAll(head.points().keySet());
    Map<String, OraclePoint> left = new TreeMap<>(removed);
    for (boolean same : List.of(true, false)) {
      for (boolean one : List.of(true, false)) {
        pair(left, same, one, true);
        pair(left, same, one, false);
      }
    }
    added.keySet().removeAll(renamed.keySet());
    for (OraclePoint point : added.values()) {
      OraclePoint before = standIn(point);
      if (before != null) {
        stoodFor.put(point.key(), before);
        removed.remove(before.key());
      }
    }
    added.keySet().removeAll(stoodFor.keySet());
    added.values().stream().filter(this::isOld).forEach(each -> old.add(each.key()));
    added.keySet().removeAll(old);
    renamed.values().forEach(before -> removed.remove(before.key()));
  }

  Map<String, OraclePoint> added() {
    return added;
  }

  Map<String, OraclePoint> removed() {
    return removed;
  }

  /// The points of the base by the keys of the same with another name.
  Map<String, OraclePoint> renamed() {
    return renamed;
  }

  /// The points of subjects of the base by the keys of those of virtual subjects in their place.
  Map<String, OraclePoint> stoodFor() {
    return stoodFor;
  }

  /// The keys of new points that are no news.
  Set<String> old() {
    return old;
  }

  private boolean isOld(OraclePoint point) {
    Place place = head.places().get(point.subject());
    if (place == null) {
      return false;
    }
    if (!place.subject().isVirtual()) {
      Place before = base.places().get(point.subject());
      return point.judgement().cause().equals("named-port-unresolved")
          && isOldPolicy(point.reason(), point.namespace())
          && before != null
          && OraclePoint.Fingerprint.of(before.subject(), List.of())
              .labels(keys(point.namespace()))
              .equals(point.fingerprint().labels(keys(point.namespace())));
    }
    if (point.reason().contains("#")) {
      String policy = point.reason().substring(0, point.reason().indexOf('#'));
      return !base.has(place.namespace().name())
          && admin(head, policy).isPresent()
          && admin(head, policy).equals(admin(base, policy));
    }
    boolean isNew = base.places().values().stream().noneMatch(place::isSameVirtual);
    return isNew
        && (point.reason().equals("default-deny") ? point.owners() : Set.of(point.reason()))
            .stream().allMatch(each -> isOldPolicy(each, point.namespace()));
  }

  private boolean isOldPolicy(String name, String namespace) {
    Optional<Meaning> now = policy(head, name, namespace);
    return now.isPresent() && now.equals(policy(base, name, namespace));
  }

  private static Optional<Meaning> policy(DiffSide side, String name, String namespace) {
    return side.coverage().target().policies(namespace).stream()
        .filter(each -> OracleNamespace.name(each).equals(name))
        .map(Meaning::of)
        .findFirst();
  }

  private static Optional<Meaning> admin(DiffSide side, String name) {
    return side.coverage().target().admins().stream()
        .filter(each -> OracleNamespace.name(each).equals(name))
        .map(Meaning::of)
        .findFirst();
  }

  /// Points that kept their state first: one that lost its log must not take their place.
  private void pair(Map<String, OraclePoint> left, boolean same, boolean one, boolean sameState) {
    for (OraclePoint after : added.values()) {
      if (!renamed.containsKey(after.key())) {
        for (OraclePoint before : List.copyOf(left.values())) {
          boolean sameSubject = before.subject().equals(after.subject());
          if ((!one || sameSubject || before.reason().equals(after.reason()))
              && (!sameState || before.isCovered() == after.isCovered())
              && !renamed.containsKey(after.key())
              && (!same || before.fingerprint().specs().equals(after.fingerprint().specs()))
              && isRenamed(before, after)) {
            renamed.put(after.key(), before);
            left.remove(before.key());
          }
        }
      }
    }
  }

  private boolean isRenamed(OraclePoint before, OraclePoint after) {
    return before.namespace().equals(after.namespace())
        && before.direction().equals(after.direction())
        && before.verdict().equals(after.verdict())
        && kind(before.reason()).equals(kind(after.reason()))
        && areAlike(before, after)
        && areOfAlikePolicies(before, after)
        && haveSameLabels(before, after);
  }

  /// Whether the policies are the same, or for a deny point some more or fewer.
  private static boolean areOfAlikePolicies(OraclePoint before, OraclePoint after) {
    Set<Meaning> old = before.fingerprint().specs();
    Set<Meaning> now = after.fingerprint().specs();
    return old.equals(now)
        || (after.reason().equals("default-deny")
            && (old.containsAll(now) || now.containsAll(old)));
  }

  /// The reason without the policy's name.
  private static String kind(String reason) {
    String kind = reason.contains("/") ? reason.substring(0, reason.indexOf('/')) : reason;
    return kind + (reason.contains("#") ? reason.substring(reason.indexOf('#')) : "");
  }

  /// Whether both are of workloads, of virtual subjects for the same pods, or of none.
  private boolean areAlike(OraclePoint before, OraclePoint after) {
    Place old = base.places().get(before.subject());
    Place now = head.places().get(after.subject());
    if (old == null || now == null) {
      return old == null && now == null;
    }
    return old.isSameVirtual(now) || (!old.subject().isVirtual() && !now.subject().isVirtual());
  }

  /// Whether the labels are the same that decide which policies apply. Those of a virtual subject
  /// are what its policy asks for.
  boolean haveSameLabels(OraclePoint before, OraclePoint after) {
    Place place = head.places().get(after.subject());
    if (place != null && place.subject().isVirtual()) {
      return true;
    }
    Set<String> keys = keys(after.namespace());
    return before.fingerprint().labels(keys).equals(after.fingerprint().labels(keys));
  }

  private Set<String> keys(String namespace) {
    Set<String> keys = new TreeSet<>();
    for (DiffSide side : List.of(base, head)) {
      OracleTarget target = side.coverage().target();
      target.policies(namespace).forEach(policy -> keys.addAll(policy.selector().keys()));
      target.admins().forEach(admin -> keys.addAll(admin.pods().keys()));
    }
    return keys;
  }

  /// The point of a subject of the base that a new virtual subject stands for; the one in the same
  /// state if there is any.
  private @Nullable OraclePoint standIn(OraclePoint point) {
    Place virtual = head.places().get(point.subject());
    if (virtual == null
        || !virtual.subject().isVirtual()
        || base.places().values().stream().anyMatch(virtual::isSameVirtual)) {
      return null;
    }
    List<OracleSelector> selectors = selectors(point, virtual);
    List<OraclePoint> candidates = new ArrayList<>();
    for (OraclePoint before : base.points().values()) {
      Place place = base.places().get(before.subject());
      if (place != null
          && before.rest().equals(point.rest())
          && before.namespace().equals(point.namespace())
          && selectors.stream()
              .anyMatch(each -> place.subject().matches(each).equals(Answer.TRUE))) {
        candidates.add(before);
      }
    }
    for (OraclePoint each : candidates) {
      if (each.isCovered() == point.isCovered()) {
        return each;
      }
    }
    return candidates.isEmpty() ? null : candidates.getFirst();
  }

  /// What the policies selected at the base for which the virtual subject is assumed, or which give
  /// the point and select it on both sides.
  private List<OracleSelector> selectors(OraclePoint point, Place virtual) {
    LabelSet labels = virtual.subject().pods().getFirst();
    Set<String> policies = new HashSet<>();
    selectors(head, point.namespace())
        .forEach(
            (name, selector) -> {
              if (labels.known().equals(selector.smallest())) {
                policies.add(name);
              }
            });
    Map<String, OracleSelector> before = selectors(base, point.namespace());
    for (String giver : point.owners()) {
      OracleSelector selector = before.get(giver);
      if (selector != null && selector.matches(labels).equals(Answer.TRUE)) {
        policies.add(giver);
      }
    }
    before.keySet().retainAll(policies);
    return List.copyOf(before.values());
  }

  /// The selectors of the policies of a namespace and of the cluster, by policy.
  private static Map<String, OracleSelector> selectors(DiffSide side, String namespace) {
    Map<String, OracleSelector> selectors = new TreeMap<>();
    OracleTarget target = side.coverage().target();
    target
        .policies(namespace)
        .forEach(each -> selectors.put(OracleNamespace.name(each), each.selector()));
    target.admins().forEach(each -> selectors.put(OracleNamespace.name(each), each.pods()));
    return selectors;
  }
}
