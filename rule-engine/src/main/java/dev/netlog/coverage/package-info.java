/// Logging coverage: which of the verdicts that policies can give leave a record.
///
/// Finds the verdict points, asks the platform about each, and counts. Must not know concrete
/// platforms.
@NullMarked
package dev.netlog.coverage;

import org.jspecify.annotations.NullMarked;
