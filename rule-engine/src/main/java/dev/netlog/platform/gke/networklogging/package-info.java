/// The NetworkLogging object: what it says, what is wrong with it, and the rules about it. Must not
/// know how annotations are read, nor points of coverage.
@NullMarked
package dev.netlog.platform.gke.networklogging;

import org.jspecify.annotations.NullMarked;
