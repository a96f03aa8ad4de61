package dev.netlog.cli.report.coverage;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes objects without any text of a file, so that their names can be anything.
///
/// @param path of the file that they say they come from
record Objects(String path) {
  private static final String GKE = "policy.network.gke.io/";

  Resource namespace(String name, String denyLogging) {
    Value annotations = map("annotations", map(GKE + "enable-deny-logging", text(denyLogging)));
    return object("v1", "Namespace", join(map("name", text(name)), annotations), map());
  }

  Resource deployment(String namespace, String name) {
    return object("apps/v1", "Deployment", meta(namespace, name), map());
  }

  /// A policy for all pods that admits everyone to one port.
  Resource policy(String namespace, String name, int port, boolean annotated) {
    Value ports = list(map("port", new Value.Numeral(Integer.toString(port))));
    Value spec = map("podSelector", map(), "ingress", list(map("ports", ports)));
    Value annotations =
        annotated ? map("annotations", map(GKE + "enable-logging", text("true"))) : map();
    Value metadata = join(meta(namespace, name), annotations);
    return object("networking.k8s.io/v1", "NetworkPolicy", metadata, spec);
  }

  /// A policy of a kind that netlog does not model.
  Resource unmodelled(String namespace, String name) {
    return object("cilium.io/v2", "CiliumNetworkPolicy", meta(namespace, name), map());
  }

  private static Value meta(String namespace, String name) {
    return map("name", text(name), "namespace", text(namespace));
  }

  private Resource object(String apiVersion, String kind, Value metadata, Value spec) {
    Value content =
        map("apiVersion", text(apiVersion), "kind", text(kind), "metadata", metadata, "spec", spec);
    Resource resource = Resource.of(content, new Origin(path, 0, JsonPointer.ROOT));
    if (resource == null) {
      throw new IllegalArgumentException("no resource");
    }
    return resource;
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value list(Value item) {
    return new Value.Sequence(List.of(item));
  }

  private static Value join(Value one, Value other) {
    Map<String, Value> members = new LinkedHashMap<>(((Value.Mapping) one).members());
    members.putAll(((Value.Mapping) other).members());
    return new Value.Mapping(members);
  }

  private static Value map(Object... members) {
    Map<String, Value> map = new LinkedHashMap<>();
    for (int i = 0; i < members.length; i += 2) {
      map.put((String) members[i], (Value) members[i + 1]);
    }
    return new Value.Mapping(map);
  }
}
