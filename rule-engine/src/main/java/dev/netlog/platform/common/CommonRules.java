package dev.netlog.platform.common;

import dev.netlog.platform.Platform;
import dev.netlog.rule.Rule;
import java.util.List;

/// The rules that belong to no single platform.
public final class CommonRules {
  private CommonRules() {}

  /// The rules, in the order of the catalogue.
  ///
  /// @param platforms whose keys they are about
  public static List<Rule> rules(List<Platform> platforms) {
    return List.of(
        new AnnotationNotAString(platforms),
        new AnnotationNull(platforms),
        new ForeignPlatformKey(platforms));
  }

  /// Whether a key is one that a rule of this package looks for beside the platforms' own.
  public static boolean concerns(String key) {
    return key.indexOf('/') > 0 && VendorKey.of(key) != null;
  }
}
