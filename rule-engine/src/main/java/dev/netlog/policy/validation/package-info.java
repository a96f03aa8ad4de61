/// What the API server refuses: schemas of policies, metadata, names.
///
/// Knows policies and how they are read, which know nothing of it; must not know platforms, rules
/// or logging.
@NullMarked
package dev.netlog.policy.validation;

import org.jspecify.annotations.NullMarked;
