/// What connections consist of: addresses, protocols and ports, directions, labels and the
/// selectors that match them.
///
/// Knows `dev.netlog.model` only: no policy, no platform, no set of connections. Nothing here
/// counts addresses or ports one by one, and nothing asks a name server.
@NullMarked
package dev.netlog.network;

import org.jspecify.annotations.NullMarked;
