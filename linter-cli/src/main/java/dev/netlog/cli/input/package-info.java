/// What every run does with its paths: finds the files, reads them, runs the rules on their
/// objects.
///
/// Knows files and manifests; must not know picocli, reports, gates or what a run is for.
@NullMarked
package dev.netlog.cli.input;

import org.jspecify.annotations.NullMarked;
