/// Connections as sets, against enumeration of small universes.
@NullMarked
package dev.netlog.network;

import org.jspecify.annotations.NullMarked;
