package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleSelector.LabelSet;
import dev.netlog.coverage.oracle.OracleSubject.NamedPort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the real subjects of one namespace.
final class OracleSubjects {
  private static final Set<String> OF_JOBS =
      Set.of(
          "controller-uid",
          "batch.kubernetes.io/controller-uid",
          "batch.kubernetes.io/job-completion-index");
  private static final Set<String> JOB_NAMES = Set.of("job-name", "batch.kubernetes.io/job-name");
  private static final Map<String, Set<String>> GENERATED =
      Map.of(
          "apps/Deployment", Set.of("pod-template-hash"),
          "apps/StatefulSet",
              Set.of(
                  "controller-revision-hash",
                  "statefulset.kubernetes.io/pod-name",
                  "apps.kubernetes.io/pod-index"),
          "apps/DaemonSet", Set.of("controller-revision-hash", "pod-template-generation"),
          "batch/Job", OF_JOBS,
          "batch/CronJob", both(OF_JOBS, JOB_NAMES));

  private final String namespace;
  private final Map<String, Tree> objects = new TreeMap<>();
  private final List<OracleSubject> subjects = new ArrayList<>();
  private final Map<String, List<Tree>> siblings = new TreeMap<>();

  private OracleSubjects(String namespace) {
    this.namespace = namespace;
  }

  /// The subjects of the objects of a namespace. An object that is owned is left out where one that
  /// gives pods owns it; otherwise it is, with its siblings, the owner at the top.
  static List<OracleSubject> real(String namespace, List<Tree> objects) {
    OracleSubjects found = new OracleSubjects(namespace);
    objects.forEach(each -> found.objects.put(reference(each, each.at("metadata", "name")), each));
    found.objects.values().forEach(found::add);
    found.siblings.forEach(
        (owner, pods) ->
            found.merge(namespace + "/" + owner.substring(owner.indexOf('/') + 1), pods));
    return found.subjects;
  }

  private void add(Tree object) {
    if (template(object) == null) {
      return;
    }
    String top = null;
    for (String owner = owner(object); owner != null; ) {
      top = owner;
      Tree known = objects.get(owner);
      if (known != null && template(known) != null) {
        return;
      }
      owner = known == null ? null : owner(known);
    }
    if (top == null) {
      subjects.add(subject(object));
    } else {
      siblings.computeIfAbsent(top, _ -> new ArrayList<>()).add(object);
    }
  }

  private static String reference(Tree object, Tree name) {
    String version = object.get("apiVersion").text("");
    String group = version.substring(0, Math.max(0, version.indexOf('/')));
    return group + "/" + object.get("kind").text("") + "/" + name.text("");
  }

  private static @Nullable String owner(Tree object) {
    for (Tree each : object.at("metadata", "ownerReferences").items()) {
      if (each.get("controller").isTrue()) {
        return reference(each, each.get("name"));
      }
    }
    return null;
  }

  /// What the pods of an object are made from; null where it makes none.
  static @Nullable Tree template(Tree object) {
    String kind = reference(object, new Tree(null));
    return switch (kind.substring(0, kind.length() - 1)) {
      case "/Pod" -> object;
      case "apps/Deployment",
          "apps/ReplicaSet",
          "apps/StatefulSet",
          "apps/DaemonSet",
          "/ReplicationController",
          "batch/Job" ->
          object.at("spec", "template");
      case "batch/CronJob" -> object.at("spec", "jobTemplate", "spec", "template");
      default -> {
        Tree template = object.at("spec", "template");
        boolean pods =
            template.at("metadata", "labels").exists()
                && template.at("spec", "containers").exists();
        yield pods ? template : null;
      }
    };
  }

  private OracleSubject subject(Tree object) {
    Tree template = template(object);
    if (template == null) {
      throw new IllegalArgumentException("makes no pods");
    }
    String name = object.at("metadata", "name").text("");
    String kind = reference(object, new Tree(null));
    Set<String> generated = GENERATED.getOrDefault(kind.substring(0, kind.length() - 1), Set.of());
    Map<String, String> known = new TreeMap<>(template.at("metadata", "labels").texts());
    if (kind.equals("batch/Job/")) {
      JOB_NAMES.forEach(key -> known.put(key, name));
    }
    known.keySet().removeAll(generated);
    Tree spec = template.get("spec");
    return new OracleSubject(
        namespace + "/" + object.get("kind").text("") + "/" + name,
        List.of(new LabelSet(known, generated, false)),
        spec.get("hostNetwork").isTrue(),
        OracleNodes.areWindows(spec),
        images(spec),
        ports(spec));
  }

  private static List<String> images(Tree spec) {
    List<String> images = new ArrayList<>();
    for (Tree container : spec.get("containers").items()) {
      String image = container.get("image").text();
      if (image != null) {
        images.add(image.replaceFirst("@.*$", "").replaceFirst(":[^/:]*$", ""));
      }
    }
    return images.stream().sorted().toList();
  }

  private static Set<NamedPort> ports(Tree spec) {
    Set<NamedPort> ports = new HashSet<>();
    for (Tree container : spec.get("containers").items()) {
      for (Tree port : container.get("ports").items()) {
        String name = port.get("name").text();
        Integer number = port.get("containerPort").number();
        if (name != null && number != null) {
          ports.add(new NamedPort(name, port.get("protocol").text("TCP"), number));
        }
      }
    }
    return ports;
  }

  /// Siblings are one subject, but for those in the node's network beside others that are not.
  private void merge(String id, List<Tree> objects) {
    List<OracleSubject> apart = objects.stream().map(this::subject).toList();
    OracleSubject first = apart.getFirst();
    if (apart.stream().anyMatch(each -> each.hostNetwork() != first.hostNetwork())) {
      subjects.addAll(apart);
      return;
    }
    boolean windows = apart.stream().anyMatch(OracleSubject::windows);
    List<LabelSet> siblings = apart.stream().map(each -> each.pods().getFirst()).toList();
    subjects.add(
        new OracleSubject(
            id, pods(siblings), first.hostNetwork(), windows, first.images(), first.ports()));
  }

  /// The value of a label in which siblings differ is not known, nor that of one that controllers
  /// make up. One that only some have is there or not.
  private static List<LabelSet> pods(List<LabelSet> siblings) {
    Set<String> keys = new TreeSet<>();
    for (LabelSet each : siblings) {
      keys.addAll(each.known().keySet());
      keys.addAll(each.generated());
    }
    Map<String, String> known = new TreeMap<>();
    Set<String> unknown = new TreeSet<>();
    Set<String> optional = new TreeSet<>();
    for (String key : keys) {
      String value = siblings.getFirst().known().get(key);
      if (siblings.stream().anyMatch(each -> !each.has(key))) {
        optional.add(key);
      } else if (value != null
          && !isGenerated(key)
          && siblings.stream().allMatch(each -> value.equals(each.known().get(key)))) {
        known.put(key, value);
      } else {
        unknown.add(key);
      }
    }
    List<LabelSet> pods = new ArrayList<>();
    for (Set<String> present : Services.subsets(optional)) {
      Set<String> generated = new TreeSet<>(unknown);
      generated.addAll(present);
      pods.add(new LabelSet(known, generated, false));
    }
    return pods;
  }

  private static boolean isGenerated(String key) {
    return !JOB_NAMES.contains(key) && GENERATED.values().stream().anyMatch(g -> g.contains(key));
  }

  private static Set<String> both(Set<String> one, Set<String> other) {
    Set<String> both = new HashSet<>(one);
    both.addAll(other);
    return both;
  }
}
