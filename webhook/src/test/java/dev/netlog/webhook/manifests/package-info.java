/// The manifests of an installation that name kinds, made from what platforms contribute.
@NullMarked
package dev.netlog.webhook.manifests;

import org.jspecify.annotations.NullMarked;
