/// What a rule is and what it says. Knows no platform.
@NullMarked
package dev.netlog.rule;

import org.jspecify.annotations.NullMarked;
