package dev.netlog.cli.report.coverage.html;

import dev.netlog.cli.report.coverage.Comparison;
import dev.netlog.cli.report.coverage.GateExplanation;
import dev.netlog.cli.report.coverage.Loss;
import dev.netlog.cli.report.coverage.Losses;
import dev.netlog.cli.report.coverage.PointExplanation;
import dev.netlog.cli.report.coverage.TargetReport;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.Tally;
import dev.netlog.coverage.compare.CoverageDiff;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a target lost and gained compared with its base: where the logging of each lost point was
/// set, and what would enable logging for the new ones.
final class ChangeSection {
  /// The maximum number of lines per kind; the page's script lists all.
  private static final int LISTED = 500;

  private final Markup markup;
  private final TargetReport target;
  private final Comparison comparison;
  private final int number;

  ChangeSection(Markup markup, TargetReport target, Comparison comparison, int number) {
    this.markup = markup;
    this.target = target;
    this.comparison = comparison;
    this.number = number;
  }

  /// Writes the numbers.
  void writeNumbers() throws IOException {
    CoverageDiff diff = comparison.diff();
    markup.open("section", "class", "numbers", "aria-labelledby", title("numbers-title"));
    markup.open("h3", "id", id("numbers-title")).text("Changed against ");
    markup.leaf("code", comparison.label()).close("h3").line();
    if (diff.isEmpty()) {
      markup.leaf("p", "Nothing changed.").close("section").line();
      return;
    }
    Tally patch = diff.patch();
    markup.open("ul", "class", "tiles");
    tile("lost", "lost", diff.regressions().size());
    tile("bare", "born bare", diff.bornBare().size());
    tile("", "changed, not logged", diff.changedBare().size());
    tile("gained", "gained", diff.gained().size());
    tile("born", "born covered", bornCovered().size());
    tile("", "deleted", diff.deleted().size());
    tile("", "no longer decided", diff.noLongerDecided().size());
    tile("", "governance lost", diff.lostGovernancePairs().size());
    markup.open("li").open("b").text(HtmlRatios.percent(patch)).close("b").text(" of the patch ");
    markup.leaf("span", HtmlRatios.fraction(patch), "class", "fraction", "data-change", "patch");
    markup.close("li").close("ul").close("section").line();
  }

  private String id(String name) {
    return name + "-" + number;
  }

  /// Labels a section by its own title and that of the target, since every target has a section of
  /// this name.
  private String title(String name) {
    return id(name) + " " + TargetSection.titleId(number);
  }

  private List<SubjectPoint> bornCovered() {
    return comparison.diff().added().stream()
        .filter(point -> point.status() == Status.COVERED)
        .toList();
  }

  /// Writes the details, if there is any change.
  void write() throws IOException {
    CoverageDiff diff = comparison.diff();
    if (diff.isEmpty()) {
      return;
    }
    markup.open("section", "class", "changes", "aria-labelledby", title("changes-title"));
    markup.leaf("h3", "What changed", "id", id("changes-title")).line();
    losses();
    int touched = diff.touchedBare().size();
    if (touched > 0) {
      markup.leaf("h4", "Touched and not logged: " + HtmlText.number(touched)).line();
    }
    list("Lost", "lost", ChangedPoints.ofChanges(diff.regressions()));
    list("Born bare", "bare", ChangedPoints.of(diff.bornBare()));
    list("Changed and not logged", "bare", ChangedPoints.ofChanges(diff.changedBare()));
    governance(diff.lostGovernanceTexts());
    section("Gained", ChangedPoints.ofChanges(diff.gained()));
    section("Born covered", ChangedPoints.of(bornCovered()));
    FoldedList.details(
        markup, "Renamed", GateExplanation.renames(diff), name -> markup.leaf("code", name));
    FoldedList.details(
        markup,
        "Moved",
        GateExplanation.moves(target, comparison),
        name -> markup.leaf("code", name));
    section("Deleted, out of both sides", ChangedPoints.of(diff.deleted()));
    section("No longer decided", ChangedPoints.of(diff.noLongerDecided()));
    markup.close("section").line();
  }

