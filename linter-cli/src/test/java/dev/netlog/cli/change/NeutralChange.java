package dev.netlog.cli.change;

import dev.netlog.cli.change.ManifestTree.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Changes that no connection notices.
final class NeutralChange {
  private final ManifestTree tree;
  private final RandomGenerator random;
  private final Makes makes;

  NeutralChange(ManifestTree tree, RandomGenerator random) {
    this.tree = tree;
    this.random = random;
    this.makes = new Makes(random, tree.platform());
  }

  /// Whether there was something to change.
  boolean make(Way way) {
    String path = anyFile();
    return switch (way) {
      case REFORMAT -> {
        int style = 1 + random.nextInt(ManifestText.STYLES - 1);
        yield !Integer.valueOf(style).equals(tree.styles().put(path, style));
      }
      case REORDER_FILE -> reverse(tree.files().getOrDefault(path, List.of()));
      case REORDER_RULES -> reorderRules(any("NetworkPolicy"));
      case RENAME_POLICY -> renamePolicy(any("NetworkPolicy"));
      case RENAME_FILE -> renameFile(path);
      case SPLIT_FILE -> splitFile(path);
      case SCALE -> scale(tree.any(random, Node::isWorkload));
      case UNRELATED_METADATA -> {
        Place place = tree.any(random, each -> !each.isKind("Namespace"));
        yield place != null && metadata(place.object());
      }
      case UNRELATED_LABEL -> {
        Place place = tree.any(random, Node::isWorkload);
        yield place != null
            && set(place.object(), "v2", "spec", "template", "metadata", "labels", "version");
      }
      case OTHER_KIND -> otherKind(tree.any(random, Node::isWorkload));
      case RENAME_WORKLOAD -> renameWorkload(tree.any(random, Node::isWorkload));
      case WRITE_DEFAULTS -> writeDefaults(any("NetworkPolicy"));
      case MATCH_EXPRESSION -> matchExpression(any("NetworkPolicy"));
      case ADD_LOGGED_POLICY -> addLoggedPolicy(any("Namespace"));
      case ADD_LOGGED_NAMESPACE -> addLoggedNamespace(path);
      case ADD_BARE_NAMESPACE -> addBareNamespace(any("NetworkPolicy"));
      case ADD_LOGGING_OBJECT -> addLoggingObject();
      case OTHER_OBJECTS -> otherObjects(path);
      case NAME_ALL_FILES -> nameAllFiles(ManifestTree.folder(path));
      case DELETE_WORKLOAD -> {
        Place place = tree.any(random, Node::isWorkload);
        if (place != null) {
          tree.remove(place);
        }
        yield place != null;
      }
      default -> throw new IllegalArgumentException(way.name());
    };
  }

  private String anyFile() {
    List<String> paths = List.copyOf(tree.files().keySet());
    return paths.get(random.nextInt(paths.size()));
  }

  private @Nullable Place any(String kind) {
    return tree.any(random, each -> each.isKind(kind));
  }

  private static boolean set(Node object, Object value, String... path) {
    boolean changes = !value.equals(object.get(path));
    object.set(value, path);
    return changes;
  }

  private static boolean metadata(Node object) {
    object.set("by hand", "metadata", "annotations", "example.com/note");
    return set(object, "chart-1.2.3", "metadata", "labels", "helm.sh/chart");
  }

  private static boolean reverse(List<? extends @Nullable Object> list) {
    Collections.reverse(list);
    return list.size() > 1;
  }

  private static boolean reorderRules(@Nullable Place place) {
    boolean changes = false;
    if (place != null) {
      for (String direction : List.of("ingress", "egress")) {
        if (place.object().has("spec", direction)) {
          changes |= reverse(place.object().list("spec", direction));
          for (Node rule : place.object().nodes("spec", direction)) {
            for (String member : List.of("from", "to", "ports")) {
              changes |= rule.has(member) && reverse(rule.list(member));
            }
          }
        }
      }
    }
    return changes;
  }

  private boolean renamePolicy(@Nullable Place place) {
    if (place == null || place.object().name().endsWith("-renamed")) {
      return false;
    }
    String before = place.object().identity();
    place.object().set(place.object().name() + "-renamed", "metadata", "name");
    tree.renamed().put(before, place.object().identity());
    return true;
  }

  private boolean renameFile(String path) {
    List<Node> nodes = tree.files().getOrDefault(path, List.of());
    Integer style = tree.styles().get(path);
    String to = path.replace(".yaml", "-2.yaml");
    tree.removeFile(path);
    nodes.forEach(each -> tree.add(to, each));
    if (style != null) {
      tree.styles().put(to, style);
    }
    return true;
  }

  private boolean splitFile(String path) {
    List<Node> nodes = tree.files().getOrDefault(path, List.of());
    if (nodes.size() < 2) {
      return false;
    }
    Node last = nodes.removeLast();
    tree.add(path.replace(".yaml", "-split.yaml"), last);
    return true;
  }

  private boolean scale(@Nullable Place place) {
    if (place == null) {
      return false;
    }
    Node pod = place.object();
    Node container = pod.nodes("spec", "template", "spec", "containers").getFirst();
    return switch (random.nextInt(3)) {
      case 0 -> set(pod, 3, "spec", "replicas");
      case 1 -> set(container, container.text("image").replaceFirst(":\\d+$", ":2"), "image");
      default -> {
        container.setYaml("[{name: A, value: b}]", "env");
        yield true;
      }
    };
  }

  private boolean otherKind(@Nullable Place place) {
    if (place == null || !place.object().isKind("Deployment")) {
      return false;
    }
    String before = Pod.id(place.object());
    place.object().set("argoproj.io/v1alpha1", "apiVersion");
    place.object().set("Rollout", "kind");
    return succeeds(before, Pod.id(place.object()));
  }

