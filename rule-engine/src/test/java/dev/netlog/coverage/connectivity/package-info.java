/// Questions about single connections, for a judge that is no part of netlog: policies, pods that
/// they select or nearly select, addresses and ports at their boundaries.
///
/// Knows the data model only, and what generated worlds are made of; how netlog answers is asked
/// from outside.
@NullMarked
package dev.netlog.coverage.connectivity;

import org.jspecify.annotations.NullMarked;
