/// What every platform must answer. Knows no concrete platform.
@NullMarked
package dev.netlog.platform;

import org.jspecify.annotations.NullMarked;
