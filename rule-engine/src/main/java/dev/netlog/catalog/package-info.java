/// The one list of platforms and rules.
@NullMarked
package dev.netlog.catalog;

import org.jspecify.annotations.NullMarked;
