/// A second, naive way to the points of a target and to all that is counted of them, written from
/// the definition: connections are listed one by one, as many as can differ.
///
/// Knows the data model only. It shares no code with what it judges.
@NullMarked
package dev.netlog.coverage.oracle;

import org.jspecify.annotations.NullMarked;
