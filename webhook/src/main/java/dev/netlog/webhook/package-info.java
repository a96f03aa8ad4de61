/// The program: the command line puts together what the packages below offer.
@NullMarked
package dev.netlog.webhook;

import org.jspecify.annotations.NullMarked;
