package dev.netlog.platform.gke.point;

import dev.netlog.fix.Fix;
import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.gke.annotation.AnnotationSwitch;
import dev.netlog.platform.gke.facts.GkeKinds;
import dev.netlog.platform.gke.facts.Sources;
import dev.netlog.platform.gke.networklogging.LogMode;
import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.platform.gke.networklogging.NetworkLogging;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/// A NetworkLogging that leaves the choice to annotations of which there is none.
public final class DelegateWithoutAnnotation implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("gke-delegate-without-annotation", "gke", Severity.WARNING)
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("logging is delegated to annotations, and nothing is annotated")
          .explanation(
              """
              With `log: true` and `delegate: true` a half logs only what is annotated: allowed \
              connections of policies with `policy.network.gke.io/enable-logging: "true"`, denied \
              connections of pods whose Namespace has `policy.network.gke.io/enable-deny-logging: "true"`. \
              Where nothing has the annotation, that half logs nothing, though it reads as if it did. \
              Published examples do just this.

              A warning where the input is declared complete (`--assume input=complete`, or `complete: true` \
              of a target). Otherwise an info: what is annotated may stand elsewhere.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Annotate the policies, or the Namespaces, whose connections are to be logged; or set \
              `delegate` to false, which logs them all.
              """)
          .sources(Sources.PAGE, Sources.BEHAVIOUR);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    NetworkLogging.Found found = NetworkLogging.in(coverage.inventory());
    List<CoverageViolation> violations = new ArrayList<>();
    if (found == null) {
      return violations;
    }
    for (LogSection half : LogSection.values()) {
      if (found.logging().mode(half) == LogMode.ANNOTATED && !isAnywhere(half, coverage)) {
        violations.add(violation(half, found, coverage.isComplete()));
      }
    }
    return violations;
  }

  /// Whether an object is annotated, or a tool may annotate one.
  private static boolean isAnywhere(LogSection half, CoverageView coverage) {
    return kinds(half).stream()
            .flatMap(kind -> coverage.inventory().list(kind, null).items().stream())
            .anyMatch(
                each -> AnnotationSwitch.of(half, each).isTrue() || coverage.isTransformed(each))
        || coverage.contested().stream()
            .filter(each -> half.isReadFrom(each.id().groupKind()))
            .anyMatch(each -> AnnotationSwitch.of(half, each).isTrue());
  }

  private static List<GroupKind> kinds(LogSection half) {
    return switch (half) {
      case ALLOW -> GkeKinds.POLICIES;
      case DENY -> List.of(KubernetesKinds.NAMESPACE);
    };
  }

  private static CoverageViolation violation(
      LogSection half, NetworkLogging.Found found, boolean complete) {
    String who =
        switch (half) {
          case ALLOW -> "policy";
          case DENY -> "Namespace";
        };
    String message =
        half.field()
            + " is delegated to annotation "
            + Quoted.of(half.key())
            + ", which no "
            + who
            + (complete ? " has" : " in what was read has")
            + ", so nothing is logged for it; annotate one, or set delegate to false";
    CoverageViolation violation =
        CoverageViolation.of(
            found.resource(),
            Violation.at(Place.value(half.pointer().child("delegate")), message)
                .withFix(Fix.manual("annotate what is to be logged, or set delegate to false")));
    return complete ? violation : violation.weighing(Severity.INFO);
  }
}
