package dev.netlog.coverage.connectivity;

import dev.netlog.coverage.oracle.Tree;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// NetworkPolicies of a folder of manifests, those of one folder together as far as no two are of
/// one name.
public final class Corpus {
  private final SortedMap<String, Folder> folders = new TreeMap<>();

  private static final class Folder {
    private final List<Map<String, Value.Mapping>> policies = new ArrayList<>();
    private final SortedMap<String, Map<String, String>> namespaces = new TreeMap<>();
  }

  /// Adds a file as the program `kubectl-view` prints it.
  public void add(Value file) {
    Tree tree = new Tree(file);
    String path = tree.get("path").text("");
    int slash = path.lastIndexOf('/');
    Folder folder =
        folders.computeIfAbsent(slash < 0 ? "." : path.substring(0, slash), _ -> new Folder());
    tree.get("documents").items().forEach(document -> add(document.get("object"), folder));
  }

  private static void add(Tree object, Folder folder) {
    String kind = object.get("kind").text("");
    if (kind.endsWith("List")) {
      object.get("items").items().forEach(item -> add(item, folder));
    }
    String name = object.at("metadata", "name").text("");
    String version = object.get("apiVersion").text("");
    if (kind.equals("Namespace") && version.equals("v1") && !name.isEmpty()) {
      folder.namespaces.putIfAbsent(name, object.at("metadata", "labels").texts());
    } else if (kind.equals("NetworkPolicy")
        && version.equals("networking.k8s.io/v1")
        && object.value() instanceof Value.Mapping policy) {
      String id = object.at("metadata", "namespace").text("default") + "/" + name;
      for (Map<String, Value.Mapping> some : folder.policies) {
        if (some.putIfAbsent(id, policy) == null) {
          return;
        }
      }
      folder.policies.add(new LinkedHashMap<>(Map.of(id, policy)));
    }
  }

  /// Scenes without pods and questions.
  public List<Scene> scenes() {
    List<Scene> scenes = new ArrayList<>();
    folders.forEach(
        (name, folder) -> {
          for (Map<String, Value.Mapping> policies : folder.policies) {
            scenes.add(
                new Scene(
                    name,
                    true,
                    0,
                    List.copyOf(policies.values()),
                    folder.namespaces,
                    List.of(),
                    List.of()));
          }
        });
    return scenes;
  }
}
