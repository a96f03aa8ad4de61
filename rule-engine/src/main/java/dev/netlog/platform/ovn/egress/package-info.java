/// EgressFirewalls: what they decide, and the rules about them. Must not know the annotation.
@NullMarked
package dev.netlog.platform.ovn.egress;

import org.jspecify.annotations.NullMarked;
