package dev.netlog.coverage.witness;

import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.text.Phrase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One connection that is not logged.
///
/// @param subject the id of the subject that denies or allows it
/// @param direction the side of the subject
/// @param connection the connection
/// @param verdict the verdict on it
/// @param reason the policy or rule that decides
public record Witness(
    String subject, Direction direction, Connection connection, Verdict verdict, Reason reason) {

  /// The sentence in reports: `203.0.113.1 -> TCP 8443 is allowed by edge/p2 and not logged`.
  public Phrase sentence() {
    String port = connection.protocol().name() + " " + connection.port();
    boolean in = direction == Direction.INGRESS;
    return (in ? peer() : Phrase.of("-> ").with(peer()))
        .with((in ? " -> " : " ") + port)
        .with(verdict == Verdict.ALLOW ? " is allowed" : " is denied")
        .with(by())
        .with(" and not logged");
  }

  private Phrase by() {
    return switch (reason) {
      case Reason.DefaultDeny _ -> Phrase.of(" by default");
      case Reason.Allowing allowing -> Phrase.ofName(" by ", allowing.name());
      case Reason.AdminRule rule -> by(rule.policy(), rule.name());
      case Reason.NamespaceRule rule -> by(rule.policy(), rule.name());
      case Reason.Unmodelled policy -> by(policy.policy(), policy.name());
      case Reason.UnreadText text -> Phrase.of(" by a policy in " + text.text());
    };
  }

  private static Phrase by(Resource policy, String name) {
    return Phrase.ofName(" by " + policy.id().kind() + "/", name);
  }

  private Phrase peer() {
    return switch (connection.peer()) {
      case Peer.Outside(String address) -> Phrase.of(address);
      case Peer.Pod pod -> pod(pod);
    };
  }

  private static Phrase pod(Peer.Pod pod) {
    List<String> parts = new ArrayList<>();
    parts.add(pod.labels().isEmpty() ? "a pod" : "a pod " + labels(pod.labels()));
    if (pod.address() != null) {
      parts.add("at " + pod.address());
    }
    if (!pod.portNames().isEmpty()) {
      parts.add("whose port is named " + String.join(", ", pod.portNames()));
    }
    parts.add("in namespace ");
    return Phrase.ofNamespace(String.join(" ", parts), pod.namespace())
        .with(pod.namespaceLabels().isEmpty() ? "" : " " + labels(pod.namespaceLabels()));
  }

  private static String labels(Map<String, String> labels) {
    List<String> shown = new ArrayList<>();
    new TreeMap<>(labels).forEach((key, value) -> shown.add(key + "=" + value));
    return "(" + String.join(", ", shown) + ")";
  }
}
