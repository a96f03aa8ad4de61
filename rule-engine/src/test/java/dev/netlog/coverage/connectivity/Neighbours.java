package dev.netlog.coverage.connectivity;

import dev.netlog.coverage.oracle.Dice;
import dev.netlog.coverage.oracle.Tree;
import dev.netlog.network.Label;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Namespaces, and pods to put into them, that peers of rules mean or nearly mean.
final class Neighbours {
  private static final String NAME = Label.NAMESPACE_NAME.key();

  /// As many as there are, before others are taken for those that are still needed.
  private static final int MOST = 40;

  private final SortedMap<String, Map<String, String>> namespaces = new TreeMap<>();
  private final Set<Place> places = new LinkedHashSet<>();

  /// Labels of a pod and where it is.
  record Place(String namespace, Map<String, String> labels) {}

  Neighbours(Map<String, Map<String, String>> known) {
    known.forEach((name, labels) -> namespaces.put(name, named(name, labels)));
  }

  /// All namespaces with their labels.
  SortedMap<String, Map<String, String>> namespaces() {
    return Collections.unmodifiableSortedMap(namespaces);
  }

  /// A namespace, without labels of its own if it is not known yet.
  void add(String name) {
    namespaces.computeIfAbsent(name, _ -> named(name, Map.of()));
    places.add(new Place(name, Map.of()));
  }

  private static Map<String, String> named(String name, Map<String, String> labels) {
    Map<String, String> all = new TreeMap<>(labels);
    all.put(NAME, name);
    return Collections.unmodifiableMap(all);
  }

  /// Any place that some rule asked for.
  Place any(Dice dice) {
    return dice.one(List.copyOf(places));
  }

  /// The places that an entry of `from` or `to` means, and some that it nearly means.
  List<Place> of(String own, Tree peer) {
    List<Map<String, String>> pods = Variants.of(peer.get("podSelector"));
    List<String> in = new ArrayList<>();
    if (peer.get("namespaceSelector").exists()) {
      Variants.of(peer.get("namespaceSelector")).forEach(labels -> in.add(namespace(labels)));
    } else {
      in.add(own);
      in.add(namespaces.firstKey());
      in.add(namespaces.lastKey());
    }
    List<Place> found = new ArrayList<>();
    pods.forEach(labels -> found.add(new Place(in.getFirst(), labels)));
    in.forEach(name -> found.add(new Place(name, pods.getFirst())));
    places.addAll(found);
    return found;
  }

  /// A namespace with these labels, or of the name that they hold.
  private String namespace(Map<String, String> labels) {
    String name = labels.getOrDefault(NAME, "");
    if (!name.isEmpty()) {
      namespaces.computeIfAbsent(name, _ -> named(name, labels));
      return name;
    }
    for (Map.Entry<String, Map<String, String>> each : namespaces.entrySet()) {
      Map<String, String> own = new TreeMap<>(each.getValue());
      own.remove(NAME);
      if (own.equals(labels)) {
        return each.getKey();
      }
    }
    if (namespaces.size() >= MOST) {
      return namespaces.lastKey();
    }
    String made = "made-" + namespaces.size();
    namespaces.put(made, named(made, labels));
    return made;
  }
}
