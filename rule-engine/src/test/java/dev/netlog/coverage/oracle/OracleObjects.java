package dev.netlog.coverage.oracle;

import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// The objects of a target that a cluster stores, by where they are.
///
/// @param cluster those without a namespace
/// @param namespaces the Namespaces by name
/// @param namespaced the others, by namespace
/// @param refused those that no cluster stores, as reports name them
record OracleObjects(
    List<Tree> cluster,
    Map<String, Tree> namespaces,
    Map<String, List<Tree>> namespaced,
    Set<String> refused) {
  private static final Set<String> CLUSTER_SCOPED =
      Set.of(
          "CiliumClusterwideNetworkPolicy",
          "AdminNetworkPolicy",
          "BaselineAdminNetworkPolicy",
          "ClusterNetworkPolicy",
          "NetworkLogging",
          "Namespace");

  static OracleObjects of(World world) {
    OracleObjects objects =
        new OracleObjects(new ArrayList<>(), new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
    boolean ovn = world.platform().equals("ovn");
    for (Value.Mapping object : world.objects()) {
      objects.add(new Tree(object), ovn);
    }
    return objects;
  }

  private void add(Tree object, boolean ovn) {
    String kind = kind(object);
    String namespace = object.at("metadata", "namespace").text("default");
    boolean whole = CLUSTER_SCOPED.contains(kind);
    if (!OracleStored.isStored(object, ovn)) {
      refused.add(kind + "/" + (whole ? "" : namespace + "/") + name(object));
    } else if (kind.equals("Namespace")) {
      namespaces.put(name(object), object);
    } else if (whole) {
      cluster.add(object);
    } else {
      namespaced.computeIfAbsent(namespace, _ -> new ArrayList<>()).add(object);
    }
  }

  /// The admin policies and the baseline.
  List<OracleAdmin> admins() {
    List<OracleAdmin> admins = new ArrayList<>();
    for (String kind : List.of("AdminNetworkPolicy", "BaselineAdminNetworkPolicy")) {
      ofKind(cluster, kind).forEach(each -> admins.add(OracleAdmin.of(each)));
    }
    return admins;
  }

  static List<Tree> ofKind(List<Tree> objects, String kind) {
    return objects.stream().filter(each -> kind(each).equals(kind)).toList();
  }

  static String kind(Tree object) {
    return object.get("kind").text("");
  }

  static String name(Tree object) {
    return object.at("metadata", "name").text("");
  }
}
