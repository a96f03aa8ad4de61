/// Finds the manifests in files and folders, and reads their bytes.
///
/// Knows JGit's ignore rules; must not know YAML.
@NullMarked
package dev.netlog.io.files;

import org.jspecify.annotations.NullMarked;
