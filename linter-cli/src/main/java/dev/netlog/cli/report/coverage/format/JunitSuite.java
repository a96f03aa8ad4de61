package dev.netlog.cli.report.coverage.format;

import dev.netlog.cli.report.OutputSettings;
import dev.netlog.cli.report.Summary;
import dev.netlog.cli.report.SummaryText;
import dev.netlog.cli.report.TextLines;
import dev.netlog.cli.report.coverage.Blocks;
import dev.netlog.cli.report.coverage.BudgetNotes;
import dev.netlog.cli.report.coverage.Comparison;
import dev.netlog.cli.report.coverage.Entry;
import dev.netlog.cli.report.coverage.Loss;
import dev.netlog.cli.report.coverage.Losses;
import dev.netlog.cli.report.coverage.PointEntries;
import dev.netlog.cli.report.coverage.RatioText;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Counter;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.Tally;
import dev.netlog.coverage.compare.CoverageDiff.Change;
import dev.netlog.coverage.compare.GateResult;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the test results of one target. A namespace fails if it has points that are not logged;
/// with a base, only if they were lost or are new. If gates are set and all pass, such a namespace
/// is skipped instead: the tests must not be stricter than the gates.
final class JunitSuite {
  /// The maximum number of entries per namespace; the rest is counted.
  private static final int ENTRIES = 20;

  /// The maximum number of namespaces with details; the others have only numbers.
  private static final int NAMESPACES = 100;

  private final TargetReport target;
  private final Summary summary;
  private final @Nullable Comparison comparison;
  private final String name;
  private final List<NamespaceCoverage> namespaces = new ArrayList<>();
  private final Map<String, List<Change>> lost = new HashMap<>();
  private final Map<String, List<SubjectPoint>> bornBare = new HashMap<>();
  private final Map<String, List<Change>> changedBare = new HashMap<>();
  private int told;

  JunitSuite(TargetReport target, Summary summary) {
    this.target = target;
    this.summary = summary;
    this.comparison = target.comparison();
    this.name =
        "coverage." + target.platform() + (target.name() == null ? "" : "." + target.name());
    for (NamespaceCoverage namespace : target.coverage().namespaces()) {
      if (namespace.tally(Counter.VERDICT).total() > 0) {
        namespaces.add(namespace);
      }
    }
    if (target.comparison() != null) {
      for (Change change : target.comparison().diff().regressions()) {
        lost.computeIfAbsent(change.after().namespace(), _ -> new ArrayList<>()).add(change);
      }
      for (SubjectPoint point : target.comparison().diff().bornBare()) {
        bornBare.computeIfAbsent(point.namespace(), _ -> new ArrayList<>()).add(point);
      }
      for (Change change : target.comparison().diff().changedBare()) {
        changedBare.computeIfAbsent(change.after().namespace(), _ -> new ArrayList<>()).add(change);
      }
    }
  }

  long tests() {
    return (long) target.gates().size() + namespaces.size();
  }

  long failures() {
    return target.gates().stream().filter(GateResult::fails).count()
        + namespaces.stream().filter(this::fails).count();
  }

  private long skipped() {
    return target.gates().stream().filter(JunitSuite::isSkipped).count()
        + namespaces.stream().filter(this::isSkipped).count();
  }

  private static boolean isSkipped(GateResult gate) {
    return !gate.pass() && !gate.fails();
  }

  private boolean fails(NamespaceCoverage namespace) {
    return isBad(namespace) && (target.gates().isEmpty() || !target.passes());
  }

  private boolean isBad(NamespaceCoverage namespace) {
    return comparison == null
        ? namespace.tally(Counter.VERDICT).missed() > 0
        : lost.containsKey(namespace.name())
            || bornBare.containsKey(namespace.name())
            || changedBare.containsKey(namespace.name());
  }

  /// Whether the namespace only has points that no gate fails for, or unknown ones.
  private boolean isSkipped(NamespaceCoverage namespace) {
    boolean open = comparison == null && namespace.tally(Counter.VERDICT).unknown() > 0;
    return !fails(namespace) && (isBad(namespace) || open);
  }

