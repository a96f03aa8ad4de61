/// The report of logging coverage as one page for a browser.
///
/// The page stands alone: it asks nothing of a network, and runs nothing but the script it was
/// written with. Text of manifests enters it in two ways only, escaped by [Markup] or as JSON by
/// [ScriptData]. The skeleton, the style and the script are resources beside this package.
///
/// Knows coverage and reports; must not know the command line, YAML or how manifests are read.
@NullMarked
package dev.netlog.cli.report.coverage.html;

import org.jspecify.annotations.NullMarked;
