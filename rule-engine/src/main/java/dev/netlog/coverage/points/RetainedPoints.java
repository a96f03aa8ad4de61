package dev.netlog.coverage.points;

import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.Group;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.input.TargetKinds;
import dev.netlog.coverage.input.UnreadableObject;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.network.Direction;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.text.Unreadable;
import dev.netlog.policy.Names;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The points of a base whose objects cannot be read at the head. They are retained at the head
/// with an unknown state, unless other objects of the head give them: an unreadable object is not a
/// deleted one.
final class RetainedPoints {
  /// No retained points: everything can be read.
  static final RetainedPoints NONE = new RetainedPoints(List.of());

  private final Map<ResourceId, Unreadable> unreadable = new HashMap<>();
  private final Map<String, List<Retained>> byNamespace = new TreeMap<>();

  /// A retained point.
  ///
  /// @param subject its subject, null for a namespace or the cluster
  private record Retained(@Nullable Subject subject, JudgedPoint point) {}

  private RetainedPoints(Collection<UnreadableObject> objects) {
    for (UnreadableObject object : objects) {
      unreadable.putIfAbsent(TargetKinds.identity(object.object()), object.where());
    }
  }

  /// The retained points of a base.
  static RetainedPoints of(Coverage base, Collection<UnreadableObject> objects) {
    if (objects.isEmpty()) {
      return NONE;
    }
    RetainedPoints retained = new RetainedPoints(objects);
    base.namespaces().forEach(retained::collect);
    return retained;
  }

  private void collect(NamespaceCoverage namespace) {
    List<Retained> here = new ArrayList<>();
    for (Group group : namespace.groups()) {
      for (JudgedPoint point : group.points()) {
        JudgedPoint byPolicy = point.isCounted() ? retained(point) : null;
        for (Subject subject : group.subjects()) {
          JudgedPoint stays = point.isCounted() && byPolicy == null ? of(subject, point) : byPolicy;
          if (stays != null) {
            here.add(new Retained(subject, stays));
          }
        }
      }
    }
    for (JudgedPoint point : namespace.own()) {
      JudgedPoint stays = point.isCounted() ? retained(point) : null;
      if (stays != null) {
        here.add(new Retained(null, stays));
      }
    }
    if (!here.isEmpty()) {
      byNamespace.put(namespace.name(), here);
    }
  }

  /// The retained point for one of its policies; null if all of them can be read.
  private @Nullable JudgedPoint retained(JudgedPoint judged) {
    return switch (judged.point().reason()) {
      case Reason.Allowing(Resource policy, _) -> retained(judged, List.of(policy));
      case Reason.AdminRule(Resource policy, _, _) -> retained(judged, List.of(policy));
      case Reason.NamespaceRule(Resource policy, _, _) -> retained(judged, List.of(policy));
      case Reason.Unmodelled(Resource policy, _) -> retained(judged, List.of(policy));
      case Reason.UnreadText _ -> null;
      case Reason.DefaultDeny _ -> {
        AppliedPolicies applied = judged.point().applied();
        yield retained(
            judged,
            Stream.concat(applied.policies().stream(), applied.possible().stream()).toList());
      }
    };
  }

  private @Nullable JudgedPoint retained(JudgedPoint judged, List<Resource> policies) {
    List<Resource> lost = policies.stream().filter(policy -> where(policy.id()) != null).toList();
    return lost.isEmpty() ? null : unreadable(judged, lost.getFirst(), lost);
  }

  private @Nullable JudgedPoint of(Subject subject, JudgedPoint judged) {
    Resource workload = subject.resource();
    return workload == null || where(workload.id()) == null
        ? null
        : unreadable(judged, workload, judged.point().applied().policies());
  }

  private JudgedPoint unreadable(JudgedPoint judged, Resource object, List<Resource> policies) {
    Unreadable where = where(object.id());
    if (where == null) {
      throw new IllegalArgumentException(Names.reference(object) + " can be read");
    }
    Point point = judged.point();
    return JudgedPoint.of(
        new Point(
            point.namespace(),
            point.direction(),
            point.verdict(),
            point.reason(),
            point.windows(),
            AppliedPolicies.of(policies)),
        LoggingState.Unknown.unreadable(
            object.id().kind(),
            ResourceId.local(object.id().namespace(), Names.name(object)),
            where));
  }

  private @Nullable Unreadable where(ResourceId id) {
    return unreadable.get(TargetKinds.identity(id));
  }

