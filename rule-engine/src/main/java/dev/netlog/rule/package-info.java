/// Rules and their results: descriptions, violations, places and messages. Knows no platform.
@NullMarked
package dev.netlog.rule;

import org.jspecify.annotations.NullMarked;
