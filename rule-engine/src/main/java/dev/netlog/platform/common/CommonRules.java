package dev.netlog.platform.common;

import dev.netlog.model.GroupKind;
import dev.netlog.platform.Platform;
import dev.netlog.policy.validation.ApiRefusals;
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
        new MetadataRefused(platforms),
        new PolicyRefused(platforms),
        new ForeignPlatformKey(platforms));
  }

  /// Whether a kind is one that a rule of this package looks at beside the platforms' own.
  public static boolean reads(GroupKind kind) {
    return kind.equals(ApiRefusals.OLD_NETWORK_POLICY);
  }

  /// Whether a key is one that a rule of this package looks for beside the platforms' own.
  public static boolean concerns(String key) {
    return key.indexOf('/') > 0 && Vendor.reading(key) != null;
  }
}
