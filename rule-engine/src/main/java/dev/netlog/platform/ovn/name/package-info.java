/// The names of ACLs, as a log shows them, and the rules about them. Must not know the annotation.
@NullMarked
package dev.netlog.platform.ovn.name;

import org.jspecify.annotations.NullMarked;
