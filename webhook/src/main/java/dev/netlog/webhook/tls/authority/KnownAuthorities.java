package dev.netlog.webhook.tls.authority;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All authorities that a replica has ever read, with their keys: they can still sign and be
/// published after the Secret is lost.
///
/// Used by one thread at a time.
public final class KnownAuthorities {
  private final Map<String, Authority> byId = new HashMap<>();

  /// Remembers an authority; does nothing for null.
  public @Nullable Issuer remember(@Nullable Authority authority) {
    if (authority == null) {
      return null;
    }
    Issuer issuer = authority.issuer();
    byId.put(issuer.id(), authority);
    return issuer;
  }

  /// The authority itself, null if it was never read.
  public @Nullable Authority of(@Nullable Issuer issuer) {
    return issuer == null ? null : byId.get(issuer.id());
  }

  /// The certificates of known authorities, as PEM by id.
  public Map<String, String> certificates(Collection<Issuer> issuers) {
    Map<String, String> certificates = new LinkedHashMap<>();
    for (Issuer each : issuers) {
      Authority authority = of(each);
      if (authority != null) {
        certificates.put(each.id(), authority.pem());
      }
    }
    return certificates;
  }
}
