package dev.netlog.cli.coverage;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.lint.Places;
import dev.netlog.cli.report.coverage.CoverageFinding;
import dev.netlog.cli.report.coverage.PointStory.At;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.Notice;
import dev.netlog.model.Resource;
import dev.netlog.policy.Names;
import dev.netlog.rule.Place;
import dev.netlog.rule.Severity;
import dev.netlog.run.Finding;
import dev.netlog.run.PlatformUse;
import dev.netlog.run.RuleEngine;
import dev.netlog.run.RuleFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The findings about a target, under the codes of coverage.
final class TargetFindings {
  /// The code of each rule that is no rule of coverage itself.
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
          Map.entry("ovn-acl-name-truncated", "acl-name-truncated"),
          Map.entry("ovn-acl-name-collision", "acl-name-collision"));

  private final RuleCatalog catalog;
  private final Places places;

  TargetFindings(RuleCatalog catalog, Places places) {
    this.catalog = catalog;
    this.places = places;
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
        new RuleEngine(catalog.rules(), new PlatformUse(Set.of(platform), Set.of()));
    for (Resource resource : resources) {
      for (Finding finding : engine.check(resource, coverage.target().inventory(), failed)) {
        String code = CODES.get(finding.rule().id());
        if (code != null) {
          findings.add(finding(code, finding));
        }
      }
    }
    coverage.notices().forEach(notice -> findings.add(finding(notice)));
    absent(coverage, findings);
    findings.sort(
        (a, b) -> {
          int order = a.object().compareTo(b.object());
          order = order == 0 ? a.code().compareTo(b.code()) : order;
          return order == 0 ? String.valueOf(a.at()).compareTo(String.valueOf(b.at())) : order;
        });
    return findings;
  }

  /// GKE always has a NetworkLogging; where it is not in the input, what it says is not known.
  private static void absent(Coverage coverage, List<CoverageFinding> findings) {
    for (var kind : coverage.target().platform().enforcement().ownSettings()) {
      boolean there =
          coverage.target().inventory().find(kind, null, "default")
              instanceof dev.netlog.inventory.Lookup.Found;
      if (!there) {
        findings.add(
            new CoverageFinding(
                "networklogging-absent",
                "gke-networklogging-absent",
                Severity.INFO,
                "Cluster",
                "no "
                    + kind.kind()
                    + " named default is in the input; add it, or pass --assume"
                    + " networkLogging=delegated, all or disabled",
                null));
      }
    }
  }

  private CoverageFinding finding(String code, Finding finding) {
    return new CoverageFinding(
        code,
        finding.rule().id(),
        finding.severity(),
        name(finding.subject()),
        finding.violation().message(),
        at(finding.subject(), finding.violation().place()));
  }

  private CoverageFinding finding(Notice notice) {
    return new CoverageFinding(
        notice.kind().code(),
        notice.kind().code(),
        Severity.INFO,
        notice.object(),
        notice.detail(),
        notice.resource() == null ? null : at(notice.resource(), Place.value(notice.at())));
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
