package dev.netlog.cli.change;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/// Makes repositories by chance: one cluster or two, plain or with kustomizations, with or without
/// settings.
final class RepositoryMaker {
  private final RandomGenerator random;
  private final Makes makes;
  private final ManifestTree tree;

  private RepositoryMaker(RandomGenerator random) {
    this.random = random;
    String platform = random.nextBoolean() ? "gke" : "ovn";
    this.makes = new Makes(random, platform);
    this.tree = new ManifestTree(platform);
  }

  static ManifestTree make(RandomGenerator random) {
    RepositoryMaker maker = new RepositoryMaker(random);
    maker.make();
    return maker.tree;
  }

  private void make() {
    tree.others().put("README.md", "# Policies\n");
    tree.others().put(".netlogignore", "ignored/\n");
    List<String> clusters =
        switch (random.nextInt(4)) {
          case 0 -> List.of("clusters/prod");
          case 1 -> List.of("clusters/prod", "clusters/stage");
          default -> List.of("");
        };
    clusters.forEach(this::cluster);
    settings(clusters);
  }

  private void settings(List<String> clusters) {
    if (!clusters.contains("")) {
      StringBuilder targets = new StringBuilder("targets:\n");
      for (String each : clusters) {
        targets
            .append("  - {name: ")
            .append(each.substring(each.indexOf('/') + 1))
            .append(", platform: ")
            .append(tree.platform())
            .append(", paths: [")
            .append(each)
            .append("]}\n");
      }
      tree.others().put(".netlog.yaml", targets.toString());
    } else {
      tree.others().put(".netlog.yaml", "platform: " + tree.platform() + "\n");
    }
  }

  private void cluster(String folder) {
    tree.clusters().put(folder, folder);
    List<Node> objects = new ArrayList<>();
    if (tree.isGke()) {
      if (random.nextInt(5) > 0) {
        objects.add(makes.logging());
      }
    } else {
      int admins = random.nextInt(3);
      for (int i = 0; i < admins; i++) {
        objects.add(makes.admin("a" + i, 20 + 10 * i));
      }
      if (random.nextInt(4) == 0) {
        objects.add(makes.admin("default", 0));
      }
    }
    boolean hasWorkloads = random.nextInt(6) > 0;
    for (String namespace : List.of("shop", "edge").subList(0, 1 + random.nextInt(2))) {
      if (random.nextInt(8) > 0) {
        objects.add(makes.namespace(namespace));
      }
      for (String app : Makes.APPS) {
        if (hasWorkloads && random.nextInt(2) == 0) {
          objects.add(makes.workload(namespace, app));
        }
      }
      int policies = 1 + random.nextInt(3);
      for (int i = 0; i < policies; i++) {
        objects.add(makes.policy(namespace, "p" + i));
      }
    }
    for (Node each : objects) {
      String place = each.namespace().isEmpty() ? "cluster" : each.namespace();
      if (each.isKind("Namespace")) {
        place = each.name();
      }
      tree.add(ManifestTree.join(ManifestTree.join(folder, place), makes.file(each)), each);
    }
    kustomize(folder);
  }

  /// None, one in each folder, or one above these too.
  private void kustomize(String folder) {
    int layout = random.nextInt(4);
    if (layout < 2) {
      return;
    }
    TreeSet<String> folders = new TreeSet<>();
    for (String path : tree.files().keySet()) {
      if (folder.isEmpty() || path.startsWith(folder + "/")) {
        folders.add(ManifestTree.folder(path));
      }
    }
    for (String each : folders) {
      kustomization(
          each,
          tree.files().keySet().stream()
              .filter(path -> ManifestTree.folder(path).equals(each))
              .map(path -> path.substring(path.lastIndexOf('/') + 1))
              .toList());
    }
    if (layout == 3) {
      kustomization(
          folder,
          folders.stream()
              .map(each -> folder.isEmpty() ? each : each.substring(folder.length() + 1))
              .toList());
    }
  }

  private void kustomization(String folder, List<String> resources) {
    Node kustomization =
        Node.parse("{apiVersion: kustomize.config.k8s.io/v1beta1, kind: Kustomization}");
    kustomization.set(new ArrayList<>(resources), "resources");
    tree.kustomizations().put(folder, kustomization);
  }
}
