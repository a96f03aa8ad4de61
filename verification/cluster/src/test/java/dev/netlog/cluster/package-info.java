/// The webhook, as it is packaged and installed, against a real API server.
///
/// Nothing here knows a class of netlog: everything is asked as a user asks it, by the programs in
/// the root of the repository, by kubectl and by HTTP. The servers and all that is started for a
/// test is a [Child], which ends with this Java virtual machine at the latest.
@NullMarked
package dev.netlog.cluster;

import org.jspecify.annotations.NullMarked;
