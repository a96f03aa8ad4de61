package dev.netlog.platform.common;

import dev.netlog.fix.Fix;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.Notice;
import dev.netlog.platform.Platform;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// Rules that a policy has and does not apply.
final class RulesIgnoredByPolicyTypes implements CoverageRule {
  private final RuleInfo info;

  /// @param platforms those of the catalogue
  RulesIgnoredByPolicyTypes(List<Platform> platforms) {
    this.info = info(platforms);
  }

  private static RuleInfo info(List<Platform> platforms) {
    return RuleInfo.of("rules-ignored-by-policytypes", null, Severity.INFO)
        .applies(Applies.WHERE_PLATFORM_IS_USED)
        .title("rules of a direction that policyTypes leaves out")
        .explanation(
            """
              A policy acts in the directions that `policyTypes` lists. Rules of the other direction admit nothing and \
              isolate nobody: all connections in it stay open, as far as this policy is concerned, and none of them is \
              logged on its account.

              %s such rules all the same. They change nothing, but where allowed connections are logged, lines of the \
              log may name them.
              """
                .formatted(installing(platforms)))
        .remedy(
            FixKind.MANUAL,
            """
              Add the direction to `policyTypes` if the rules are meant; all that they do not admit is then \
              refused. Delete the rules if they are not.
              """)
        .sources(PolicySources.API);
  }

  private static String installing(List<Platform> platforms) {
    List<String> names =
        platforms.stream().filter(Platform::installsIgnoredRules).map(Platform::name).toList();
    return switch (names.size()) {
      case 0 -> "No platform installs";
      case 1 -> names.getFirst() + " installs";
      default -> String.join(" and ", names) + " install";
    };
  }

  @Override
  public RuleInfo info() {
    return info;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    return Noticed.violations(
        coverage,
        Notice.IgnoredRules.class,
        (notice, ignored) -> violation(notice, ignored, coverage));
  }

  private static Violation violation(
      Notice notice, Notice.IgnoredRules ignored, CoverageView coverage) {
    String type = ignored.direction().title();
    Platform platform = coverage.platform();
    boolean installed = platform.installsIgnoredRules();
    String message =
        "policyTypes leaves out "
            + Quoted.of(type)
            + ", so these rules admit nothing and isolate no pod"
            + (installed ? ", though " + platform.name() + " installs them; add " : "; add ")
            + type
            + " to policyTypes, or delete the rules";
    return Violation.at(Place.key(notice.at()), message)
        .withEffect(
            installed
                ? "where allowed connections are logged, lines of the log may name them"
                : null)
        .withFix(Fix.manual("add the direction to policyTypes, or delete the rules"));
  }
}
