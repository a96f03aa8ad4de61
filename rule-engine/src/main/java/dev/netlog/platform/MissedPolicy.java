package dev.netlog.platform;

import dev.netlog.model.Resource;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A policy with verdicts that leave no record for want of an annotation.
///
/// Where an annotation is there and means nothing, or where the cluster logs nothing at all, other
/// rules say so: one cause, one finding.
///
/// @param policy the object
/// @param verdicts those that leave no record, `ALLOW` or `DENY` or both
public record MissedPolicy(Resource policy, Set<Verdict> verdicts) {
  public MissedPolicy {
    verdicts = Collections.unmodifiableSet(EnumSet.copyOf(verdicts));
  }

  /// Those of some policies of which verdicts of one kind leave no record.
  public static List<Resource> missing(List<MissedPolicy> policies, Verdict verdict) {
    return policies.stream()
        .filter(missed -> missed.verdicts().contains(verdict))
        .map(MissedPolicy::policy)
        .toList();
  }
}
