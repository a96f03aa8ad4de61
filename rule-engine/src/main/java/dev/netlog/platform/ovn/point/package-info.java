/// Whether a point of coverage leaves a record on OVN-Kubernetes, why, and how to log it. Its
/// coverage rules report the points that leave none. Must not know `policyAuditConfig`.
@NullMarked
package dev.netlog.platform.ovn.point;

import org.jspecify.annotations.NullMarked;
