package dev.netlog.coverage.oracle;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/// The objects of one target with what is assumed of it.
///
/// @param platform `gke` or `ovn`
/// @param objects as written
/// @param assumptions by name
public record World(String platform, List<Value.Mapping> objects, Map<String, String> assumptions) {
  public World {
    objects = List.copyOf(objects);
  }

  /// The same with other objects.
  public World with(List<Value.Mapping> others) {
    return new World(platform, others, assumptions);
  }

  /// The Namespaces and NetworkLoggings that a base has and this world does not, as `Kind/name`.
  public Set<String> without(World base) {
    Set<String> removed = new TreeSet<>(base.settings());
    removed.removeAll(settings());
    return removed;
  }

  private Set<String> settings() {
    Set<String> settings = new TreeSet<>();
    for (Value.Mapping object : objects) {
      Tree tree = new Tree(object);
      String kind = tree.get("kind").text("");
      if (kind.equals("Namespace") || kind.equals("NetworkLogging")) {
        settings.add(kind + "/" + tree.at("metadata", "name").text(""));
      }
    }
    return settings;
  }

  /// Whether all workloads were read.
  public boolean isComplete() {
    return "complete".equals(assumptions.get("input"));
  }

  /// The objects as an edge would hand them over.
  public List<Resource> resources() {
    List<Resource> resources = new ArrayList<>();
    for (int i = 0; i < objects.size(); i++) {
      Origin origin = new Origin("world.yaml", i, JsonPointer.ROOT);
      resources.add(Objects.requireNonNull(Resource.of(objects.get(i), origin)));
    }
    return resources;
  }

  /// All of it as YAML, to be read and to be tried.
  public String yaml() {
    StringBuilder yaml = new StringBuilder();
    yaml.append("# --platform ").append(platform);
    assumptions.forEach(
        (name, value) -> yaml.append(" --assume ").append(name).append('=').append(value));
    yaml.append('\n');
    for (Value.Mapping object : objects) {
      yaml.append("---");
      Yaml.write(object, 0, yaml);
      yaml.append('\n');
    }
    return yaml.toString();
  }

  /// For whoever has to look at a failure.
  @Override
  public String toString() {
    return yaml();
  }
}