  private void losses() throws IOException {
    List<Loss> losses = Losses.of(target, comparison);
    if (!losses.isEmpty()) {
      markup.open("div", "class", "change lost").leaf("h4", "What the change takes away").line();
      int shown = Math.min(Losses.SHOWN, losses.size());
      FoldedList.list(markup, losses.subList(0, shown), this::loss);
      FoldedList.details(markup, "More", losses.subList(shown, losses.size()), this::loss);
      markup.close("div").line();
    }
  }

  private void loss(Loss loss) throws IOException {
    markup.text(loss.sentence().text() + " ");
    place(loss.at());
  }

  private void tile(String change, String words, int count) throws IOException {
    markup.open("li", "class", count == 0 ? "none" : change);
    boolean listed = !change.isEmpty() && count > 0;
    if (listed) {
      markup.open("a", "class", "filter", "href", "#target=" + number + "&change=" + change);
    }
    markup.leaf("b", HtmlText.number(count), "data-change", words).text(" " + words);
    if (listed) {
      markup.close("a");
    }
    markup.close("li");
  }

  /// What one setting changed, and what would undo it.
  ///
  /// @param was the setting in the base, null if there was none
  /// @param is the current setting
  private record Facts(
      PointExplanation.@Nullable Step was,
      PointExplanation.@Nullable Step is,
      @Nullable String line,
      PointExplanation.@Nullable At at) {}

  private Facts facts(ChangedPoints points) {
    SubjectPoint before = points.before();
    PointExplanation now = target.stories().of(points.first());
    return new Facts(
        before == null ? null : last(comparison.baseStories().of(before)),
        last(now),
        now.line(),
        now.remedyPlace());
  }

  private static PointExplanation.@Nullable Step last(PointExplanation story) {
    return story.steps().isEmpty() ? null : story.steps().getLast();
  }

  /// One change of a file often removes the log of many verdicts: it is reported once.
  private void list(String title, String change, List<ChangedPoints> all) throws IOException {
    if (all.isEmpty()) {
      return;
    }
    Map<Facts, List<ChangedPoints>> byFacts = new LinkedHashMap<>();
    for (ChangedPoints points : all.subList(0, Math.min(LISTED, all.size()))) {
      byFacts.computeIfAbsent(facts(points), _ -> new ArrayList<>()).add(points);
    }
    markup.open("div", "class", "change " + change).leaf("h4", title).line();
    for (Map.Entry<Facts, List<ChangedPoints>> entry : byFacts.entrySet()) {
      markup.open("div", "class", "cause").open("dl");
      write(entry.getKey());
      markup.close("dl").open("ul").line();
      for (ChangedPoints points : entry.getValue()) {
        markup.open("li");
        points.write(markup);
        markup.close("li").line();
      }
      markup.close("ul").close("div").line();
    }
    FoldedList.rest(markup, all.size(), LISTED);
    markup.close("div").line();
  }

  private void write(Facts facts) throws IOException {
    step("was", facts.was);
    step("is", facts.is);
    String line = facts.line;
    if (line != null) {
      markup.leaf("dt", "write").open("dd").leaf("code", line, "class", "line").text(" ");
      place(facts.at);
      markup.close("dd").line();
    }
  }

  private void step(String word, PointExplanation.@Nullable Step step) throws IOException {
    if (step != null) {
      markup.leaf("dt", word).open("dd").text(step.text(" › ") + " ");
      place(step.at());
      markup.close("dd").line();
    }
  }

  private void place(PointExplanation.@Nullable At at) throws IOException {
    if (at != null) {
      markup.leaf("code", HtmlText.place(at), "class", "place");
    }
  }

  private void governance(List<String> pairs) throws IOException {
    if (!pairs.isEmpty()) {
      markup.open("div", "class", "change").leaf("h4", "Governed by no policy any more");
      FoldedList.list(markup, pairs, pair -> markup.leaf("code", pair));
      markup.close("div").line();
    }
  }

  private void section(String title, List<ChangedPoints> lines) throws IOException {
    FoldedList.details(markup, title, lines, line -> line.write(markup));
  }
}
