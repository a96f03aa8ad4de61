package dev.netlog.settings;

import dev.netlog.network.Selector;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The annotations that the admission webhook adds to objects without logging settings.
///
/// @param byPlatform by platform id, the values of [dev.netlog.platform.Platform#injection()] by
///   name; has no entry for a platform without injection
/// @param namespaceSelector selects the namespaces to annotate, and whose objects to annotate
public record Injection(Map<String, Map<String, String>> byPlatform, Selector namespaceSelector) {
  /// Adds nothing.
  public static final Injection NONE = new Injection(Map.of(), Selector.everything());

  public Injection {
    byPlatform = Collections.unmodifiableMap(new LinkedHashMap<>(byPlatform));
  }

  /// Whether any annotation is added.
  public boolean isOn() {
    return !byPlatform.isEmpty();
  }

  /// The values to inject for a platform; empty if nothing is added.
  public Map<String, String> of(String platform) {
    return byPlatform.getOrDefault(platform, Map.of());
  }
}
