/// The other resources that a rule may query beside its subject.
///
/// Knows resources; must not know rules.
@NullMarked
package dev.netlog.inventory;

import org.jspecify.annotations.NullMarked;
