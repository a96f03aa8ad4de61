package dev.netlog.platform.ovn;

import dev.netlog.coverage.CoverageRule;
import java.util.List;

/// OVN-Kubernetes' rules that need coverage.
public final class OvnCoverageRules {
  private static final List<CoverageRule> RULES =
      List.of(new OvnUnloggedNamespace(), new UnloggedAdminPolicy());

  private OvnCoverageRules() {}

  /// The rules, in the order of the catalogue.
  public static List<CoverageRule> all() {
    return RULES;
  }
}
