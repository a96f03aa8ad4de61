/// Finds and reads the settings file, and gives each problem in it a line and a column.
///
/// Must know neither picocli nor what a setting is for.
@NullMarked
package dev.netlog.io.config;

import org.jspecify.annotations.NullMarked;
