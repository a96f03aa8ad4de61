/// Policies and workloads of Kubernetes: which pods a policy selects, and which connections it
/// allows.
///
/// Knows resources and sets of connections; must not know platforms, rules or logging.
@NullMarked
package dev.netlog.policy;

import org.jspecify.annotations.NullMarked;
