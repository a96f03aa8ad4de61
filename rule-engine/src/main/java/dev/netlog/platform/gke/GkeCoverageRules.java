package dev.netlog.platform.gke;

import dev.netlog.coverage.CoverageRule;
import java.util.List;

/// GKE's rules that need coverage.
public final class GkeCoverageRules {
  private static final List<CoverageRule> RULES =
      List.of(
          new NetworkLoggingAbsent(),
          new UnloggedPolicy(),
          new GkeUnloggedNamespace(),
          new DelegateWithoutAnnotation(),
          new UnsupportedOs());

  private GkeCoverageRules() {}

  /// The rules, in the order of the catalogue.
  public static List<CoverageRule> all() {
    return RULES;
  }
}
