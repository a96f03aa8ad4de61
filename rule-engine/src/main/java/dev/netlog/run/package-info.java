/// Runs rules on resources. Knows no concrete platform.
@NullMarked
package dev.netlog.run;

import org.jspecify.annotations.NullMarked;
