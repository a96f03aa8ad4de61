/// Connections as exact symbolic sets: peers, addresses, protocols and ports, labels.
///
/// Knows `dev.netlog.model` only: no policy, no platform, no object but label selectors. Nothing
/// here counts addresses or ports one by one, and nothing asks a name server.
@NullMarked
package dev.netlog.network;

import org.jspecify.annotations.NullMarked;
