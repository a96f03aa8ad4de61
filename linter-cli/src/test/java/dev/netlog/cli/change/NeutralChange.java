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

  NeutralChange(ManifestTree tree, RandomGenerator random) {
    this.tree = tree;
    this.random = random;
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
      case SCALE, OTHER_KIND, RENAME_WORKLOAD -> new WorkloadChange(tree, random).make(way);
      case UNRELATED_METADATA -> {
        Place place = tree.any(random, each -> !each.isKind("Namespace"));
        yield place != null && metadata(place.object());
      }
      case UNRELATED_LABEL -> {
        Place place = tree.any(random, Node::isWorkload);
        yield place != null
            && set(place.object(), "v2", "spec", "template", "metadata", "labels", "version");
      }
      case WRITE_DEFAULTS -> writeDefaults(any("NetworkPolicy"));
      case MATCH_EXPRESSION -> matchExpression(any("NetworkPolicy"));
      case ADD_LOGGED_POLICY,
          ADD_LOGGED_NAMESPACE,
          ADD_BARE_NAMESPACE,
          ADD_LOGGING_OBJECT,
          OTHER_OBJECTS,
          NAME_ALL_FILES ->
          new NeutralAddition(tree, random).make(way, path);
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
}
