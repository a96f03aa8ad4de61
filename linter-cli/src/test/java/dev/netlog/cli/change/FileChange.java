package dev.netlog.cli.change;

import dev.netlog.cli.change.ManifestTree.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Changes of files, kustomizations and settings that may take a record away, or may not.
final class FileChange {
  private final ManifestTree tree;
  private final RandomGenerator random;

  FileChange(ManifestTree tree, RandomGenerator random) {
    this.tree = tree;
    this.random = random;
  }

  /// Whether there was something to change.
  boolean make(Way way) {
    List<String> paths = List.copyOf(tree.files().keySet());
    String path = paths.get(random.nextInt(paths.size()));
    return switch (way) {
      case DELETE_FILE -> {
        tree.removeFile(path);
        yield true;
      }
      case MOVE_FILE_ANYWHERE -> move(path, "other/" + name(path), false);
      case MOVE_TO_IGNORED -> move(path, "ignored/" + name(path), random.nextBoolean());
      case MOVE_TO_OTHER_CLUSTER ->
          tree.clusters().size() > 1
              && path.startsWith("clusters/prod/")
              && move(path, path.replace("/prod/", "/stage/"), false);
      case OTHER_ENDING -> move(path, path.replace(".yaml", ".txt"), false);
      case UNNAMED -> tree.unname(path);
      case PATCHED -> patched(tree.any(random, each -> each.has("metadata", "annotations")));
      case COMMON_ANNOTATION -> {
        Node kustomization = anyKustomization();
        if (kustomization != null) {
          kustomization.set(
              tree.isGke() ? "false" : "{}",
              "commonAnnotations",
              tree.isGke()
                  ? (random.nextBoolean() ? Cluster.ALLOW_KEY : Cluster.DENY_KEY)
                  : Cluster.ACL_KEY);
        }
        yield kustomization != null;
      }
      case SETTINGS -> settings();
      case NEW_TARGET -> newTarget();
      case IGNORE -> {
        tree.others().merge(".netlogignore", path + "\n", String::concat);
        yield true;
      }
      default -> throw new IllegalArgumentException(way.name());
    };
  }

  private static String name(String path) {
    return path.replace('/', '-');
  }

  private boolean move(String path, String to, boolean bare) {
    if (tree.files().containsKey(to) || path.startsWith("other/") || !path.endsWith(".yaml")) {
      return false;
    }
    List<Node> nodes = tree.files().getOrDefault(path, List.of());
    tree.removeFile(path);
    if (bare) {
      nodes.forEach(each -> each.remove("metadata", "annotations"));
    }
    tree.files().put(to, new ArrayList<>(nodes));
    return true;
  }

  private @Nullable Node anyKustomization() {
    List<Node> all = List.copyOf(tree.kustomizations().values());
    return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
  }

  /// The kustomization of an object's folder takes its annotations, or its pods, away.
  private boolean patched(@Nullable Place place) {
    if (place == null) {
      return false;
    }
    Node kustomization = tree.kustomizations().get(ManifestTree.folder(place.path()));
    if (kustomization == null) {
      return false;
    }
    Node object = place.object();
    String key = object.texts("metadata", "annotations").keySet().iterator().next();
    String operation =
        switch (random.nextInt(3)) {
          case 0 ->
              "- {op: remove, path: /metadata/annotations/"
                  + key.replace("~", "~0").replace("/", "~1")
                  + "}";
          case 1 ->
              "{apiVersion: "
                  + object.text("apiVersion")
                  + ", kind: "
                  + object.kind()
                  + ", metadata: {name: "
                  + object.name()
                  + (object.namespace().isEmpty() ? "" : ", namespace: " + object.namespace())
                  + ", annotations: {"
                  + key
                  + ": null}}}";
          default ->
              object.isKind("NetworkPolicy")
                  ? "- {op: replace, path: /spec/podSelector, value: {matchLabels: {app: none}}}"
                  : "- {op: remove, path: /metadata/annotations}";
        };
    Node patch = Node.parse("{target: {}}");
    patch.set(object.kind(), "target", "kind");
    patch.set(object.name(), "target", "name");
    patch.set(operation, "patch");
    kustomization.list("patches").add(patch.members());
    return true;
  }

  private boolean settings() {
    String settings = tree.others().getOrDefault(".netlog.yaml", "");
    List<String> more =
        List.of(
            "coverage: {unknown: ignore}\n",
            "coverage: {patch: 0, regressions: 100, informational: true}\n",
            "ignore-paths: [shop, edge, clusters]\n");
    String line = more.get(random.nextInt(more.size()));
    String member = line.substring(0, line.indexOf(':'));
    if (settings.contains(member + ":")) {
      return false;
    }
    tree.others().put(".netlog.yaml", settings + line);
    return true;
  }

  /// A cluster moves to another folder, with a target that assumes more.
  private boolean newTarget() {
    String from = "clusters/prod";
    String to = "clusters/prod2";
    if (!from.equals(tree.clusters().get(from)) || tree.kustomizations().containsKey(from)) {
      return false;
    }
    for (String path : List.copyOf(tree.files().keySet())) {
      if (path.startsWith(from + "/")) {
        tree.files().put(to + path.substring(from.length()), tree.files().remove(path));
        Integer style = tree.styles().remove(path);
        if (style != null) {
          tree.styles().put(to + path.substring(from.length()), style);
        }
      }
    }
    for (String folder : List.copyOf(tree.kustomizations().keySet())) {
      if (folder.startsWith(from + "/")) {
        Node moved = tree.kustomizations().remove(folder);
        if (moved != null) {
          tree.kustomizations().put(to + folder.substring(from.length()), moved);
        }
      }
    }
    tree.clusters().put(from, to);
    String assume = tree.isGke() ? "{networkLogging: all}" : "{namespaces: 'annotated:info'}";
    String settings = tree.others().getOrDefault(".netlog.yaml", "");
    tree.others()
        .put(
            ".netlog.yaml",
            settings
                .replace("name: prod,", "name: prod2,")
                .replace("[clusters/prod]", "[clusters/prod2], assume: " + assume));
    return true;
  }
}
