package dev.netlog.cli.report;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.text.Region;
import dev.netlog.io.text.SourceText;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.ResourceId;
import dev.netlog.model.Value;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Reports to write. In a text, `«` and `»` stand around what a region covers.
final class Samples {
  static final ResourceId PAYMENTS = new ResourceId("v1", "Namespace", null, "payments");
  static final JsonPointer ANNOTATION =
      JsonPointer.of("metadata", "annotations", "k8s.ovn.org/acl-logging");

  private Samples() {}

  record Marked(SourceText source, Region region) {}

  static Marked marked(String text) {
    int start = text.indexOf('«');
    int end = text.indexOf('»') - 1;
    SourceText source = new SourceText(text.replace("«", "").replace("»", ""));
    return new Marked(source, source.region(start, end));
  }

  static RuleInfo rule(String id, Severity severity) {
    return RuleInfo.of(id, id.startsWith("ovn-") ? "ovn" : null, severity).sources("nowhere");
  }

  /// A finding with nothing but what every finding has.
  static LocatedFinding bare(String rule, String message, String path, String text) {
    Marked marked = marked(text);
    return new LocatedFinding(
        rule(rule, Severity.ERROR),
        Severity.ERROR,
        message,
        null,
        null,
        path,
        JsonPointer.ROOT,
        null,
        marked.region(),
        List.of(),
        null,
        "f00d",
        marked.source());
  }

  /// A finding with everything.
  static LocatedFinding rich() {
    Marked marked =
        marked(
            """
            apiVersion: v1
            kind: Namespace
            metadata:
              name: payments
              annotations:
                k8s.ovn.org/acl-logging: |
                  {"deny": «"inof"», "allow": "notice"}
            """);
    Fix fix =
        Fix.safe(
            "replace \"inof\" by \"info\"",
            new Edit.Set(
                ANNOTATION, new Value.Text("{\"deny\": \"info\", \"allow\": \"notice\"}\n")),
            new Edit.Remove(JsonPointer.of("metadata", "labels")));
    return new LocatedFinding(
        rule("ovn-unknown-severity", Severity.ERROR),
        Severity.ERROR,
        "severity \"inof\" is unknown to OVN, which then logs nothing for \"deny\"; use info",
        "14 policies in payments lose their deny log",
        PAYMENTS,
        "clusters/eu/ns.yaml",
        ANNOTATION,
        JsonPointer.of("deny"),
        marked.region(),
        List.of(),
        fix,
        "0123456789abcdef",
        marked.source());
  }

  static LocatedFinding with(LocatedFinding finding, LocatedFinding.RelatedPlace... related) {
    return new LocatedFinding(
        finding.rule(),
        finding.severity(),
        finding.message(),
        finding.effect(),
        finding.subject(),
        finding.path(),
        finding.pointer(),
        finding.member(),
        finding.region(),
        List.of(related),
        finding.fix(),
        finding.fingerprint(),
        finding.source());
  }

  static LocatedFinding weighing(LocatedFinding finding, Severity severity, ResourceId subject) {
    return new LocatedFinding(
        finding.rule(),
        severity,
        finding.message(),
        finding.effect(),
        subject,
        finding.path(),
        finding.pointer(),
        finding.member(),
        finding.region(),
        finding.related(),
        finding.fix(),
        finding.fingerprint(),
        finding.source());
  }

  static LocatedFinding.RelatedPlace related(String path, String message, String text) {
    Marked marked = marked(text);
    return new LocatedFinding.RelatedPlace(path, marked.region(), message, marked.source());
  }

  static Summary summary(List<LocatedFinding> findings, NotUnderstood... entries) {
    Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
    for (Severity severity : Severity.values()) {
      counts.put(severity, 0);
    }
    findings.forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
    return new Summary(1204, 3500, 3310, 412, 0, List.of("ovn"), counts, 0, 0, List.of(entries));
  }

  static Report report(LocatedFinding... findings) {
    return new Report("0.1.0", List.of(findings), summary(List.of(findings)));
  }

  /// A report in which every part of a format has something to show.
  static Report everything() {
    LocatedFinding duplicate =
        with(
            weighing(
                bare(
                    "yaml-duplicate-key",
                    "key \"app\" is there twice; the second one counts",
                    "clusters/eu/ns.yaml",
                    "a: 1\nlabels:\n  app: a\n  «app»: b\n"),
                Severity.WARNING,
                PAYMENTS),
            related("clusters/eu/ns.yaml", "the first one", "a: 1\nlabels:\n  «app»: a\n"));
    List<LocatedFinding> findings = new ArrayList<>();
    findings.add(
        bare("yaml-invalid", "a tab cannot indent", "broken.yaml", "a:\n  b: 日本 \"«\t»x\"\n"));
    findings.add(duplicate);
    findings.add(rich());
    findings.add(folded());
    return new Report(
        "0.1.0",
        findings,
        summary(
            findings,
            new NotUnderstood("chart/a.yaml", 3, "template", "render it first"),
            new NotUnderstood("chart/b.yaml", 1, "template", "render it first"),
            new NotUnderstood("secret.yaml", 1, "unreadable", "permission denied")));
  }

  private static LocatedFinding folded() {
    LocatedFinding.RelatedPlace[] places = new LocatedFinding.RelatedPlace[10];
    for (int i = 0; i < places.length; i++) {
      places[i] = related("np-" + i + ".yaml", "denies without a record", "kind: «X»\n");
    }
    ResourceId policy = new ResourceId("networking.k8s.io/v1", "NetworkPolicy", "payments", "api");
    String text = "a: 1\n---\n«apiVersion: v1\nkind: X\nmetadata:\n  name: api\nspec: {}\n»";
    return with(
        weighing(
            bare("ovn-unlogged-namespace", "deny verdicts leave no record", "np.yaml", text),
            Severity.INFO,
            policy),
        places);
  }

  static String written(ReportFormat format, Report report, Palette palette) {
    StringBuilder out = new StringBuilder();
    try {
      format.write(report, new OutputSettings(palette), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }
}