  void write(XmlLines xml) throws IOException {
    xml.begin("testsuite").with("name", target.title()).with("tests", tests());
    xml.with("failures", failures()).with("errors", 0).with("skipped", skipped()).with("time", 0);
    Map<String, Integer> times = new HashMap<>();
    for (GateResult gate : target.gates()) {
      int time = times.merge(gate.gate(), 1, Integer::sum);
      test(xml, "gates", gate.gate() + (time == 1 ? "" : " (" + time + ")"));
      if (gate.fails()) {
        xml.begin("failure").with("message", gate.message()).with("type", "gate").end(review(gate));
      } else if (isSkipped(gate)) {
        xml.begin("skipped").with("message", "not met: " + gate.message()).end();
      }
      xml.end();
    }
    for (NamespaceCoverage namespace : namespaces) {
      test(xml, "namespaces", CoverageText.name(namespace));
      if (fails(namespace)) {
        xml.begin("failure").with("message", message(namespace));
        xml.with("type", "not logged").end(story(namespace));
      } else if (isSkipped(namespace)) {
        xml.begin("skipped").with("message", message(namespace)).end();
      }
      xml.end();
    }
    xml.begin("system-out").end(numbers());
    xml.end();
  }

  /// What the change takes away, for the gates that are about that.
  private String review(GateResult gate) throws IOException {
    boolean isGovernance = gate.gate().equals("governance");
    if (comparison == null || !(isGovernance || gate.gate().equals("regressions"))) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n");
    TextLines lines = new TextLines(text, OutputSettings.PLAIN.palette());
    List<Loss> losses =
        Losses.of(target, comparison).stream()
            .filter(loss -> (loss.has() == null) == isGovernance)
            .limit(Losses.SHOWN)
            .toList();
    for (Loss loss : losses) {
      lines.add(loss.sentence().text());
      lines.add(loss.at() == null ? "" : " (" + loss.at() + ")").end();
    }
    return text.toString();
  }

  private void test(XmlLines xml, String kind, String test) throws IOException {
    xml.begin("testcase").with("name", test).with("classname", name + "." + kind).with("time", 0);
  }

  private String message(NamespaceCoverage namespace) {
    Tally tally = namespace.tally(Counter.VERDICT);
    if (comparison == null) {
      return SummaryText.grouped(tally.missed())
          + " of "
          + SummaryText.count(tally.total(), "verdict point")
          + " not logged, "
          + SummaryText.grouped(tally.unknown())
          + " unknown";
    }
    return "touched and not logged: "
        + SummaryText.grouped(lost.getOrDefault(namespace.name(), List.of()).size())
        + " lost, "
        + SummaryText.grouped(bornBare.getOrDefault(namespace.name(), List.of()).size())
        + " new, "
        + SummaryText.grouped(changedBare.getOrDefault(namespace.name(), List.of()).size())
        + " changed, of "
        + SummaryText.count(tally.total(), "verdict point");
  }

  private String story(NamespaceCoverage namespace) throws IOException {
    told++;
    if (told > NAMESPACES) {
      return "";
    }
    StringBuilder text = new StringBuilder("\n");
    TextLines lines = new TextLines(text, OutputSettings.PLAIN.palette());
    BlockText blocks = new BlockText(lines, "");
    if (comparison == null) {
      List<Entry> entries = PointEntries.of(namespace, Status.MISSED);
      blocks.write(Blocks.of(first(lines, entries), target.stories()));
      return text.toString();
    }
    List<Entry> entries = PointEntries.ofChanges(lost.getOrDefault(namespace.name(), List.of()));
    blocks.write(Blocks.of(first(lines, entries), target.stories(), comparison.baseStories()));
    entries = PointEntries.of(bornBare.getOrDefault(namespace.name(), List.of()));
    blocks.write(Blocks.of(first(lines, entries), target.stories()));
    entries = PointEntries.ofChanges(changedBare.getOrDefault(namespace.name(), List.of()));
    blocks.write(Blocks.of(first(lines, entries), target.stories(), comparison.baseStories()));
    return text.toString();
  }

  private static List<Entry> first(TextLines lines, List<Entry> entries) throws IOException {
    if (entries.size() <= ENTRIES) {
      return entries;
    }
    List<Entry> shown = entries.subList(0, ENTRIES);
    lines.add("the first " + SummaryText.grouped(PointEntries.count(shown)) + " of ");
    lines.add(SummaryText.count(PointEntries.count(entries), "verdict point"));
    lines.add(" (--format json lists them)").end();
    return shown;
  }

  private String numbers() throws IOException {
    StringBuilder text = new StringBuilder("\n");
    TextLines lines = new TextLines(text, OutputSettings.PLAIN.palette());
    for (Counter counter : Counter.values()) {
      Tally tally = target.coverage().tally(counter);
      lines.add(counter.word() + " " + RatioText.text(tally)).end();
    }
    long undecided = target.coverage().undecided();
    if (undecided > 0) {
      lines.add(BudgetNotes.sentence(undecided)).end();
    }
    SummaryText.lookedAt(lines, summary);
    return text.toString();
  }
}
