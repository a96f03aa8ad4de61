package dev.netlog.platform.gke.point;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.fix.Safety;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.MissedPolicy;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.gke.annotation.Attempt;
import dev.netlog.platform.gke.annotation.SwitchOn;
import dev.netlog.platform.gke.facts.Sources;
import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.platform.text.Counted;
import dev.netlog.platform.text.NameList;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Related;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Policies that allow connections nobody will find in the log, one finding a namespace.
public final class UnloggedPolicy implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("gke-unlogged-policy", "gke", Severity.WARNING)
          .applies(Applies.WHERE_PLATFORM_IS_USED)
          .title("policies whose allowed connections leave no record")
          .explanation(
              """
              The NetworkLogging delegates allowed connections: only those are recorded that a policy \
              with the annotation `policy.network.gke.io/enable-logging: "true"` allows. These policies do \
              not have it, and what they allow is not wholly allowed by policies that do.

              Reported once for each namespace, at its first such policy. Where the NetworkLogging is not \
              known, or logs no allowed connection at all, there is no finding.
              """)
          .remedy(
              FixKind.UNSAFE,
              """
              Annotate each of the policies. The fix does so for all of them, and is not safe since it adds \
              to what is logged, stored and paid for: delegation exists so that somebody can choose. A \
              policy that says `"false"` is left alone, and where all say so, the finding is an info.
              """)
          .sources(Sources.PAGE, Sources.BEHAVIOUR);

  private static final JsonPointer NAME = JsonPointer.of("metadata", "name");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    List<CoverageViolation> violations = new ArrayList<>();
    for (Map.Entry<String, List<MissedPolicy>> each : coverage.missedPolicies().entrySet()) {
      List<Resource> policies =
          MissedPolicy.missing(each.getValue(), Verdict.ALLOW).stream()
              .filter(policy -> !Attempt.isMade(LogSection.ALLOW, policy))
              .toList();
      if (!policies.isEmpty()) {
        violations.add(violation(each.getKey(), policies));
      }
    }
    return violations;
  }

  private static CoverageViolation violation(String namespace, List<Resource> policies) {
    int count = policies.size();
    long off =
        policies.stream().filter(policy -> SwitchOn.isRefused(LogSection.ALLOW, policy)).count();
    String message =
        "allow verdicts of "
            + Counted.of(count, "policy", "policies")
            + " in "
            + Quoted.of(namespace)
            + " leave no record, as "
            + cause(count, off)
            + "; annotate "
            + (count == 1 ? "it" : "each")
            + " with "
            + LogSection.ALLOW.key()
            + ": \"true\"";
    List<Related> related =
        policies.stream()
            .skip(1)
            .map(policy -> new Related(policy, Place.value(NAME), "allow verdicts of this policy"))
            .toList();
    CoverageViolation violation =
        CoverageViolation.of(
            policies.getFirst(),
            Violation.at(Place.key(Resource.annotationPointer(LogSection.ALLOW.key())), message)
                .withEffect(
                    "connections allowed by " + NameList.names(policies) + " are not in the log")
                .withRelated(related)
                .withFix(fix(policies)));
    return off == count ? violation.weighing(Severity.INFO) : violation;
  }

  private static String cause(int count, long off) {
    String start = count == 1 ? "it " : "they ";
    if (off == count) {
      return start + (count == 1 ? "says" : "say") + " \"false\" in the annotation";
    }
    return start
        + (count == 1 ? "lacks" : "lack")
        + " the annotation that the NetworkLogging asks for"
        + (off == 0 ? "" : ", or say \"false\" in it");
  }

  private static Fix fix(List<Resource> policies) {
    Edit first = SwitchOn.edit(LogSection.ALLOW, policies.getFirst());
    List<Edit> own = first == null ? List.of() : List.of(first);
    List<Fix.Elsewhere> elsewhere = new ArrayList<>();
    for (Resource policy : policies.subList(1, policies.size())) {
      Edit edit = SwitchOn.edit(LogSection.ALLOW, policy);
      if (edit != null) {
        elsewhere.add(new Fix.Elsewhere(policy, edit));
      }
    }
    int edits = own.size() + elsewhere.size();
    if (edits == 0) {
      return Fix.manual("write \"true\" where these connections are to be logged");
    }
    String title =
        "annotate "
            + Counted.of(edits, "policy", "policies")
            + " with "
            + LogSection.ALLOW.key()
            + ": \"true\"";
    return new Fix(title, Safety.UNSAFE, own, elsewhere);
  }
}
