package dev.netlog.platform.common;

import dev.netlog.fix.Fix;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.UnnamedNamespace;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.CoverageView;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.Notice;
import dev.netlog.rule.Applies;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;

/// Verdicts that depend on a Namespace nobody has shown.
final class NamespaceObjectMissing implements CoverageRule {
  private static final RuleInfo INFO =
      RuleInfo.of("namespace-object-missing", null, Severity.INFO)
          .applies(Applies.WHERE_ENABLED)
          .title("a namespace whose Namespace object was not read")
          .explanation(
              """
              Whether denied connections are logged, on some platforms also whether allowed ones are, is decided by \
              an annotation of the Namespace. These manifests hold policies or workloads of the namespace and not its \
              Namespace, so netlog counts the verdicts as unknown, or as the assumption `namespaces=unannotated` says.

              Reported once a namespace, at its first policy.
              """)
          .remedy(
              FixKind.MANUAL,
              """
              Name the file that holds the Namespace too, or say with `--assume namespaces=unannotated` that it has \
              no logging annotation.
              """)
          .sources(PolicySources.CONCEPT);

  private static final JsonPointer NAMESPACE = JsonPointer.of("metadata", "namespace");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<CoverageViolation> check(CoverageView coverage) {
    return Noticed.violations(
        coverage, Notice.MissingNamespace.class, (_, namespace) -> violation(namespace, coverage));
  }

  private static Violation violation(Notice.MissingNamespace namespace, CoverageView coverage) {
    boolean removed = coverage.inventory().isRemoved(KubernetesKinds.NAMESPACE, namespace.name());
    if (removed) {
      return Violation.at(
              Place.value(NAMESPACE),
              "this change removes Namespace "
                  + Quoted.of(namespace.name())
                  + ", and its annotations decide what is logged; restore it")
          .withFix(Fix.manual("restore the Namespace"));
    }
    boolean assumed = !coverage.inventory().assumptions().of("namespaces").equals("unknown");
    boolean unnamed = UnnamedNamespace.is(namespace.name());
    String message =
        (unnamed
                ? "the objects in " + Quoted.of(namespace.name()) + " name no namespace"
                : "no Namespace " + Quoted.of(namespace.name()) + " was read")
            + ", and its annotations decide what is logged; "
            + (assumed ? "it is assumed to have none: " : "")
            + (unnamed
                ? "write metadata.namespace, or namespace: of the target in .netlog.yaml"
                : "read its file too")
            + (assumed ? "" : ", or pass --assume namespaces=unannotated");
    return Violation.at(Place.value(NAMESPACE), message)
        .withFix(Fix.manual("read the Namespace too"));
  }
}
