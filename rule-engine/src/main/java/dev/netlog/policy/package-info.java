/// Policies and workloads as Kubernetes takes them: who is selected, and what is admitted.
///
/// Knows resources and sets of connections; must not know platforms, rules or logging.
@NullMarked
package dev.netlog.policy;

import org.jspecify.annotations.NullMarked;
