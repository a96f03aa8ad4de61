/// Repositories made by chance, changes of them, and a judge that knows what the cluster gets.
///
/// Knows nothing of the program: it never asks it what a manifest means.
@NullMarked
package dev.netlog.cli.change;

import org.jspecify.annotations.NullMarked;
