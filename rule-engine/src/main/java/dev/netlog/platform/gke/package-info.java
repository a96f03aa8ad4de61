/// Network policy logging of GKE Dataplane V2. Must not know other platforms.
@NullMarked
package dev.netlog.platform.gke;

import org.jspecify.annotations.NullMarked;
