/// A platform that exists in tests only: it shows that a package and one line in a catalogue are
/// all that a platform needs.
@NullMarked
package dev.netlog.platform.acme;

import org.jspecify.annotations.NullMarked;
