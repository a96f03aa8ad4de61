package dev.netlog.platform.gke.point;

import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.LetterPolicies;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.gke.Json;
import dev.netlog.platform.gke.Samples;

/// Points of coverage in namespace `edge`, and the objects that decide about them.
final class PointSamples {
  static final String ON = "{log:true}";
  static final String OFF = "{log:false}";
  static final String DELEGATED = "{log:true,delegate:true}";

  private PointSamples() {}

  static Resource logging(String allow, String deny) {
    return Json.resource(Samples.networkLogging(allow, deny));
  }

  /// A policy of `edge`; the annotation's value as JSON, nothing for none.
  static Resource policy(String name, String enabled) {
    return Json.resource(
        "{apiVersion:'networking.k8s.io/v1',kind:'NetworkPolicy',metadata:{name:'%s',namespace:'edge'%s}}"
            .formatted(name, annotation(Samples.ALLOW, enabled)));
  }

  /// The Namespace `edge`; the annotation's value as JSON, nothing for none.
  static Resource namespace(String enabled) {
    return Json.resource(
        "{apiVersion:'v1',kind:'Namespace',metadata:{name:'edge'%s}}"
            .formatted(annotation(Samples.DENY, enabled)));
  }

  private static String annotation(String key, String value) {
    return value.isEmpty() ? "" : ",annotations:{'%s':%s}".formatted(key, value);
  }

  static Point allow(Resource policy, AppliedPolicies applied) {
    return point(
        Verdict.ALLOW, new Reason.Allowing(policy, policy.id().toString()), false, applied);
  }

  /// The point of a policy that applies alone.
  static Point allow(Resource policy) {
    return allow(policy, new LetterPolicies().with(policy, "a"));
  }

  static Point deny() {
    return point(Verdict.DENY, new Reason.DefaultDeny(), false, AppliedPolicies.NONE);
  }

  static Point onWindows(Point point) {
    return point(point.verdict(), point.reason(), true, point.applied());
  }

  private static Point point(
      Verdict verdict, Reason reason, boolean windows, AppliedPolicies applied) {
    return new Point("edge", Direction.INGRESS, verdict, reason, windows, applied);
  }
}
