/// Rules that hold on every platform. Must not know the platforms' packages.
@NullMarked
package dev.netlog.platform.common;

import org.jspecify.annotations.NullMarked;
