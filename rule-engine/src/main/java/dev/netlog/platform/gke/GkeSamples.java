package dev.netlog.platform.gke;

import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.PlatformKind;
import dev.netlog.platform.gke.facts.GkeKinds;
import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.platform.shared.Samples;
import java.util.List;
import java.util.Map;

/// Usual objects of a cluster of GKE.
final class GkeSamples {
  private GkeSamples() {}

  static List<Resource> all() {
    return List.of(
        logging(true),
        logging(false),
        policy("true"),
        policy("yes"),
        Samples.annotated(PlatformKind.NAMESPACE, Map.of(LogSection.DENY.key(), "true")));
  }

  private static Resource logging(boolean denied) {
    Value.Mapping allow = section(true, false);
    Value.Mapping deny = section(denied, true);
    return Samples.specified(
        GkeKinds.LOGGING,
        GkeKinds.NETWORK_LOGGING_NAME,
        new Value.Mapping(
            Map.of("cluster", new Value.Mapping(Map.of("allow", allow, "deny", deny)))));
  }

  private static Value.Mapping section(boolean log, boolean delegate) {
    return new Value.Mapping(
        Map.of("log", new Value.Bool(log), "delegate", new Value.Bool(delegate)));
  }

  private static Resource policy(String value) {
    Value.Mapping peer = new Value.Mapping(Map.of("podSelector", Value.Mapping.EMPTY));
    Value.Mapping rule = new Value.Mapping(Map.of("from", new Value.Sequence(List.of(peer))));
    return Samples.of(
        PlatformKind.NETWORK_POLICY,
        "sample",
        Map.of(LogSection.ALLOW.key(), value),
        new Value.Mapping(
            Map.of(
                "podSelector",
                Value.Mapping.EMPTY,
                "policyTypes",
                new Value.Sequence(List.of(new Value.Text("Ingress"))),
                "ingress",
                new Value.Sequence(List.of(rule)))));
  }
}
