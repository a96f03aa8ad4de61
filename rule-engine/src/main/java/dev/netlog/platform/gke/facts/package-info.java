/// Kinds and names on GKE, and links to the sources that rules cite. Must not know any rule.
@NullMarked
package dev.netlog.platform.gke.facts;

import org.jspecify.annotations.NullMarked;
