package dev.netlog.cli.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/// A mapping of a manifest, which can be changed in place.
public final class Node {
  private static final List<String> CLUSTER_SCOPED =
      List.of("Namespace", "NetworkLogging", "AdminNetworkPolicy", "BaselineAdminNetworkPolicy");

  private final Map<Object, @Nullable Object> members;

  private Node(Map<Object, @Nullable Object> members) {
    this.members = members;
  }

  /// The mapping that a text in YAML holds.
  static Node parse(String yaml) {
    return new Node(mapping(new Yaml(new LoaderOptions()).load(yaml)));
  }

  @SuppressWarnings("unchecked")
  private static Map<Object, @Nullable Object> mapping(@Nullable Object value) {
    if (value instanceof Map<?, ?>) {
      return (Map<Object, @Nullable Object>) value;
    }
    throw new IllegalArgumentException("no mapping: " + value);
  }

  Node copy() {
    return new Node(mapping(copy(members)));
  }

  private static @Nullable Object copy(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
      map.forEach((key, each) -> copy.put(Objects.requireNonNull(key), copy(each)));
      return copy;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> copy = new ArrayList<>();
      list.forEach(each -> copy.add(copy(each)));
      return copy;
    }
    return value;
  }

  /// The members themselves.
  Map<Object, @Nullable Object> members() {
    return members;
  }

  boolean isEmpty() {
    return members.isEmpty();
  }

  /// The value at a path, null where there is none.
  @Nullable Object get(String... path) {
    Object value = members;
    for (String name : path) {
      value = value instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return value;
  }

  boolean has(String... path) {
    return get(path) != null;
  }

  String text(String... path) {
    Object value = get(path);
    return value == null ? "" : String.valueOf(value);
  }

  /// The mapping at a path; null where there is none.
  @Nullable Node node(String... path) {
    return get(path) instanceof Map<?, ?> map ? new Node(mapping(map)) : null;
  }

  /// The mappings of the list at a path, to be changed in place.
  List<Node> nodes(String... path) {
    List<Node> nodes = new ArrayList<>();
    if (get(path) instanceof List<?> list) {
      list.forEach(each -> nodes.add(new Node(mapping(each))));
    }
    return nodes;
  }

  /// The texts of the list at a path.
  List<String> items(String... path) {
    List<String> items = new ArrayList<>();
    if (get(path) instanceof List<?> list) {
      list.forEach(each -> items.add(String.valueOf(each)));
    }
    return items;
  }

  /// The list at a path, to be changed in place; a new one where there is none.
  List<@Nullable Object> list(String... path) {
    if (!(get(path) instanceof List<?>)) {
      set(new ArrayList<>(), path);
    }
    return mutable(get(path));
  }

  @SuppressWarnings("unchecked")
  private static List<@Nullable Object> mutable(@Nullable Object value) {
    return (List<@Nullable Object>) Objects.requireNonNull(value);
  }

  /// The texts of the mapping at a path.
  Map<String, String> texts(String... path) {
    Map<String, String> texts = new TreeMap<>();
    if (get(path) instanceof Map<?, ?> map) {
      map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
    }
    return texts;
  }

  /// Puts a value at a path, with the mappings on the way.
  void set(@Nullable Object value, String... path) {
    Map<Object, @Nullable Object> place = members;
    for (int i = 0; i < path.length - 1; i++) {
      place = mapping(place.computeIfAbsent(path[i], _ -> new LinkedHashMap<>()));
    }
    place.put(path[path.length - 1], value);
  }

  /// Puts what a text in YAML says at a path.
  void setYaml(String yaml, String... path) {
    set(new Yaml(new LoaderOptions()).load(yaml), path);
  }

  void remove(String... path) {
    Object place = members;
    for (int i = 0; i < path.length - 1; i++) {
      place = place instanceof Map<?, ?> map ? map.get(path[i]) : null;
    }
    if (place instanceof Map<?, ?> map) {
      map.remove(path[path.length - 1]);
    }
  }

  String kind() {
    return text("kind");
  }

  boolean isKind(String... kinds) {
    return List.of(kinds).contains(kind());
  }

  boolean isWorkload() {
    return has("spec", "template");
  }

  String name() {
    return text("metadata", "name");
  }

  /// Empty for a cluster-scoped object.
  String namespace() {
    return CLUSTER_SCOPED.contains(kind()) ? "" : text("metadata", "namespace");
  }

  /// What tells it from the other objects of a cluster.
  String identity() {
    return namespace() + "/" + kind() + "/" + name();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Node node && node.members.equals(members);
  }

  @Override
  public int hashCode() {
    return members.hashCode();
  }

  @Override
  public String toString() {
    return members.toString();
  }
}
