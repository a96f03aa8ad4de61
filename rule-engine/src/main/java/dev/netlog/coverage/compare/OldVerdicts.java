package dev.netlog.coverage.compare;

import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.model.Resource;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.policy.Subject;
import java.util.stream.Stream;

/// Finds points that only the head of a change has, though the change brings no verdict there:
/// those of pods that nobody has seen under policies that stay as they were, and those of a port
/// name that no workload declares any longer.
final class OldVerdicts {
  private final TargetInput base;
  private final Meanings meanings;
  private final PointChanges changes;
  private final boolean isNewNamespace;

  /// @param isNewNamespace whether the base has nothing of the namespace
  OldVerdicts(TargetInput base, Meanings meanings, PointChanges changes, boolean isNewNamespace) {
    this.base = base;
    this.meanings = meanings;
    this.changes = changes;
    this.isNewNamespace = isNewNamespace;
  }

  /// Whether a new point is one of these.
  boolean has(SubjectPoint point) {
    Subject subject = point.of();
    if (subject == null) {
      return false;
    }
    Point of = point.point().point();
    if (!subject.isVirtual()) {
      return point.state() instanceof LoggingState.Unknown unknown
          && unknown.cause() == CommonCause.NAMED_PORT_UNRESOLVED
          && of.reason() instanceof Reason.Allowing(Resource policy, _)
          && isOld(policy)
          && changes.isUnchanged(subject);
    }
    return switch (of.reason()) {
      case Reason.AdminRule rule -> isNewNamespace && isOld(rule.policy());
      case Reason.Allowing(Resource policy, _) -> !changes.isAtBase(subject) && isOld(policy);
      case Reason.DefaultDeny _ ->
          !changes.isAtBase(subject)
              && Stream.concat(of.applied().policies().stream(), of.applied().possible().stream())
                  .allMatch(this::isOld);
      case Reason.NamespaceRule _, Reason.Unmodelled _, Reason.UnreadText _ -> false;
    };
  }

  private boolean isOld(Resource policy) {
    Resource old = base.find(policy.id());
    return old != null && base.stores(policy.id()) && meanings.of(old) == meanings.of(policy);
  }
}
