/// The program `netlog`: wires the packages below it.
@NullMarked
package dev.netlog.cli;

import org.jspecify.annotations.NullMarked;
