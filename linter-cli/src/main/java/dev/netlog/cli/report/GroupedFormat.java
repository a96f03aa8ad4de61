package dev.netlog.cli.report;

import dev.netlog.model.ResourceId;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Groups findings by object, for people who fix one object at a time.
final class GroupedFormat implements ReportFormat {
  private record Group(String path, @Nullable ResourceId subject) {}

  @Override
  public String id() {
    return "grouped";
  }

  @Override
  public void write(Report report, OutputSettings settings, Appendable out) throws IOException {
    TextLines lines = new TextLines(out, settings.palette());
    for (Map.Entry<Group, List<LocatedFinding>> group : groups(report).entrySet()) {
      heading(lines, group.getKey(), group.getValue().getFirst().region().startLine());
      findings(lines, group.getValue());
      lines.blank();
    }
    SummaryText.write(lines, report.summary());
  }

  /// Groups are in the order of their first finding.
  private static Map<Group, List<LocatedFinding>> groups(Report report) {
    Map<Group, List<LocatedFinding>> groups = new LinkedHashMap<>();
    for (LocatedFinding finding : report.findings()) {
      groups
          .computeIfAbsent(new Group(finding.path(), finding.subject()), _ -> new ArrayList<>())
          .add(finding);
    }
    return groups;
  }

  private static void heading(TextLines lines, Group group, int line) throws IOException {
    if (group.subject() == null) {
      lines.add(Ink.STRONG, group.path()).end();
    } else {
      lines.add(Ink.STRONG, ReportLabels.subject(group.subject()));
      lines.add("  " + group.path() + ":" + line).end();
    }
  }

  private static void findings(TextLines lines, List<LocatedFinding> findings) throws IOException {
    int widest = 0;
    for (LocatedFinding finding : findings) {
      widest = Math.max(widest, ReportLabels.of(finding.region()).length());
    }
    for (LocatedFinding finding : findings) {
      String place = ReportLabels.of(finding.region());
      lines
          .add("  " + place + " ".repeat(widest - place.length() + 2))
          .add(Ink.of(finding.severity()), ReportLabels.rule(finding))
          .add(" " + finding.message())
          .end();
    }
  }
}
