package dev.netlog.platform.gke.facts;

import static dev.netlog.platform.PlatformKind.Use.EXPLAINED;
import static dev.netlog.platform.PlatformKind.Use.INJECTED;
import static dev.netlog.platform.PlatformKind.Use.READ;
import static dev.netlog.platform.PlatformKind.Use.WATCHED;

import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.platform.PlatformKind;
import dev.netlog.platform.ReviewTrigger;
import dev.netlog.rule.DidYouMean;
import java.util.List;
import java.util.stream.Stream;

/// The kinds that policy logging on GKE is about.
///
/// Source: the [schema of a live
/// cluster](https://github.com/tommy351/kubernetes-models-ts/blob/HEAD/third-party/gke/crd/networkloggings.yaml).
public final class GkeKinds {
  /// The group of GKE's own networking kinds. The annotations say `network`, not `networking`.
  public static final String GROUP = "networking.gke.io";

  /// The only version of NetworkLogging.
  public static final String VERSION = "v1alpha1";

  public static final GroupKind NETWORK_LOGGING = new GroupKind(GROUP, "NetworkLogging");

  /// The only name that a NetworkLogging may have.
  public static final String NETWORK_LOGGING_NAME = "default";

  /// The annotation by which a NetworkPolicy is about one network of a cluster with several.
  /// Source: [multi-network
  /// policies](https://cloud.google.com/kubernetes-engine/docs/how-to/multinetwork-policy).
  public static final String NETWORK = "networking.gke.io/network";

  /// The network that every pod is in.
  public static final String DEFAULT_NETWORK = "default";

  public static final GroupKind CILIUM_NETWORK_POLICY =
      new GroupKind("cilium.io", "CiliumNetworkPolicy");
  public static final GroupKind CILIUM_CLUSTERWIDE_NETWORK_POLICY =
      new GroupKind("cilium.io", "CiliumClusterwideNetworkPolicy");
  public static final GroupKind FQDN_NETWORK_POLICY = new GroupKind(GROUP, "FQDNNetworkPolicy");

  /// The policies whose annotation the agent reads.
  public static final List<GroupKind> POLICIES =
      List.of(
          KubernetesKinds.NETWORK_POLICY,
          CILIUM_NETWORK_POLICY,
          CILIUM_CLUSTERWIDE_NETWORK_POLICY,
          FQDN_NETWORK_POLICY);

  public static final PlatformKind LOGGING =
      PlatformKind.clusterScoped(NETWORK_LOGGING, "networkloggings", VERSION)
          .judgedOn(new ReviewTrigger.Spec())
          .with(READ, WATCHED);

  /// The versions of Cilium's kinds and of FQDNNetworkPolicy are those of their
  /// CustomResourceDefinitions.
  public static final List<PlatformKind> ALL =
      List.of(
          PlatformKind.NAMESPACE
              .judgedOn(new ReviewTrigger.Key())
              .with(READ, WATCHED, INJECTED, EXPLAINED),
          PlatformKind.NETWORK_POLICY
              .judgedOn(new ReviewTrigger.Key())
              .with(READ, WATCHED, INJECTED, EXPLAINED),
          LOGGING,
          PlatformKind.namespaced(FQDN_NETWORK_POLICY, "fqdnnetworkpolicies", "v1alpha1")
              .with(READ, WATCHED),
          PlatformKind.namespaced(CILIUM_NETWORK_POLICY, "ciliumnetworkpolicies", "v2")
              .with(READ, WATCHED),
          PlatformKind.clusterScoped(
                  CILIUM_CLUSTERWIDE_NETWORK_POLICY, "ciliumclusterwidenetworkpolicies", "v2")
              .with(READ, WATCHED));

  private GkeKinds() {}

  /// Whether an object is a NetworkLogging, or one whose kind or group is misspelt: no group with
  /// one of these endings has another kind of this name.
  public static boolean isMeantAsNetworkLogging(GroupKind kind) {
    if (kind.kind().equalsIgnoreCase(NETWORK_LOGGING.kind())) {
      String group = kind.group();
      return group.equals(GROUP)
          || !group.contains(".")
          || Stream.of("gke.io", "k8s.io", "google.com", "googleapis.com", "cilium.io")
              .anyMatch(group::endsWith)
          || DidYouMean.of(group, List.of(GROUP)) != null;
    }
    return kind.group().equals(GROUP)
        && !kind.kind().equals("NetworkLoggingList")
        && DidYouMean.of(kind.kind(), List.of(NETWORK_LOGGING.kind())) != null;
  }
}
