package dev.netlog.cli.lint;

import dev.netlog.cli.input.Places;
import dev.netlog.cli.report.FindingOrder;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.LocatedFinding.RelatedPlace;
import dev.netlog.io.text.SourceText;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.YamlFinding;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Origin;
import dev.netlog.rule.Severity;
import dev.netlog.run.Finding;
import dev.netlog.run.FindingFingerprint;
import dev.netlog.run.Severities;
import java.util.ArrayList;
import java.util.List;

/// Adds places in files, order and fingerprints to findings.
public final class FindingLocator {
  private final List<Manifest> manifests;
  private final Severities severities;
  private final Places places;

  /// Creates a locator for findings in these files.
  public FindingLocator(List<Manifest> manifests, Severities severities) {
    this.manifests = manifests;
    this.severities = severities;
    this.places = new Places(manifests);
  }

  /// All findings of the rules and about the bytes of files, in the order of reports.
  public List<LocatedFinding> locate(List<Finding> findings) {
    List<LocatedFinding> located = new ArrayList<>();
    for (Manifest manifest : manifests) {
      for (YamlFinding finding : manifest.findings()) {
        Severity severity = severities.of(finding.rule());
        if (severity != null) {
          located.add(located(manifest, finding, severity));
        }
      }
    }
    for (Finding finding : findings) {
      located.add(located(finding));
    }
    located.sort(FindingOrder.INSTANCE);
    FindingFingerprint fingerprints = new FindingFingerprint();
    return located.stream().map(finding -> stamped(finding, fingerprints)).toList();
  }

  private LocatedFinding located(Manifest manifest, YamlFinding finding, Severity severity) {
    SourceText source = places.source(manifest);
    List<RelatedPlace> related =
        finding.related().stream()
            .map(
                mention ->
                    new RelatedPlace(
                        manifest.path(),
                        source.region(mention.start(), mention.end()),
                        mention.message(),
                        source))
            .toList();
    return new LocatedFinding(
        finding.rule(),
        severity,
        finding.message(),
        finding.effect(),
        finding.subject(),
        manifest.path(),
        JsonPointer.ROOT,
        null,
        source.region(finding.start(), finding.end()),
        related,
        null,
        "",
        source);
  }

  private LocatedFinding located(Finding finding) {
    Origin origin = finding.subject().origin();
    SourceText source = places.source(origin);
    List<RelatedPlace> related =
        finding.violation().related().stream()
            .map(
                other -> {
                  Origin place = other.resource().origin();
                  return new RelatedPlace(
                      place.path(),
                      places.region(place, other.place()),
                      other.message(),
                      places.source(place));
                })
            .toList();
    return new LocatedFinding(
        finding.rule(),
        finding.severity(),
        finding.violation().message(),
        finding.violation().effect(),
        finding.subject().id(),
        origin.path(),
        finding.violation().place().pointer(),
        finding.violation().member(),
        places.region(origin, finding.violation().place()),
        related,
        finding.violation().fix(),
        "",
        source);
  }

  private static LocatedFinding stamped(LocatedFinding finding, FindingFingerprint fingerprints) {
    String fingerprint =
        fingerprints.next(
            finding.rule().id(),
            finding.subject(),
            finding.path(),
            finding.pointer(),
            finding.member());
    return finding.withFingerprint(fingerprint);
  }
}
