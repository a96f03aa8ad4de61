/// Kinds of OVN-Kubernetes and OpenShift, and links to the sources that rules cite. Must not know
/// any rule.
@NullMarked
package dev.netlog.platform.ovn.facts;

import org.jspecify.annotations.NullMarked;