  /// Whether an object of the base cannot be read at the head.
  boolean lacks(ResourceId id) {
    return where(id) != null;
  }

  /// The identities of the objects of the base that cannot be read at the head.
  Set<ResourceId> identities() {
    return unreadable.keySet();
  }

  /// The namespaces with retained points.
  Set<String> namespaces() {
    return byNamespace.keySet();
  }

  /// Whether the points of a namespace depend on an object that cannot be read.
  ///
  /// @param kinds the kinds of settings
  boolean concern(String namespace, TargetKinds kinds) {
    return byNamespace.containsKey(namespace)
        || unreadable.keySet().stream()
            .anyMatch(
                id ->
                    kinds.areSettings(TargetKinds.groupKind(id))
                        || TargetKinds.isNamespace(id, namespace));
  }

  /// The unreadable Namespace object with a name; null if it can be read, or does not exist.
  @Nullable UnreadableObject namespaceObject(String name) {
    return first(id -> TargetKinds.isNamespace(id, name));
  }

  /// The platform's unreadable settings for the whole cluster; null if they can be read.
  @Nullable UnreadableObject settings(TargetKinds kinds) {
    return first(id -> kinds.areSettings(TargetKinds.groupKind(id)));
  }

  private @Nullable UnreadableObject first(Predicate<ResourceId> wanted) {
    return unreadable.entrySet().stream()
        .filter(entry -> wanted.test(entry.getKey()))
        .min((a, b) -> a.getKey().toString().compareTo(b.getKey().toString()))
        .map(entry -> new UnreadableObject(entry.getKey(), entry.getValue()))
        .orElse(null);
  }

  /// The groups of a namespace of the head, with the retained points.
  List<Group> join(String namespace, List<Group> groups) {
    List<Retained> all = byNamespace.getOrDefault(namespace, List.of());
    Map<String, Subject> subjects = new TreeMap<>();
    Map<String, List<JudgedPoint>> stay = new TreeMap<>();
    for (Retained retained : all) {
      if (retained.subject() != null) {
        subjects.put(retained.subject().id(), retained.subject());
        stay.computeIfAbsent(retained.subject().id(), _ -> new ArrayList<>()).add(retained.point());
      }
    }
    if (stay.isEmpty()) {
      return groups;
    }
    List<Group> joined = new ArrayList<>();
    for (Group group : groups) {
      join(group, stay, joined);
      group.subjects().forEach(subject -> stay.remove(subject.id()));
    }
    stay.forEach(
        (id, points) ->
            joined.add(new Group(List.of(subjects.get(id)), points, Group.governed(points))));
    return joined;
  }

  /// Splits a group by the retained points of its subjects.
  private static void join(Group group, Map<String, List<JudgedPoint>> stay, List<Group> joined) {
    Set<String> given = new HashSet<>();
    group.points().forEach(point -> given.add(point.rest()));
    Map<List<JudgedPoint>, List<Subject>> alike = new LinkedHashMap<>();
    for (Subject subject : group.subjects()) {
      List<JudgedPoint> own =
          stay.getOrDefault(subject.id(), List.of()).stream()
              .filter(point -> !given.contains(point.rest()))
              .toList();
      alike.computeIfAbsent(own, _ -> new ArrayList<>()).add(subject);
    }
    alike.forEach(
        (own, subjects) -> {
          List<JudgedPoint> points = new ArrayList<>(group.points());
          points.addAll(own);
          Set<Direction> decided = EnumSet.noneOf(Direction.class);
          decided.addAll(group.decided());
          // A policy that cannot be read may still decide everything, if the cluster has it.
          decided.addAll(
              Group.governed(own.stream().filter(point -> !point.isOfLostObject()).toList()));
          joined.add(new Group(subjects, own.isEmpty() ? group.points() : points, decided));
        });
  }

  /// The points of a namespace as a whole, with the retained ones.
  List<JudgedPoint> joinOwn(String namespace, List<JudgedPoint> own) {
    Set<String> given = new TreeSet<>();
    own.forEach(point -> given.add(point.rest()));
    List<JudgedPoint> joined = new ArrayList<>(own);
    for (Retained retained : byNamespace.getOrDefault(namespace, List.of())) {
      if (retained.subject() == null && given.add(retained.point().rest())) {
        joined.add(retained.point());
      }
    }
    return joined;
  }
}
