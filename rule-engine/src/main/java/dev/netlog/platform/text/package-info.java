/// The words of answers: phrases, lists of names, counts, annotations as lines of YAML. Must not
/// know platforms.
@NullMarked
package dev.netlog.platform.text;

import org.jspecify.annotations.NullMarked;
