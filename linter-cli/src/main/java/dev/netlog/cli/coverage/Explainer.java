package dev.netlog.cli.coverage;

import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.model.UnnamedNamespace;
import dev.netlog.platform.Reason;
import dev.netlog.policy.Names;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Explains single objects of a target's coverage.
public final class Explainer {
  private final TargetReport target;
  private final Coverage coverage;

  /// Creates an explainer for a target.
  public Explainer(TargetReport target) {
    this.target = target;
    this.coverage = target.coverage();
  }

  /// The explanation of an object; null if the target has no such object.
  ///
  /// @param kind as Kubernetes writes it
  /// @param namespace null for a cluster-scoped kind
  public @Nullable Explanation explain(String kind, @Nullable String namespace, String name) {
    String object = ResourceId.reference(kind, namespace, name);
    Map<String, List<SubjectPoint>> alike = new LinkedHashMap<>();
    coverage.namespaces().forEach(each -> collect(each, kind, object, name, alike));
    boolean inactive = coverage.inactivePolicies().contains(object);
    if (alike.isEmpty() && !inactive && !names(kind).contains(ResourceId.local(namespace, name))) {
      return null;
    }
    List<Explanation.VerdictStory> verdicts = new ArrayList<>();
    alike
        .values()
        .forEach(
            points ->
                verdicts.add(
                    new Explanation.VerdictStory(
                        points.getFirst(),
                        points.stream().map(SubjectPoint::subject).distinct().toList(),
                        target.stories().of(points.getFirst()))));
    return new Explanation(target.title(), object, inactive, verdicts);
  }

  /// The namespaces of objects that name none.
  public List<String> unnamedNamespaces() {
    return coverage.namespaces().stream()
        .map(NamespaceCoverage::name)
        .filter(UnnamedNamespace::is)
        .toList();
  }

  /// The names of the objects of a kind that can be explained: `edge/api`.
  public List<String> names(String kind) {
    Set<String> names = new TreeSet<>();
    addNames(coverage.inactivePolicies(), kind, names);
    for (NamespaceCoverage namespace : coverage.namespaces()) {
      if (kind.equals(KubernetesKinds.NAMESPACE.kind()) && !namespace.name().isEmpty()) {
        names.add(namespace.name());
      }
      namespace
          .groups()
          .forEach(group -> group.subjects().forEach(subject -> add(subject, kind, names)));
      namespace.excluded().forEach(subject -> add(subject, kind, names));
      addNames(namespace.policies().keySet(), kind, names);
      addNames(namespace.tallies().adminPolicies().keySet(), kind, names);
    }
    return List.copyOf(names);
  }

  private static void addNames(Collection<String> references, String kind, Set<String> names) {
    for (String reference : references) {
      String local = ResourceId.localIn(reference, kind);
      if (local != null) {
        names.add(local);
      }
    }
  }

  private static void add(Subject subject, String kind, Set<String> names) {
    if (subject.kind().equals(kind)) {
      names.add(ResourceId.local(subject.namespace(), subject.name()));
    }
  }

  private static void collect(
      NamespaceCoverage namespace,
      String kind,
      String object,
      String name,
      Map<String, List<SubjectPoint>> alike) {
    boolean whole = kind.equals("Namespace") && namespace.name().equals(name);
    namespace.forEach(
        (subject, of, point) -> {
          boolean own = of != null && object.equals(of.reference());
          if (whole || own || isOf(point.point().reason(), point, object)) {
            SubjectPoint found =
                new SubjectPoint(point.key(subject), subject, of, namespace.name(), point);
            String way = point.rest() + point.state();
            alike.computeIfAbsent(way, _ -> new ArrayList<>()).add(found);
          }
        });
  }

  /// Whether a verdict comes from a policy, or from the default deny that it causes.
  private static boolean isOf(Reason reason, JudgedPoint point, String object) {
    return switch (reason) {
      case Reason.Allowing(_, String text) -> text.equals(object);
      case Reason.DefaultDeny _ ->
          point.point().applied().policies().stream()
              .anyMatch(policy -> Names.reference(policy).equals(object));
      case Reason.AdminRule(Resource policy, _, _) -> Names.reference(policy).equals(object);
      case Reason.NamespaceRule(Resource policy, _, _) -> Names.reference(policy).equals(object);
      case Reason.Unmodelled(_, String text) -> text.equals(object);
      case Reason.UnreadText _ -> false;
    };
  }
}
