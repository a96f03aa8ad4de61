/// Ratios between two ways to do something, taken in turns in one process.
@NullMarked
package dev.netlog.benchmarks;

import org.jspecify.annotations.NullMarked;
