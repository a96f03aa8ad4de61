package dev.netlog.platform.gke.networklogging;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.platform.gke.facts.GkeKinds;
import dev.netlog.platform.text.Counted;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What is lost by a defect, counted where other objects are known.
public final class Effect {
  private Effect() {}

  /// What a whole cluster loses that logs nothing.
  static String nothingLogged(Inventory inventory) {
    List<Resource> policies = policies(inventory);
    if (policies.isEmpty()) {
      return "no connection leaves a record, allowed or denied";
    }
    long namespaces =
        policies.stream().map(p -> p.id().namespace()).filter(Objects::nonNull).distinct().count();
    String where =
        namespaces == 0
            ? ""
            : " in " + Counted.of(Math.toIntExact(namespaces), "namespace", "namespaces");
    return Counted.of(policies.size(), "policy", "policies")
        + where
        + (policies.size() == 1 ? " leaves no record" : " leave no record");
  }

  /// What is lost where no NetworkLogging is kept beside the policies, in files or in a cluster.
  static String notLogged(Inventory inventory) {
    return "nothing here lets "
        + Counted.of(policies(inventory).size(), "policy", "policies")
        + " leave a record";
  }

  /// What is lost by an object that is stored and then rejected.
  static String rejected(Inventory inventory) {
    int policies = policies(inventory).size();
    return "running agents keep their former setting and every agent that starts later logs nothing"
        + (policies == 0
            ? ""
            : ", so that "
                + Counted.of(policies, "policy loses its", "policies lose their")
                + " logs");
  }

  /// What is lost by an annotation that ought to enable logging and does not; null where the known
  /// NetworkLogging does not read annotations anyway.
  public static @Nullable String notEnabled(
      LogSection half, Resource subject, Inventory inventory) {
    NetworkLogging.Found found = NetworkLogging.in(inventory);
    boolean known = found != null && found.logging().isValid();
    if (found != null && known && found.logging().mode(half) != LogMode.ANNOTATED) {
      return null;
    }
    String lost =
        switch (half) {
          case ALLOW -> "connections that the policy allows leave no record";
          case DENY -> denied(subject.id().name(), inventory);
        };
    return known ? lost : lost + " where " + half.field() + " is delegated";
  }

  private static String denied(String namespace, Inventory inventory) {
    int policies = inventory.list(KubernetesKinds.NETWORK_POLICY, namespace).items().size();
    return policies == 0
        ? "denied connections of the namespace leave no record"
        : Counted.of(policies, "policy", "policies")
            + " in "
            + namespace
            + (policies == 1 ? " loses its deny log" : " lose their deny log");
  }

  private static List<Resource> policies(Inventory inventory) {
    return GkeKinds.POLICIES.stream()
        .flatMap(kind -> inventory.list(kind, null).items().stream())
        .toList();
  }
}
