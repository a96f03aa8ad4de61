package dev.netlog.cli.report;

import dev.netlog.io.files.NotUnderstood;
import dev.netlog.rule.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Writes the end of every report for people: what was found, what was read and what was not.
/// Missing input must never look like success.
public final class SummaryText {
  /// The maximum number of entries; more are counted.
  private static final int LISTED = 10;

  private SummaryText() {}

  static void write(TextLines lines, Summary summary) throws IOException {
    notUnderstood(lines, summary.notUnderstood());
    found(lines, summary);
    if (summary.platforms().isEmpty()) {
      lines.add("no platform is in use, so rules that expect logging did not run; ");
      lines.add("pass " + platformOptions(summary.available())).end();
    }
    groups(lines, summary.groups());
    size(lines, summary);
  }

  /// Writes what was not understood, and as the last line what was read.
  public static void lookedAt(TextLines lines, Summary summary) throws IOException {
    notUnderstood(lines, summary.notUnderstood());
    size(lines, summary);
  }

  /// A number with its digits in groups of three.
  public static String grouped(long number) {
    StringBuilder text = new StringBuilder(Long.toString(number));
    for (int i = text.length() - 3; i > 0; i -= 3) {
      text.insert(i, ' ');
    }
    return text.toString();
  }

  /// A number and its noun, as `1 file` and `2 files`.
  public static String count(long number, String noun) {
    return grouped(number) + " " + noun + (number == 1 ? "" : "s");
  }

  private static void notUnderstood(TextLines lines, List<NotUnderstood> entries)
      throws IOException {
    for (NotUnderstood entry : entries.subList(0, Math.min(LISTED, entries.size()))) {
      lines
          .add(Ink.WARNING, "not understood: ")
          .add(entry.path() + ":" + entry.line())
          .add(" " + entry.reason() + ": " + entry.message())
          .end();
    }
    if (entries.size() > LISTED) {
      lines.add("… and " + grouped(entries.size() - LISTED) + " more (--format json lists them)");
      lines.end();
    }
  }

  private static void found(TextLines lines, Summary summary) throws IOException {
    lines.add("found ");
    String comma = "";
    for (Severity severity : Severity.values()) {
      int number = summary.findings().getOrDefault(severity, 0);
      if (number > 0) {
        lines.add(comma).add(Ink.of(severity), count(number, severity.word()));
        comma = ", ";
      }
    }
    if (comma.isEmpty()) {
      lines.add("nothing");
    }
    if (summary.suppressed() > 0) {
      lines.add("; " + grouped(summary.suppressed()) + " suppressed");
    }
    if (summary.baselined() > 0) {
      lines.add("; " + grouped(summary.baselined()) + " accepted by the baseline");
    }
    lines.end();
  }

  private static void groups(TextLines lines, List<Summary.Group> groups) throws IOException {
    if (groups.isEmpty()) {
      return;
    }
    List<String> names = groups.stream().limit(LISTED).map(Summary.Group::name).toList();
    lines.add(
        "judged apart, in " + count(groups.size(), "group") + ": " + String.join(", ", names));
    if (groups.size() > LISTED) {
      lines.add(" and " + grouped(groups.size() - LISTED) + " more (--format json lists them)");
    }
    lines.end();
  }

  private static void size(TextLines lines, Summary summary) throws IOException {
    lines
        .add("looked at " + count(summary.files(), "file"))
        .add(", " + count(summary.objects(), "object"))
        .add(" (" + grouped(summary.relevant()) + " relevant)");
    if (summary.ignored() > 0) {
      lines.add("; " + count(summary.ignored(), "path") + " ignored");
    }
    if (!summary.notUnderstood().isEmpty()) {
      lines.add("; ").add(Ink.WARNING, counted(summary.notUnderstood()));
      lines.add("  [--strict fails on these]");
    }
    lines.end();
  }

  /// The options that name the platform, as alternatives.
  public static String platformOptions(List<String> platforms) {
    // A loop: a lambda that the ahead-of-time cache has not seen costs a small run a tenth of its
    // time.
    StringBuilder options = new StringBuilder();
    for (String id : platforms) {
      options.append(options.isEmpty() ? "" : " or ").append("--platform ").append(id);
    }
    return options.toString();
  }

  private static String counted(List<NotUnderstood> entries) {
    Set<String> paths = new HashSet<>();
    Map<String, Integer> reasons = new TreeMap<>();
    for (NotUnderstood entry : entries) {
      paths.add(entry.path());
      reasons.merge(entry.reason(), 1, Integer::sum);
    }
    List<String> parts = new ArrayList<>();
    reasons.forEach((reason, number) -> parts.add(reasonCount(reason, number)));
    String files = count(paths.size(), "file");
    boolean oneEach = paths.size() == entries.size();
    return (oneEach ? files : count(entries.size(), "place") + " in " + files)
        + " not understood: "
        + String.join(", ", parts);
  }

  private static String reasonCount(String reason, int number) {
    return switch (reason) {
      case "template" -> count(number, "template");
      case "too-large" -> grouped(number) + " too large";
      case "encoding" -> grouped(number) + " not in UTF-8";
      case "limit" -> grouped(number) + " beyond a limit";
      default -> grouped(number) + " " + reason;
    };
  }
}
