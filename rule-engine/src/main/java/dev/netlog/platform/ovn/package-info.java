/// ACL audit logging of OVN-Kubernetes and OpenShift. Must not know other platforms.
@NullMarked
package dev.netlog.platform.ovn;

import org.jspecify.annotations.NullMarked;
