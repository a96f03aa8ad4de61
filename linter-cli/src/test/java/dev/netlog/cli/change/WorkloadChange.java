package dev.netlog.cli.change;

import dev.netlog.cli.change.ManifestTree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Changes of workloads. The tree notes which pods take the place of others.
final class WorkloadChange {
  private final ManifestTree tree;
  private final RandomGenerator random;

  WorkloadChange(ManifestTree tree, RandomGenerator random) {
    this.tree = tree;
    this.random = random;
  }

  /// Whether there was something to change.
  boolean make(Way way) {
    Place place = tree.any(random, Node::isWorkload);
    return switch (way) {
      case SCALE -> scale(place);
      case OTHER_KIND -> otherKind(place);
      case RENAME_WORKLOAD -> renameWorkload(place);
      case RENAME_AND_RELABEL_WORKLOAD -> renameAndRelabel(place);
      case RELABEL_WORKLOAD -> relabel(place);
      case MOVE_WORKLOAD_TO_NAMESPACE -> moveWorkload(place);
      default -> {
        if (place != null) {
          place.object().set(true, "spec", "template", "spec", "hostNetwork");
        }
        yield place != null;
      }
    };
  }

  private static boolean set(Node object, Object value, String... path) {
    boolean changes = !value.equals(object.get(path));
    object.set(value, path);
    return changes;
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

  private boolean renameAndRelabel(@Nullable Place place) {
    if (place == null || place.object().name().endsWith("2")) {
      return false;
    }
    String before = Pod.id(place.object());
    place.object().set(place.object().name() + "2", "metadata", "name");
    place.object().set(place.object().name(), "spec", "template", "metadata", "labels", "app");
    place.object().set(place.object().name(), "spec", "selector", "matchLabels", "app");
    return succeeds(before, Pod.id(place.object()));
  }

  private boolean relabel(@Nullable Place place) {
    if (place == null) {
      return false;
    }
    String key = random.nextBoolean() ? "tier" : "app";
    List<String> values =
        key.equals("app") ? List.of("api", "web", "db", "x") : List.of("front", "back", "x");
    place
        .object()
        .set(
            values.get(random.nextInt(values.size())),
            "spec",
            "template",
            "metadata",
            "labels",
            key);
    return true;
  }

  private boolean moveWorkload(@Nullable Place place) {
    if (place == null) {
      return false;
    }
    String before = Pod.id(place.object());
    List<String> namespaces = new ArrayList<>(List.of("shop", "edge", "lab"));
    namespaces.remove(place.object().namespace());
    String namespace = namespaces.get(random.nextInt(2));
    String name = place.object().name();
    boolean taken =
        !tree.objects(
                each ->
                    each.isWorkload()
                        && each.namespace().equals(namespace)
                        && each.name().equals(name))
            .isEmpty();
    if (!taken) {
      place.object().set(namespace, "metadata", "namespace");
      return succeeds(before, Pod.id(place.object()));
    }
    return false;
  }
}
