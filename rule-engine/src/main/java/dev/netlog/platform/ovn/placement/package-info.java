/// Rules about annotations in the wrong place or under the wrong key. Must not know points of
/// coverage.
@NullMarked
package dev.netlog.platform.ovn.placement;

import org.jspecify.annotations.NullMarked;
