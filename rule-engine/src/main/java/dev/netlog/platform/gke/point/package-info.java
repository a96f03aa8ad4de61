/// Whether a point of coverage leaves a record on GKE, why, and how to log it. Its coverage rules
/// report the points that leave none. Must not know other platforms.
@NullMarked
package dev.netlog.platform.gke.point;

import org.jspecify.annotations.NullMarked;
