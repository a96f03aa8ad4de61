/// Finds the settings file, reads it, and gives what is wrong with it a line and a column.
///
/// Must know neither picocli nor what a setting is for.
@NullMarked
package dev.netlog.io.config;

import org.jspecify.annotations.NullMarked;
