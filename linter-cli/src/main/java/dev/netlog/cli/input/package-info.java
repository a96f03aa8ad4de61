/// The common steps of every run: finds the files, reads them, and runs the rules on their objects.
///
/// Knows files and manifests; must not know picocli, reports, gates or the purpose of a run.
@NullMarked
package dev.netlog.cli.input;

import org.jspecify.annotations.NullMarked;
