/// The catalogue as a whole.
@NullMarked
package dev.netlog.catalog;

import org.jspecify.annotations.NullMarked;
