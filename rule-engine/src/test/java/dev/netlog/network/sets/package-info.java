/// Connections as sets, against enumeration of small universes.
@NullMarked
package dev.netlog.network.sets;

import org.jspecify.annotations.NullMarked;
