/// Sets of connections, and the search for a connection in some sets and in none of others.
///
/// Knows what connections consist of; must not know policies and platforms. Nothing here counts
/// addresses or ports one by one.
@NullMarked
package dev.netlog.network.sets;

import org.jspecify.annotations.NullMarked;
