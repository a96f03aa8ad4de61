/// The program `netlog`; connects the packages below it.
@NullMarked
package dev.netlog.cli;

import org.jspecify.annotations.NullMarked;
