package dev.netlog.coverage.witness;

import dev.netlog.network.Protocol;

/// One connection of a subject.
///
/// @param peer the other end: the source at ingress, the destination at egress
/// @param protocol the protocol
/// @param port the destination's port, from 1 to 65535
public record Connection(Peer peer, Protocol protocol, int port) {}
