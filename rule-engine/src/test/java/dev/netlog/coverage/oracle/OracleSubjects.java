package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleSelector.LabelSet;
import dev.netlog.coverage.oracle.OracleSubject.NamedPort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the subjects of one namespace.
final class OracleSubjects {
  private static final Map<String, String[]> TEMPLATES =
      Map.of(
          "Pod",
          new String[] {},
          "Deployment",
          new String[] {"spec", "template"},
          "ReplicaSet",
          new String[] {"spec", "template"},
          "StatefulSet",
          new String[] {"spec", "template"},
          "DaemonSet",
          new String[] {"spec", "template"},
          "ReplicationController",
          new String[] {"spec", "template"},
          "Job",
          new String[] {"spec", "template"},
          "CronJob",
          new String[] {"spec", "jobTemplate", "spec", "template"});

  private static final Set<String> OF_JOBS =
      Set.of(
          "controller-uid",
          "batch.kubernetes.io/controller-uid",
          "batch.kubernetes.io/job-completion-index");
  private static final Set<String> JOB_NAMES = Set.of("job-name", "batch.kubernetes.io/job-name");
  private static final Map<String, Set<String>> GENERATED =
      Map.of(
          "Deployment", Set.of("pod-template-hash"),
          "StatefulSet",
              Set.of(
                  "controller-revision-hash",
                  "statefulset.kubernetes.io/pod-name",
                  "apps.kubernetes.io/pod-index"),
          "DaemonSet", Set.of("controller-revision-hash", "pod-template-generation"),
          "Job", OF_JOBS,
          "CronJob", both(OF_JOBS, JOB_NAMES));

  private OracleSubjects() {}

  static boolean isWorkload(String kind) {
    return TEMPLATES.containsKey(kind);
  }

  /// The real subjects by id.
  static List<OracleSubject> real(String namespace, List<Tree> workloads) {
    Set<String> present = new HashSet<>();
    workloads.forEach(
        each -> present.add(reference(each.get("kind"), each.at("metadata", "name"))));
    List<OracleSubject> subjects = new ArrayList<>();
    Map<String, List<Tree>> orphans = new LinkedHashMap<>();
    for (Tree workload : workloads) {
      String owner = owner(workload);
      if (owner == null) {
        subjects.add(subject(namespace, workload));
      } else if (!present.contains(owner)) {
        orphans.computeIfAbsent(owner, _ -> new ArrayList<>()).add(workload);
      }
    }
    orphans.forEach(
        (owner, siblings) -> {
          List<OracleSubject> apart =
              siblings.stream().map(each -> subject(namespace, each)).toList();
          OracleSubject merged = merged(namespace + "/" + owner, apart);
          subjects.addAll(merged == null ? apart : List.of(merged));
        });
    return subjects;
  }

  private static String reference(Tree kind, Tree name) {
    return kind.text("") + "/" + name.text("");
  }

  private static @Nullable String owner(Tree workload) {
    for (Tree each : workload.at("metadata", "ownerReferences").items()) {
      if (each.get("controller").isTrue()) {
        return reference(each.get("kind"), each.get("name"));
      }
    }
    return null;
  }

  private static OracleSubject subject(String namespace, Tree workload) {
    String kind = workload.get("kind").text("");
    String name = workload.at("metadata", "name").text("");
    Tree template = workload.at(TEMPLATES.getOrDefault(kind, new String[] {}));
    Tree spec = template.get("spec");
    Set<String> generated = GENERATED.getOrDefault(kind, Set.of());
    Map<String, String> known = new TreeMap<>(template.at("metadata", "labels").texts());
    if (kind.equals("Job")) {
      JOB_NAMES.forEach(key -> known.put(key, name));
    }
    known.keySet().removeAll(generated);
    Set<NamedPort> ports = new HashSet<>();
    for (Tree container : spec.get("containers").items()) {
      for (Tree port : container.get("ports").items()) {
        String portName = port.get("name").text();
        Integer number = port.get("containerPort").number();
        if (portName != null && number != null) {
          ports.add(new NamedPort(portName, port.get("protocol").text("TCP"), number));
        }
      }
    }
    boolean windows =
        spec.at("nodeSelector", "kubernetes.io/os").text("").equals("windows")
            || spec.at("os", "name").text("").equals("windows");
    return new OracleSubject(
        namespace + "/" + kind + "/" + name,
        new LabelSet(known, generated, false),
        spec.get("hostNetwork").isTrue(),
        windows,
        ports);
  }

  /// Siblings whose labels agree but for generated ones are one subject; null where they do not.
  private static @Nullable OracleSubject merged(String id, List<OracleSubject> siblings) {
    OracleSubject first = siblings.getFirst();
    LabelSet labels = withoutGenerated(first.labels());
    for (OracleSubject each : siblings) {
      if (!withoutGenerated(each.labels()).equals(labels)
          || each.hostNetwork() != first.hostNetwork()) {
        return null;
      }
    }
    return new OracleSubject(id, labels, first.hostNetwork(), first.windows(), first.ports());
  }

  private static LabelSet withoutGenerated(LabelSet labels) {
    Map<String, String> known = new TreeMap<>(labels.known());
    Set<String> generated = new TreeSet<>(labels.generated());
    for (String key : labels.known().keySet()) {
      boolean isGenerated =
          !JOB_NAMES.contains(key) && GENERATED.values().stream().anyMatch(g -> g.contains(key));
      if (isGenerated) {
        known.remove(key);
        generated.add(key);
      }
    }
    return new LabelSet(known, generated, false);
  }

  /// The subjects to assume for the policies of a namespace without a workload.
  static List<OracleSubject> virtual(String namespace, List<OraclePolicy> policies) {
    Map<Map<String, String>, OracleSubject> subjects = new LinkedHashMap<>();
    for (OraclePolicy policy : policies) {
      Map<String, String> labels = policy.selector().smallest();
      if (labels != null) {
        String id = namespace + "/Virtual/" + policy.name();
        LabelSet set = new LabelSet(labels, Set.of(), false);
        subjects.putIfAbsent(labels, new OracleSubject(id, set, false, false, null));
      }
    }
    return List.copyOf(subjects.values());
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }
}
