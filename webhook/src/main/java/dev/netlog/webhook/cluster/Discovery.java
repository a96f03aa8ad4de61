package dev.netlog.webhook.cluster;

import dev.netlog.platform.PlatformKind;
import io.fabric8.kubernetes.api.model.APIGroup;
import io.fabric8.kubernetes.api.model.APIResource;
import io.fabric8.kubernetes.api.model.APIResourceList;
import io.fabric8.kubernetes.api.model.GroupVersionForDiscovery;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds out whether a cluster has a kind, and in which version.
///
/// A list request that returns 404 is not enough: the kind may exist in another version, with
/// objects of it.
final class Discovery {
  private Discovery() {}

  /// The kind in the version that the API server prefers, or null if the cluster does not have it.
  static @Nullable ResourceDefinitionContext of(KubernetesClient client, PlatformKind kind) {
    String group = kind.kind().group();
    for (String version : versions(client, group)) {
      APIResourceList resources =
          client.getApiResources(group.isEmpty() ? version : group + "/" + version);
      if (resources != null) {
        for (APIResource each : resources.getResources()) {
          if (each.getName().equals(kind.plural())) {
            return new ResourceDefinitionContext.Builder()
                .withGroup(group.isEmpty() ? null : group)
                .withVersion(version)
                .withKind(kind.kind().kind())
                .withPlural(kind.plural())
                .withNamespaced(Boolean.TRUE.equals(each.getNamespaced()))
                .build();
          }
        }
      }
    }
    return null;
  }

  private static Set<String> versions(KubernetesClient client, String group) {
    if (group.isEmpty()) {
      return Set.of("v1");
    }
    APIGroup found = client.getApiGroup(group);
    Set<String> versions = new LinkedHashSet<>();
    if (found != null) {
      List<GroupVersionForDiscovery> served = new ArrayList<>(found.getVersions());
      if (found.getPreferredVersion() != null) {
        served.addFirst(found.getPreferredVersion());
      }
      served.forEach(each -> versions.add(each.getVersion()));
    }
    return versions;
  }
}
