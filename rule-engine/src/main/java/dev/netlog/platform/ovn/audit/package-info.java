/// `policyAuditConfig` of OpenShift's network operator and the rules about it. Must not know the
/// annotation.
@NullMarked
package dev.netlog.platform.ovn.audit;

import org.jspecify.annotations.NullMarked;
