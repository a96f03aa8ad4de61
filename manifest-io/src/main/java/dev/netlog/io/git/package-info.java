/// Manifests of two commits of one repository, read from git objects: no checkout, nothing written.
///
/// Beside `dev.netlog.io.files` the only package that knows JGit, of which no type leaves it; must
/// not know YAML, commands or how a run is put together.
@NullMarked
package dev.netlog.io.git;

import org.jspecify.annotations.NullMarked;
