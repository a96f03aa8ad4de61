/// Finds the objects of a base that cannot be read at the head, and where they may be.
///
/// Knows both sides as they were read; must not know gates, requests or reports.
@NullMarked
package dev.netlog.cli.coverage.unreadable;

import org.jspecify.annotations.NullMarked;
