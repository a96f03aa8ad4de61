/// What an inventory answers.
@NullMarked
package dev.netlog.inventory;

import org.jspecify.annotations.NullMarked;
