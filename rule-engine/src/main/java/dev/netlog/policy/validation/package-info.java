/// Checks objects for errors for which the API server refuses them: schemas of policies, metadata,
/// names.
///
/// Knows policies and their readers, which do not know this package; must not know platforms, rules
/// or logging.
@NullMarked
package dev.netlog.policy.validation;

import org.jspecify.annotations.NullMarked;
