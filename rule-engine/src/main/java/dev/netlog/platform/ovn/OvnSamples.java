package dev.netlog.platform.ovn;

import dev.netlog.model.Resource;
import dev.netlog.platform.PlatformKind;
import dev.netlog.platform.ovn.acl.AclKey;
import dev.netlog.platform.shared.Samples;
import java.util.List;
import java.util.Map;

/// Usual objects of a cluster with OVN-Kubernetes.
final class OvnSamples {
  private OvnSamples() {}

  static List<Resource> all() {
    return List.of(
        namespace("{\"deny\": \"alert\"}"),
        namespace("{\"deny\": \"inof\"}"),
        namespace("{\"alow\": \"info\"}"));
  }

  private static Resource namespace(String value) {
    return Samples.annotated(PlatformKind.NAMESPACE, Map.of(AclKey.KEY, value));
  }
}
