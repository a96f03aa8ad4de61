/// The parts of a connection: addresses, protocols and ports, directions, and labels with the
/// selectors that match them.
///
/// Knows `dev.netlog.model` only: no policy, no platform, no set of connections. Operations never
/// enumerate single addresses or ports, and never use DNS.
@NullMarked
package dev.netlog.network;

import org.jspecify.annotations.NullMarked;
