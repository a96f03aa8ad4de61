package dev.netlog.platform.common;

import dev.netlog.coverage.CoverageRule;
import java.util.List;

/// The rules that need coverage and belong to no single platform.
public final class CommonCoverageRules {
  private static final List<CoverageRule> RULES =
      List.of(
          new PolicySelectsNothing(),
          new RulesIgnoredByPolicyTypes(),
          new NamedPortUnresolved(),
          new ShadowedRule(),
          new HostNetworkSelected(),
          new NamespaceObjectMissing(),
          new UnmodelledPolicy(),
          new UngovernedWorkload());

  private CommonCoverageRules() {}

  /// The rules, in the order of the catalogue.
  public static List<CoverageRule> all() {
    return RULES;
  }
}
