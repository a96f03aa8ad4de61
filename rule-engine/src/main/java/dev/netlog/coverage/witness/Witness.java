package dev.netlog.coverage.witness;

import dev.netlog.network.Direction;
import dev.netlog.network.Protocol;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One connection that leaves no record.
///
/// @param subject the id of the subject that refuses or admits it
/// @param direction the side of the subject
/// @param connection the connection
/// @param verdict what happens to it
/// @param reason why
public record Witness(
    String subject, Direction direction, Connection connection, Verdict verdict, Reason reason) {

  /// As reports print it: `203.0.113.1 -> TCP 8443 is allowed by edge/p2 and not logged`.
  @Override
  public String toString() {
    Protocol protocol = connection.protocol();
    String port = protocol.name() + " " + connection.port();
    String peer = peer();
    String path = direction == Direction.INGRESS ? peer + " -> " + port : "-> " + peer + " " + port;
    return path
        + (verdict == Verdict.ALLOW ? " is allowed" : " is denied")
        + by()
        + " and not logged";
  }

  private String by() {
    return switch (reason) {
      case Reason.DefaultDeny _ -> " by default";
      case Reason.Allowing(var policy, _) ->
          " by " + policy.id().namespace() + "/" + Names.name(policy);
      case Reason.AdminRule rule -> " by " + rule.text();
      case Reason.NamespaceRule rule -> " by " + rule.text();
      case Reason.Unmodelled policy -> " by " + policy.text();
    };
  }

  private String peer() {
    return switch (connection.peer()) {
      case Peer.Outside(String address) -> address;
      case Peer.Pod pod -> pod(pod);
    };
  }

  private String pod(Peer.Pod pod) {
    List<String> parts = new ArrayList<>();
    parts.add(pod.labels().isEmpty() ? "a pod" : "a pod " + labels(pod.labels()));
    if (pod.address() != null) {
      parts.add("at " + pod.address());
    }
    if (!pod.portNames().isEmpty()) {
      parts.add("whose port is named " + String.join(", ", pod.portNames()));
    }
    parts.add(
        "in namespace "
            + pod.namespace()
            + (pod.namespaceLabels().isEmpty() ? "" : " " + labels(pod.namespaceLabels())));
    return String.join(" ", parts);
  }

  private static String labels(Map<String, String> labels) {
    List<String> shown = new ArrayList<>();
    new TreeMap<>(labels).forEach((key, value) -> shown.add(key + "=" + value));
    return "(" + String.join(", ", shown) + ")";
  }
}
