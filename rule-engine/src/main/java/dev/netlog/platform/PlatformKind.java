package dev.netlog.platform;

import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A kind of object that a platform has, and what netlog does with its objects.
///
/// Sources: `kubectl api-resources`, and `spec.names` of the CustomResourceDefinitions. No rule
/// leads from a kind to its plural: see `multi-networkpolicies`.
///
/// @param kind its group and its name
/// @param versions those that clusters serve, the usual one first
/// @param plural what the API server calls the list of them, in small letters; paths, RBAC and
///   reviews say it
/// @param namespaced whether each object stands in a namespace
/// @param shortNames what kubectl takes for the kind beside its name and plural
/// @param uses what netlog does with the objects
/// @param trigger the change that is reviewed on admission; null where none is
public record PlatformKind(
    GroupKind kind,
    List<String> versions,
    String plural,
    boolean namespaced,
    List<String> shortNames,
    Set<Use> uses,
    @Nullable ReviewTrigger trigger) {
  /// What netlog can do with the objects of a kind.
  public enum Use {
    /// Rules or coverage look at them.
    READ,
    /// Rules of the webhook ask for them when they are not the subject of the review.
    WATCHED,
    /// The webhook adds the logging annotation to new ones.
    INJECTED,
    /// `netlog explain` takes one.
    EXPLAINED
  }

  public static final PlatformKind NAMESPACE =
      clusterScoped(KubernetesKinds.NAMESPACE, "namespaces", "v1").named("ns");
  public static final PlatformKind NETWORK_POLICY =
      namespaced(KubernetesKinds.NETWORK_POLICY, "networkpolicies", "v1").named("netpol");
  public static final PlatformKind ADMIN_NETWORK_POLICY =
      clusterScoped(KubernetesKinds.ADMIN_NETWORK_POLICY, "adminnetworkpolicies", "v1alpha1")
          .named("anp");
  public static final PlatformKind BASELINE_ADMIN_NETWORK_POLICY =
      clusterScoped(
              KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY,
              "baselineadminnetworkpolicies",
              "v1alpha1")
          .named("banp");
  public static final PlatformKind CLUSTER_NETWORK_POLICY =
      clusterScoped(KubernetesKinds.CLUSTER_NETWORK_POLICY, "clusternetworkpolicies", "v1alpha2");

  public PlatformKind {
    versions = List.copyOf(versions);
    shortNames = List.copyOf(shortNames);
    uses = Set.copyOf(uses);
  }

  /// A kind whose objects stand in namespaces.
  public static PlatformKind namespaced(GroupKind kind, String plural, String... versions) {
    return new PlatformKind(kind, List.of(versions), plural, true, List.of(), Set.of(), null);
  }

  /// A kind whose objects stand in no namespace.
  public static PlatformKind clusterScoped(GroupKind kind, String plural, String... versions) {
    return new PlatformKind(kind, List.of(versions), plural, false, List.of(), Set.of(), null);
  }

  private PlatformKind named(String shortName) {
    return new PlatformKind(kind, versions, plural, namespaced, List.of(shortName), uses, trigger);
  }

  /// The same, used in more ways.
  public PlatformKind with(Use... more) {
    Set<Use> all = EnumSet.noneOf(Use.class);
    all.addAll(uses);
    all.addAll(List.of(more));
    return new PlatformKind(kind, versions, plural, namespaced, shortNames, all, trigger);
  }

  /// The same, judged on admission.
  public PlatformKind judgedOn(ReviewTrigger change) {
    return new PlatformKind(kind, versions, plural, namespaced, shortNames, uses, change);
  }

  /// Whether netlog uses the objects in this way.
  public boolean is(Use use) {
    return uses.contains(use);
  }

  /// Whether the webhook judges the objects.
  public boolean isJudged() {
    return trigger != null;
  }

  /// As messages name it: the plural and the group.
  public String name() {
    return kind.group().isEmpty() ? plural : plural + "." + kind.group();
  }

  /// What two platforms make of one kind.
  ///
  /// @throws IllegalArgumentException where they contradict each other
  public PlatformKind and(PlatformKind other) {
    if (!kind.equals(other.kind)
        || !plural.equals(other.plural)
        || namespaced != other.namespaced
        || (trigger != null && other.trigger != null && !trigger.equals(other.trigger))) {
      throw new IllegalArgumentException("contradiction about " + name());
    }
    List<String> allVersions = union(versions, other.versions);
    PlatformKind both =
        new PlatformKind(
            kind,
            allVersions,
            plural,
            namespaced,
            union(shortNames, other.shortNames),
            uses,
            trigger == null ? other.trigger : trigger);
    return both.with(other.uses.toArray(Use[]::new));
  }

  private static List<String> union(List<String> one, List<String> other) {
    Set<String> all = new LinkedHashSet<>(one);
    all.addAll(other);
    return new ArrayList<>(all);
  }
}
