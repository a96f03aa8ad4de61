/// Kustomizations, and objects of Flux and Argo CD that do the same: which files they build from,
/// and what they change in objects.
///
/// Knows manifests; must not know coverage, git or commands. Nothing is rendered.
@NullMarked
package dev.netlog.io.kustomize;

import org.jspecify.annotations.NullMarked;
