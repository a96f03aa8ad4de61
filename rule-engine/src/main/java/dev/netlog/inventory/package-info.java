/// The other resources: what a rule may ask about objects that are not its subject.
///
/// Knows resources; must not know rules.
@NullMarked
package dev.netlog.inventory;

import org.jspecify.annotations.NullMarked;
