package dev.netlog.policy;

import dev.netlog.model.Resource;
import dev.netlog.network.Labels;
import dev.netlog.policy.Workload.Owner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The subjects of one namespace: its workloads, each counted once however many objects it shows
/// itself by.
public final class Subjects {
  private Subjects() {}

  /// The subjects that some workload objects of one namespace make, by id.
  ///
  /// An object whose controller is in the input is part of it. Objects whose controller is not are
  /// taken together under the controller's kind and name, where their labels are the same but for
  /// generated ones.
  public static List<Subject> of(Collection<Resource> objects, List<InputProblem> problems) {
    Map<Owner, Workload> byReference = new LinkedHashMap<>();
    for (Resource object : objects) {
      byReference.put(Workload.reference(object), Workload.read(object, problems));
    }
    List<Subject> subjects = new ArrayList<>();
    Map<Owner, List<Subject>> orphans = new LinkedHashMap<>();
    byReference.forEach(
        (self, workload) -> {
          Owner owner = workload.owner();
          if (owner == null || isCircular(self, byReference)) {
            subjects.add(workload.subject());
          } else if (!byReference.containsKey(owner)) {
            orphans.computeIfAbsent(owner, _ -> new ArrayList<>()).add(workload.subject());
          }
        });
    orphans.forEach((owner, siblings) -> merge(owner, siblings, subjects));
    subjects.sort((a, b) -> a.id().compareTo(b.id()));
    return subjects;
  }

  /// Whether following the owners leads back: then nobody is the top, and everyone stays.
  private static boolean isCircular(Owner start, Map<Owner, Workload> all) {
    Set<Owner> seen = new HashSet<>();
    @Nullable Owner here = start;
    while (here != null && seen.add(here)) {
      Workload workload = all.get(here);
      here = workload == null ? null : workload.owner();
    }
    return here != null;
  }

  private static void merge(Owner owner, List<Subject> siblings, List<Subject> subjects) {
    siblings.sort((a, b) -> a.id().compareTo(b.id()));
    Subject first = siblings.getFirst();
    Labels labels = withoutGenerated(first.labels());
    for (Subject sibling : siblings) {
      if (!withoutGenerated(sibling.labels()).equals(labels)
          || sibling.hostNetwork() != first.hostNetwork()) {
        subjects.addAll(siblings);
        return;
      }
    }
    subjects.add(
        new Subject(
            first.namespace(),
            owner.kind().kind(),
            owner.name(),
            first.resource(),
            labels,
            first.hostNetwork(),
            first.windows(),
            first.ports()));
  }

  private static Labels withoutGenerated(Labels labels) {
    Map<String, String> known = new TreeMap<>(labels.known());
    Set<String> unknown = new TreeSet<>(labels.unknownValues());
    for (String key : labels.known().keySet()) {
      if (WorkloadKinds.isGenerated(key) && !WorkloadKinds.JOB_NAME.contains(key)) {
        known.remove(key);
        unknown.add(key);
      }
    }
    return new Labels(known, unknown, false);
  }

  /// The subjects to assume for the policies of a namespace without workloads: one for each
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
                subjects.putIfAbsent(labels, virtual(namespace, policy.name(), labels, ports));
              }
            });
    return List.copyOf(subjects.values());
  }

  private static Subject virtual(
      String namespace, String policy, Map<String, String> labels, PortNames ports) {
    return new Subject(
        namespace,
        Subject.VIRTUAL,
        policy,
        null,
        new Labels(labels, Set.of(), false),
        false,
        false,
        ports);
  }
}
