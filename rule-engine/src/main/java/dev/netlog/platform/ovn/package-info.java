/// ACL audit logging of OVN-Kubernetes and OpenShift: the platform itself. Its rules are in the
/// packages below, by theme. Must not know other platforms.
@NullMarked
package dev.netlog.platform.ovn;

import org.jspecify.annotations.NullMarked;
