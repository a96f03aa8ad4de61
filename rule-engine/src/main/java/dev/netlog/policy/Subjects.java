package dev.netlog.policy;

import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import dev.netlog.network.KnownLabels;
import dev.netlog.policy.Workload.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the subjects of one namespace: its workloads, each counted once even if several objects
/// belong to it.
public final class Subjects {
  private Subjects() {}

  /// The subjects of the workload objects of one namespace, by id.
  ///
  /// An object whose controller is in the input and creates pods itself is part of that controller.
  /// Objects of a missing controller are grouped under its kind and name; labels that they do not
  /// share have an unknown value.
  ///
  /// @param others owned objects that create no pods themselves: the objects they own belong to
  ///   their owner
  public static List<Subject> of(Collection<Resource> objects, Collection<Resource> others) {
    Map<Owner, Owner> between = new HashMap<>();
    for (Resource other : others) {
      Owner owner = Workload.owner(other.content());
      if (owner != null) {
        between.put(Workload.reference(other), owner);
      }
    }
    Map<Owner, Workload> byReference = new LinkedHashMap<>();
    for (Resource object : objects) {
      byReference.put(Workload.reference(object), Workload.read(object, new ArrayList<>()));
    }
    Map<Subject, GroupKind> kinds = new LinkedHashMap<>();
    Map<Owner, List<Subject>> orphans = new LinkedHashMap<>();
    byReference.forEach(
        (self, workload) -> {
          Owner owner = top(workload.owner(), byReference, between);
          if (owner == null || isCircular(self, byReference)) {
            kinds.put(workload.subject(), self.kind());
          } else if (!byReference.containsKey(owner)) {
            orphans.computeIfAbsent(owner, _ -> new ArrayList<>()).add(workload.subject());
          }
        });
    orphans.forEach(
        (owner, siblings) ->
            merged(owner, siblings).forEach(subject -> kinds.put(subject, owner.kind())));
    return distinct(kinds);
  }

  /// The owner at the end of a chain of owners that create no pods.
  private static @Nullable Owner top(
      @Nullable Owner start, Map<Owner, Workload> workloads, Map<Owner, Owner> between) {
    Set<Owner> seen = new HashSet<>();
    Owner top = start;
    Owner next = start;
    while (next != null && !workloads.containsKey(next) && seen.add(next)) {
      top = next;
      next = between.get(next);
    }
    return next == null ? top : next;
  }

  /// Whether an object is owned by a controller.
  public static boolean isOwned(Resource object) {
    return Workload.owner(object.content()) != null;
  }

  /// The errors for which the API server refuses a workload, in the fields that policies depend on.
  public static List<InputProblem> problems(Resource object) {
    List<InputProblem> problems = new ArrayList<>();
    Workload.read(object, problems);
    return problems;
  }

  /// Sorts by id. If kinds of several groups have the same name, so that ids would be equal, the
  /// group becomes part of the name of a kind that is not part of Kubernetes.
  private static List<Subject> distinct(Map<Subject, GroupKind> kinds) {
    Map<String, Integer> counts = new HashMap<>();
    kinds.keySet().forEach(subject -> counts.merge(subject.id(), 1, Integer::sum));
    List<Subject> distinct = new ArrayList<>();
    kinds.forEach(
        (subject, kind) -> {
          boolean ambiguous = counts.getOrDefault(subject.id(), 0) > 1;
          distinct.add(
              ambiguous && !WorkloadKinds.all().contains(kind)
                  ? subject.ofKind(kind.kind() + "." + kind.group())
                  : subject);
        });
    distinct.sort((a, b) -> a.id().compareTo(b.id()));
    return distinct;
  }

  /// Whether the chain of owners is circular: then there is no top owner, and all objects stay
  /// separate.
  private static boolean isCircular(Owner start, Map<Owner, Workload> all) {
    Set<Owner> seen = new HashSet<>();
    @Nullable Owner here = start;
    while (here != null && seen.add(here)) {
      Workload workload = all.get(here);
      here = workload == null ? null : workload.owner();
    }
    return here != null;
  }

  private static List<Subject> merged(Owner owner, List<Subject> siblings) {
    siblings.sort((a, b) -> a.id().compareTo(b.id()));
    Subject first = siblings.getFirst();
    if (siblings.stream().anyMatch(sibling -> sibling.hostNetwork() != first.hostNetwork())) {
      return siblings;
    }
    return List.of(
        new Subject(
            first.namespace(),
            owner.kind().kind(),
            owner.name(),
            first.resource(),
            shared(siblings),
            first.hostNetwork(),
            siblings.stream().anyMatch(Subject::windows),
            first.ports(),
            Map.of()));
  }

  /// The common labels of some pods. A label whose value differs or is generated has an unknown
  /// value; a label that only some pods have is uncertain.
  private static KnownLabels shared(List<Subject> siblings) {
    Map<String, String> known = new TreeMap<>();
    Map<String, Integer> counts = new TreeMap<>();
    Set<String> unknown = new TreeSet<>();
    for (Subject sibling : siblings) {
      KnownLabels labels = sibling.labels();
      unknown.addAll(labels.unknownValues());
      labels.unknownValues().forEach(key -> counts.merge(key, 1, Integer::sum));
      labels
          .known()
          .forEach(
              (key, value) -> {
                counts.merge(key, 1, Integer::sum);
                boolean generated =
                    WorkloadKinds.isGenerated(key) && !WorkloadKinds.JOB_NAME.contains(key);
                String first = known.putIfAbsent(key, value);
                if (generated || (first != null && !first.equals(value))) {
                  unknown.add(key);
                }
              });
    }
    Set<String> uncertain = new TreeSet<>();
    counts.forEach(
        (key, count) -> {
          if (count < siblings.size()) {
            uncertain.add(key);
          }
        });
    known.keySet().removeAll(unknown);
    known.keySet().removeAll(uncertain);
    unknown.removeAll(uncertain);
    return new KnownLabels(known, unknown, uncertain, false);
  }

  /// The subjects to assume for policies that select no workload of the input: one for each
  /// smallest set of labels that one of them selects, named after the first such policy.
  public static List<Subject> virtual(
      String namespace, Collection<NetworkPolicy> policies, PortNames ports) {
    Map<Map<String, String>, Subject> subjects = new LinkedHashMap<>();
    policies.stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .forEach(
            policy -> {
              Map<String, String> labels = policy.selector().smallestLabels();
              if (labels != null) {
                subjects.computeIfAbsent(
                    labels, _ -> virtual(namespace, Map.of(), policy.name(), labels, ports));
              }
            });
    return List.copyOf(subjects.values());
  }

  /// An assumed subject.
  ///
  /// @param namespaceLabels see [Subject#namespaceLabels()]
  public static Subject virtual(
      String namespace,
      Map<String, String> namespaceLabels,
      String name,
      Map<String, String> labels,
      PortNames ports) {
    return new Subject(
        namespace,
        Subject.VIRTUAL,
        name,
        null,
        KnownLabels.of(labels),
        false,
        false,
        ports,
        namespaceLabels);
  }
}
