/// The annotation `k8s.ovn.org/acl-logging`: how its value is read, and the rules about that value.
/// Must not know points of coverage or log records.
@NullMarked
package dev.netlog.platform.ovn.acl;

import org.jspecify.annotations.NullMarked;
