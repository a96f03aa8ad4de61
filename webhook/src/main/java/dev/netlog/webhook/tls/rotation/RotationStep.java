package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.authority.Issuer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thing for a replica to do. After a write everything is to be read again.
sealed interface RotationStep {

  /// Have a leaf signed and serve it.
  record Issue(Issuer by) implements RotationStep {}

  /// Write the Secret with this signer and a new successor.
  ///
  /// @param version null to create the Secret
  record Introduce(@Nullable String version, @Nullable Issuer signer) implements RotationStep {}

  /// Write the Secret with the successor as the signer.
  record Promote(String version, Issuer successor) implements RotationStep {}

  /// Write the bundles of a configuration.
  record Publish(BundleView where, Set<Issuer> add, Set<Issuer> remove) implements RotationStep {}
}
