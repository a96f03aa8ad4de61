package dev.netlog.platform.ovn.point;

import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.LetterPolicies;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.ovn.Given;
import dev.netlog.platform.ovn.OvnPlatform;
import java.util.List;
import java.util.stream.Stream;

/// Points of coverage in namespace `payments`.
final class AclPointSamples {
  static final OvnPlatform OVN = new OvnPlatform();

  private static final Resource POLICY = Given.policy("payments", "api", 2, 0);
  private static final Resource FIREWALL = Given.firewall("payments", "[{'type':'Allow'}]");

  private AclPointSamples() {}

  /// The allow point of a policy of two rules.
  static Point allow() {
    return allow(POLICY, Direction.INGRESS, 0, 1);
  }

  static Point allow(Resource policy, Direction direction, Integer... rules) {
    LetterPolicies applied = new LetterPolicies().with(policy, "a").withRules(policy, rules);
    return new Point(
        "payments",
        direction,
        Verdict.ALLOW,
        new Reason.Allowing(policy, policy.id().toString()),
        false,
        applied);
  }

  static Point deny(Direction direction) {
    return point(direction, Verdict.DENY, new Reason.DefaultDeny());
  }

  static Point firewall(Verdict verdict) {
    return point(
        Direction.EGRESS,
        verdict,
        new Reason.NamespaceRule(FIREWALL, 1, "EgressFirewall/payments#1"));
  }

  /// A point of the first ingress rule of an admin policy.
  static Point admin(Resource policy, Verdict verdict) {
    return point(Direction.INGRESS, verdict, new Reason.AdminRule(policy, Direction.INGRESS, 0));
  }

  /// The points that hang on the annotation of the Namespace, those that allow first.
  static List<Point> ofNamespace(Verdict verdict) {
    return verdict == Verdict.ALLOW
        ? List.of(allow(), firewall(Verdict.ALLOW))
        : List.of(deny(Direction.INGRESS), deny(Direction.EGRESS), firewall(Verdict.DENY));
  }

  /// The states of all of these points, where one annotated object is in the input.
  static Stream<LoggingState> states(List<Point> points, Resource holder) {
    return points.stream().map(point -> OVN.loggingOf(point, Given.known(holder)));
  }

  private static Point point(Direction direction, Verdict verdict, Reason reason) {
    return new Point("payments", direction, verdict, reason, false, AppliedPolicies.NONE);
  }
}