  private boolean renameWorkload(@Nullable Place place) {
    if (place == null || place.object().name().endsWith("-main")) {
      return false;
    }
    String before = Pod.id(place.object());
    place.object().set(place.object().name() + "-main", "metadata", "name");
    return succeeds(before, Pod.id(place.object()));
  }

  private boolean succeeds(String before, String after) {
    tree.successors().replaceAll((_, each) -> each.equals(before) ? after : each);
    tree.successors().putIfAbsent(before, after);
    return true;
  }

  private static boolean writeDefaults(@Nullable Place place) {
    if (place == null) {
      return false;
    }
    Node policy = place.object();
    boolean changes = !policy.has("spec", "policyTypes");
    List<Object> types = new ArrayList<>();
    for (String direction : List.of("ingress", "egress")) {
      if (Rules.isolates(policy, direction)) {
        types.add(direction.equals("ingress") ? "Ingress" : "Egress");
      }
      for (Node rule : policy.nodes("spec", direction)) {
        for (Node port : rule.nodes("ports")) {
          changes |= !port.has("protocol");
          port.set(port.has("protocol") ? port.text("protocol") : "TCP", "protocol");
        }
      }
    }
    policy.set(types, "spec", "policyTypes");
    return changes;
  }

  private static boolean matchExpression(@Nullable Place place) {
    if (place == null || !place.object().has("spec", "podSelector", "matchLabels")) {
      return false;
    }
    Map<String, String> labels = place.object().texts("spec", "podSelector", "matchLabels");
    List<String> terms = new ArrayList<>();
    labels.forEach(
        (key, value) -> terms.add("{key: " + key + ", operator: In, values: [" + value + "]}"));
    place.object().setYaml("{matchExpressions: " + terms + "}", "spec", "podSelector");
    return true;
  }

  /// In a namespace whose refusals are recorded.
  private boolean addLoggedPolicy(@Nullable Place namespace) {
    if (namespace == null
        || !namespace.object().has("metadata", "annotations")
        || tree.objects(each -> each.isKind("NetworkLogging")).isEmpty() == tree.isGke()) {
      return false;
    }
    Node policy = makes.policy(namespace.object().name(), "added");
    if (tree.isGke()) {
      makes.annotate(policy);
    }
    return addTo(namespace.path(), policy);
  }

  private boolean addTo(String path, Node... objects) {
    for (Node each : objects) {
      if (tree.files().get(path) != null
          && tree.objects(other -> other.identity().equals(each.identity())).isEmpty()) {
        tree.add(path, each);
      } else {
        return false;
      }
    }
    return true;
  }

  private boolean addLoggedNamespace(String path) {
    if (tree.objects(each -> each.isKind("NetworkLogging")).isEmpty() == tree.isGke()) {
      return false;
    }
    Node namespace = Node.parse("{apiVersion: v1, kind: Namespace, metadata: {name: lab}}");
    Node policy = makes.policy("lab", "p");
    makes.annotate(namespace);
    if (tree.isGke()) {
      makes.annotate(policy);
    }
    return addTo(path, namespace, makes.workload("lab", "api"), policy);
  }

  /// Only where no admin policy could look at its labels.
  private boolean addBareNamespace(@Nullable Place policy) {
    if (policy == null
        || !tree.objects(each -> each.kind().endsWith("AdminNetworkPolicy")).isEmpty()) {
      return false;
    }
    String name = policy.object().namespace();
    if (!tree.objects(each -> each.isKind("Namespace") && each.name().equals(name)).isEmpty()) {
      return false;
    }
    return addTo(
        policy.path(),
        Node.parse("{apiVersion: v1, kind: Namespace, metadata: {name: " + name + "}}"));
  }

  private boolean addLoggingObject() {
    if (!tree.isGke() || !tree.objects(each -> each.isKind("NetworkLogging")).isEmpty()) {
      return false;
    }
    Node logging = makes.logging();
    logging.setYaml("{cluster: {allow: {log: false}, deny: {log: false}}}", "spec");
    return addTo(anyFile(), logging);
  }

  private boolean otherObjects(String path) {
    return switch (random.nextInt(4)) {
      case 0 -> {
        tree.others().put("README.md", "# Policies, explained\n\nkind: NetworkPolicy\n");
        tree.others().put(".github/workflows/ci.yaml", "on: push\njobs: {a: {steps: []}}\n");
        yield true;
      }
      case 1 ->
          addTo(
              path,
              Node.parse(
                  "{apiVersion: v1, kind: Service, metadata: {name: s, namespace: shop}, spec:"
                      + " {selector: {app: api}, ports: [{port: 80}]}}"));
      case 2 ->
          addTo(
              path,
              Node.parse(
                  "{apiVersion: v1, kind: ConfigMap, metadata: {name: c, namespace: edge}, data: {a: b}}"));
      default -> {
        tree.others().put("chart/values.yaml", "replicas: 2\nimage: {tag: v2}\n");
        yield true;
      }
    };
  }

  private boolean nameAllFiles(String folder) {
    if (!tree.kustomizations().isEmpty()) {
      return false;
    }
    Node kustomization =
        Node.parse("{apiVersion: kustomize.config.k8s.io/v1beta1, kind: Kustomization}");
    List<Object> names = new ArrayList<>();
    for (String path : tree.files().keySet()) {
      if (ManifestTree.folder(path).equals(folder)) {
        names.add(path.substring(path.lastIndexOf('/') + 1));
      }
    }
    kustomization.set(names, "resources");
    tree.kustomizations().put(folder, kustomization);
    return true;
  }
}
