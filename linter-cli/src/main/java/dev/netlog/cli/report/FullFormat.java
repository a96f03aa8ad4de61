package dev.netlog.cli.report;

import dev.netlog.fix.Fix;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/// Writes each finding with its lines for people: place, message, effect, fix, rule page.
final class FullFormat implements ReportFormat {
  /// The maximum number of related places with lines; others only by name.
  private static final int RELATED_EXCERPTS = 2;

  /// The maximum number of related places by name; others are counted.
  private static final int RELATED_NAMED = 8;

  @Override
  public String id() {
    return "full";
  }

  @Override
  public void write(Report report, OutputSettings settings, Appendable out) throws IOException {
    TextLines lines = new TextLines(out, settings.palette());
    for (LocatedFinding finding : report.findings()) {
      finding(lines, finding);
      lines.blank();
    }
    SummaryText.write(lines, report.summary());
  }

  private static void finding(TextLines lines, LocatedFinding finding) throws IOException {
    lines.add(Ink.of(finding.severity()), ReportLabels.rule(finding));
    lines.add(Ink.STRONG, " " + finding.message()).end();

    List<LocatedFinding.RelatedPlace> related = finding.related();
    boolean shown = related.size() <= RELATED_EXCERPTS;
    Excerpt excerpt = new Excerpt(lines, gutter(finding, shown));
    position(excerpt, finding);
    excerpt.primary(finding.source(), finding.region(), Ink.of(finding.severity()));
    if (shown) {
      for (LocatedFinding.RelatedPlace place : related) {
        excerpt
            .arrow()
            .add(ReportLabels.of(place.path(), place.region()) + "   " + place.message())
            .end();
        excerpt.secondary(place.source(), place.region());
      }
    } else {
      named(excerpt, related);
    }
    notes(excerpt, finding);
  }

  private static int gutter(LocatedFinding finding, boolean withRelated) {
    int last = Excerpt.lastLine(finding.source(), finding.region());
    if (withRelated) {
      for (LocatedFinding.RelatedPlace place : finding.related()) {
        last = Math.max(last, Excerpt.lastLine(place.source(), place.region()));
      }
    }
    return Integer.toString(last).length();
  }

  private static void position(Excerpt excerpt, LocatedFinding finding) throws IOException {
    TextLines line = excerpt.arrow().add(ReportLabels.of(finding.path(), finding.region()));
    if (finding.subject() != null) {
      line.add("   " + ReportLabels.subject(finding.subject()));
      line.add("  " + ReportLabels.trail(finding.pointer(), finding.member()));
    }
    line.end();
  }

  private static void named(Excerpt excerpt, List<LocatedFinding.RelatedPlace> related)
      throws IOException {
    for (var place : related.subList(0, Math.min(RELATED_NAMED, related.size()))) {
      excerpt.note("also", ReportLabels.of(place.path(), place.region()) + "   " + place.message());
    }
    int more = related.size() - RELATED_NAMED;
    if (more > 0) {
      String number = SummaryText.count(more, "more place");
      excerpt.note("also", "… and " + number + " (--format json lists them)");
    }
  }

  private static void notes(Excerpt excerpt, LocatedFinding finding) throws IOException {
    if (finding.effect() != null) {
      excerpt.note("effect", finding.effect());
    }
    if (finding.fix() != null) {
      excerpt.note("fix", fix(finding.fix()));
    }
    excerpt.note("why", "netlog explain " + finding.rule().id());
  }

  private static String fix(Fix fix) {
    return fix.safety().name().toLowerCase(Locale.ROOT) + " · " + fix.title();
  }
}
