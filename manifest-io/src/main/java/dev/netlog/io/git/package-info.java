/// Reads manifests of two commits of a repository from git objects: no checkout, nothing written.
///
/// Apart from `dev.netlog.io.files` the only package that uses JGit; no JGit type leaves it. Must
/// not know YAML, commands or how a run is composed.
@NullMarked
package dev.netlog.io.git;

import org.jspecify.annotations.NullMarked;
