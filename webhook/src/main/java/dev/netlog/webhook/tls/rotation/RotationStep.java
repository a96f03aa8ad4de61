package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.authority.Issuer;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One action of a replica. After a write everything has to be read again.
sealed interface RotationStep {

  /// Sign a leaf and serve it.
  record Issue(Issuer by) implements RotationStep {}

  /// Write the Secret with this signer and a new successor.
  ///
  /// @param version null to create the Secret
  record Introduce(@Nullable String version, @Nullable Issuer signer) implements RotationStep {}

  /// Write the Secret with the successor as signer.
  record Promote(String version, Issuer successor) implements RotationStep {}

  /// Write the bundles of a configuration.
  record Publish(BundleView where, Set<Issuer> add, Set<Issuer> remove) implements RotationStep {}
}
