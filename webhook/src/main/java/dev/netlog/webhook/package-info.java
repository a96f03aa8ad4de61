/// The admission webhook: its entry point. The command line in `command` connects the other
/// packages.
@NullMarked
package dev.netlog.webhook;

import org.jspecify.annotations.NullMarked;
