/// Sets of connections, and the search for a connection that is in some sets and in none of others.
///
/// Knows the parts of connections; must not know policies and platforms. Operations never enumerate
/// single addresses or ports.
@NullMarked
package dev.netlog.network.sets;

import org.jspecify.annotations.NullMarked;
