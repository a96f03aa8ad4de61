/// The report of logging coverage as one page for a browser.
///
/// The page is self-contained: it makes no network request, and runs only its own script. Text of
/// manifests enters it in two ways only, escaped by [Markup] or as JSON by [ScriptData]. The
/// skeleton, the style and the script are resources in this package.
///
/// Knows coverage and reports; must not know the command line, YAML or how manifests are read.
@NullMarked
package dev.netlog.cli.report.coverage.html;

import org.jspecify.annotations.NullMarked;
