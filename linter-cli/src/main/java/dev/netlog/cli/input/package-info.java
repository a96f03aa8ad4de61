/// Files and folders: which manifests there are, and their bytes.
///
/// Knows JGit's ignore rules, and is the only package that does; must not know YAML.
@NullMarked
package dev.netlog.cli.input;

import org.jspecify.annotations.NullMarked;
