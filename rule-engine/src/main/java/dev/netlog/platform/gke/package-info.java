/// Network policy logging of GKE Dataplane V2: the platform itself. Its rules are in the packages
/// below, by theme. Must not know other platforms.
@NullMarked
package dev.netlog.platform.gke;

import org.jspecify.annotations.NullMarked;
