/// The logging annotations of policies and Namespaces and the rules about them: values, misspelt
/// keys, objects on which they have no effect. Must not know points of coverage.
@NullMarked
package dev.netlog.platform.gke.annotation;

import org.jspecify.annotations.NullMarked;
