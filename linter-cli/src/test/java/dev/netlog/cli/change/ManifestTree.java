package dev.netlog.cli.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The files of a repository that a test makes and changes.
public final class ManifestTree {
  private final String platform;
  private final Map<String, List<Node>> files = new TreeMap<>();
  private final Map<String, Node> kustomizations = new TreeMap<>();
  private final Map<String, String> others = new TreeMap<>();
  private final Map<String, Integer> styles = new TreeMap<>();
  private final Map<String, String> clusters = new LinkedHashMap<>();
  private final Map<String, String> successors = new LinkedHashMap<>();
  private final Map<String, String> renamed = new LinkedHashMap<>();

  ManifestTree(String platform) {
    this.platform = platform;
  }

  /// An object and its place.
  record Place(String path, int index, Node object) {}

  ManifestTree copy() {
    ManifestTree copy = new ManifestTree(platform);
    files.forEach((path, nodes) -> copy.files.put(path, copies(nodes)));
    kustomizations.forEach((path, node) -> copy.kustomizations.put(path, node.copy()));
    copy.others.putAll(others);
    copy.styles.putAll(styles);
    copy.clusters.putAll(clusters);
    copy.successors.putAll(successors);
    copy.renamed.putAll(renamed);
    return copy;
  }

  private static List<Node> copies(List<Node> nodes) {
    return new ArrayList<>(nodes.stream().map(Node::copy).toList());
  }

  String platform() {
    return platform;
  }

  boolean isGke() {
    return platform.equals("gke");
  }

  /// The manifests by path; each file has at least one object.
  Map<String, List<Node>> files() {
    return files;
  }

  /// The kustomizations by folder.
  Map<String, Node> kustomizations() {
    return kustomizations;
  }

  /// Settings and all else that is no manifest, by path.
  Map<String, String> others() {
    return others;
  }

  /// How a file is written: see [ManifestText].
  Map<String, Integer> styles() {
    return styles;
  }

  /// The folder of each cluster, by its folder in the base.
  Map<String, String> clusters() {
    return clusters;
  }

  /// Pods that have another name now.
  Map<String, String> successors() {
    return successors;
  }

  /// Policies that have another name now.
  Map<String, String> renamed() {
    return renamed;
  }

  /// The text of each file.
  public Map<String, String> texts() {
    Map<String, String> texts = new TreeMap<>(others);
    files.forEach(
        (path, nodes) -> texts.put(path, ManifestText.of(nodes, styles.getOrDefault(path, 0))));
    kustomizations.forEach(
        (folder, node) ->
            texts.put(join(folder, "kustomization.yaml"), ManifestText.of(List.of(node), 0)));
    return texts;
  }

  List<Place> places(Predicate<Node> wanted) {
    List<Place> places = new ArrayList<>();
    files.forEach(
        (path, nodes) -> {
          for (int i = 0; i < nodes.size(); i++) {
            if (wanted.test(nodes.get(i))) {
              places.add(new Place(path, i, nodes.get(i)));
            }
          }
        });
    return places;
  }

  @Nullable Place any(RandomGenerator random, Predicate<Node> wanted) {
    List<Place> places = places(wanted);
    return places.isEmpty() ? null : places.get(random.nextInt(places.size()));
  }

  List<Node> objects(Predicate<Node> wanted) {
    return places(wanted).stream().map(Place::object).toList();
  }

  /// Takes an object out of its file.
  void remove(Place place) {
    List<Node> nodes = files.getOrDefault(place.path(), List.of());
    nodes.remove(place.index());
    if (nodes.isEmpty()) {
      removeFile(place.path());
    }
  }

  /// Deletes a file with its entry.
  void removeFile(String path) {
    files.remove(path);
    styles.remove(path);
    unname(path);
  }

  /// Takes a file out of the kustomizations that name it.
  boolean unname(String path) {
    boolean named = false;
    for (Map.Entry<String, Node> each : kustomizations.entrySet()) {
      named |=
          each.getValue()
              .list("resources")
              .removeIf(entry -> resolve(each.getKey(), String.valueOf(entry)).equals(path));
    }
    return named;
  }

  /// Adds an object to a file, which a kustomization of its folder then names.
  void add(String path, Node object) {
    if (!files.containsKey(path)) {
      Node kustomization = kustomizations.get(folder(path));
      if (kustomization != null) {
        kustomization.list("resources").add(path.substring(path.lastIndexOf('/') + 1));
      }
    }
    files.computeIfAbsent(path, _ -> new ArrayList<>()).add(object);
  }

  static String folder(String path) {
    return path.contains("/") ? path.substring(0, path.lastIndexOf('/')) : "";
  }

  static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  private static String resolve(String folder, String entry) {
    String at = folder;
    String rest = entry;
    while (rest.startsWith("../")) {
      at = folder(at);
      rest = rest.substring(3);
    }
    return join(at, rest);
  }

  private static boolean isBelow(String path, String folder) {
    return folder.isEmpty() || path.startsWith(folder + "/");
  }

  /// What a cluster gets of its folder: what a kustomization there names; else, folder by folder,
  /// what that of the folder names, or all files.
  List<Node> deployed(String folder) {
    List<Node> deployed = new ArrayList<>();
    if (kustomizations.containsKey(folder)) {
      deployed.addAll(built(folder));
    } else {
      Set<String> folders = new TreeSet<>();
      files.keySet().stream()
          .filter(each -> isBelow(each, folder))
          .forEach(each -> folders.add(folder(each)));
      for (String each : folders) {
        deployed.addAll(kustomizations.containsKey(each) ? built(each) : plain(each));
      }
    }
    deployed.removeIf(
        each -> each.has("metadata", "annotations", "config.kubernetes.io/local-config"));
    return deployed;
  }

  private List<Node> plain(String folder) {
    List<Node> nodes = new ArrayList<>();
    files.forEach(
        (path, each) -> {
          if (folder(path).equals(folder) && path.endsWith(".yaml")) {
            nodes.addAll(copies(each));
          }
        });
    return nodes;
  }

  private List<Node> built(String folder) {
    Node kustomization = kustomizations.get(folder);
    List<Node> nodes = new ArrayList<>();
    if (kustomization != null) {
      Set<String> seen = new LinkedHashSet<>();
      for (String entry : kustomization.items("resources")) {
        String path = resolve(folder, entry);
        if (seen.add(path)) {
          nodes.addAll(
              kustomizations.containsKey(path)
                  ? built(path)
                  : copies(files.getOrDefault(path, List.of())));
        }
      }
      Transformations.apply(kustomization, nodes);
    }
    return nodes;
  }
}
