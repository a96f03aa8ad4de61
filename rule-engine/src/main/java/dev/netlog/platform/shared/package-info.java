/// What several platforms use to build their answers. Must not know a concrete platform.
@NullMarked
package dev.netlog.platform.shared;

import org.jspecify.annotations.NullMarked;
