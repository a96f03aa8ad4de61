package dev.netlog.platform.common;

import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.Platform;
import java.util.List;

/// The rules that need coverage and belong to no single platform.
public final class CommonCoverageRules {
  private CommonCoverageRules() {}

  /// The rules, in the order of the catalogue.
  ///
  /// @param platforms those of the catalogue
  public static List<CoverageRule> rules(List<Platform> platforms) {
    return List.of(
        new PolicySelectsNothing(),
        new RulesIgnoredByPolicyTypes(platforms),
        new NamedPortUnresolved(),
        new ShadowedRule(),
        new HostNetworkSelected(),
        new NamespaceObjectMissing(),
        new UnmodelledPolicy(),
        new UngovernedWorkload());
  }
}
