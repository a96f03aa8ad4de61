/// Kustomizations, and the Flux and Argo CD objects that run them: which files they build from, and
/// what they change in objects.
///
/// Knows manifests; must not know coverage, git or commands. Nothing is rendered.
@NullMarked
package dev.netlog.io.kustomize;

import org.jspecify.annotations.NullMarked;
