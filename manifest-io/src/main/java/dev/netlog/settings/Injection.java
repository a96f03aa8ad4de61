package dev.netlog.settings;

import dev.netlog.network.Selector;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The annotations that the admission webhook adds to objects that say nothing about logging.
///
/// @param byPlatform what is wanted for each platform, by its id: values of
///   [dev.netlog.platform.Platform#injection()] by name; platforms for which nothing is added are
///   missing
/// @param namespaceSelector the namespaces whose objects are annotated, and which are themselves
public record Injection(Map<String, Map<String, String>> byPlatform, Selector namespaceSelector) {
  /// Nothing is added.
  public static final Injection NONE = new Injection(Map.of(), Selector.everything());

  public Injection {
    byPlatform = Collections.unmodifiableMap(new LinkedHashMap<>(byPlatform));
  }

  /// Whether anything is added at all.
  public boolean isOn() {
    return !byPlatform.isEmpty();
  }

  /// What is wanted for a platform; empty where nothing is added.
  public Map<String, String> of(String platform) {
    return byPlatform.getOrDefault(platform, Map.of());
  }
}
