package dev.netlog.cli.coverage;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.lint.Places;
import dev.netlog.cli.report.coverage.CoverageFinding;
import dev.netlog.cli.report.coverage.PointStory.At;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.Notice;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import dev.netlog.policy.Names;
import dev.netlog.rule.Place;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.run.CoverageRuleEngine;
import dev.netlog.run.Finding;
import dev.netlog.run.PlatformUse;
import dev.netlog.run.RuleEngine;
import dev.netlog.run.RuleFailure;
import dev.netlog.run.Severities;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The findings about a target, under the codes of coverage, in the words of the rules that `lint`
/// runs. What single points are missed for is told with the points.
final class TargetFindings {
  private static final String ABSENT = "networklogging-absent";
  private static final String ABSENT_RULE = "gke-networklogging-absent";

  /// The code of each rule that has one.
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("gke-misplaced-annotation", "misplaced-annotation"),
          Map.entry("ovn-misplaced-annotation", "misplaced-annotation"),
          Map.entry("gke-annotation-value", "invalid-annotation-value"),
          Map.entry("annotation-not-a-string", "invalid-annotation-value"),
          Map.entry("ovn-invalid-json", "invalid-annotation-value"),
          Map.entry("ovn-wrong-type", "invalid-annotation-value"),
          Map.entry("ovn-unknown-severity", "invalid-annotation-value"),
          Map.entry("gke-annotation-without-effect", "annotation-without-effect"),
          Map.entry("ovn-annotation-without-policy", "annotation-without-effect"),
          Map.entry("gke-delegate-without-log", "networklogging-invalid"),
          Map.entry("gke-networklogging-schema", "networklogging-invalid"),
          Map.entry(ABSENT_RULE, ABSENT),
          Map.entry("ovn-acl-name-truncated", "acl-name-truncated"),
          Map.entry("ovn-acl-name-collision", "acl-name-collision"),
          Map.entry("gke-unsupported-os", Notice.Kind.UNSUPPORTED_OS.code()),
          Map.entry("namespace-object-missing", Notice.Kind.NAMESPACE_OBJECT_MISSING.code()),
          Map.entry("policy-selects-nothing", Notice.Kind.POLICY_SELECTS_NOTHING.code()),
          Map.entry("host-network-selected", Notice.Kind.HOST_NETWORK_SELECTED.code()),
          Map.entry(
              "rules-ignored-by-policytypes", Notice.Kind.RULES_IGNORED_BY_POLICYTYPES.code()),
          Map.entry("named-port-unresolved", Notice.Kind.NAMED_PORT_UNRESOLVED.code()),
          Map.entry("shadowed-rule", Notice.Kind.SHADOWED_RULE.code()),
          Map.entry("unmodelled-policy", Notice.Kind.UNMODELLED_POLICY.code()),
          Map.entry("ungoverned-workload", Notice.Kind.UNGOVERNED_WORKLOAD.code()));

  private final RuleCatalog catalog;
  private final Places places;
  private final Severities severities;

  TargetFindings(RuleCatalog catalog, Places places, Severities severities) {
    this.catalog = catalog;
    this.places = places;
    this.severities = severities;
  }

  /// The findings by object, code and place.
  ///
  /// @param resources all objects of the target, as they were read
  /// @param failed told of each rule that broke
  List<CoverageFinding> of(
      Coverage coverage, List<Resource> resources, Consumer<RuleFailure> failed) {
    List<CoverageFinding> findings = new ArrayList<>();
    String platform = coverage.target().platform().id();
    RuleEngine engine =
        new RuleEngine(rules(platform), new PlatformUse(Set.of(platform), Set.of()), severities);
    for (Resource resource : resources) {
      for (Finding finding : engine.check(resource, coverage.target().inventory(), failed)) {
        boolean cluster = finding.rule().id().equals(ABSENT_RULE);
        add(cluster ? "Cluster" : name(finding.subject()), finding, findings);
      }
    }
    CoverageRuleEngine.forCoverage(catalog.coverageRules(), severities)
        .check(coverage, failed)
        .forEach(result -> add(result.object(), result.finding(), findings));
    absent(coverage, findings);
    findings.sort(
        (a, b) -> {
          int order = a.object().compareTo(b.object());
          order = order == 0 ? a.code().compareTo(b.code()) : order;
          return order == 0 ? String.valueOf(a.at()).compareTo(String.valueOf(b.at())) : order;
        });
    return findings;
  }

  /// What another platform makes of the same objects belongs to a target of its own.
  private List<Rule> rules(String platform) {
    return catalog.rules().stream()
        .filter(rule -> rule.info().platform() == null || platform.equals(rule.info().platform()))
        .toList();
  }

  private void add(String object, Finding finding, List<CoverageFinding> findings) {
    String code = CODES.get(finding.rule().id());
    if (code != null) {
      findings.add(
          new CoverageFinding(
              code,
              finding.rule().id(),
              finding.severity(),
              object,
              finding.violation().message(),
              at(finding.subject(), finding.violation().place())));
    }
  }

  /// GKE always has a NetworkLogging; where it is not in the input, what it says is not known.
  /// `lint` says nothing of it unless the input is declared complete.
  private void absent(Coverage coverage, List<CoverageFinding> findings) {
    RuleInfo rule = catalog.info(ABSENT_RULE);
    Severity severity = rule == null ? null : severities.of(rule);
    if (severity == null) {
      return;
    }
    Inventory inventory = coverage.target().inventory();
    String assumed = inventory.assumptions().of("networkLogging");
    for (GroupKind kind : coverage.target().platform().enforcement().ownSettings()) {
      if (inventory.find(kind, null, "default") instanceof Lookup.Found
          || findings.stream().anyMatch(finding -> finding.code().equals(ABSENT))) {
        continue;
      }
      String message =
          "no "
              + kind.kind()
              + " named \"default\" is in the input; "
              + (assumed.equals("unknown")
                  ? "add it, or pass --assume networkLogging=delegated, all or disabled"
                  : "it is assumed to be \"" + assumed + "\": read its file too");
      findings.add(new CoverageFinding(ABSENT, ABSENT_RULE, severity, "Cluster", message, null));
    }
  }

  private @Nullable At at(Resource resource, Place place) {
    return resource.origin().path().isEmpty()
        ? null
        : new At(resource.origin().path(), places.region(resource.origin(), place), false);
  }

  private static String name(Resource resource) {
    String namespace = resource.id().namespace();
    return resource.id().kind()
        + "/"
        + (namespace == null ? "" : namespace + "/")
        + Names.name(resource);
  }
}
