package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Ratio;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.Tally;
import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.coverage.compare.CoverageGates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a report tells of the changes since a base, put together for reading.
public final class Differences {
  /// More entries of what was lost than this are counted: each policy is to be named.
  private static final int LOST = 1000;

  /// More entries of any other kind than this are counted.
  private static final int OTHERS = 50;

  private final TargetReport target;
  private final Comparison comparison;
  private final CoverageGates gates;

  /// Changes of one kind.
  ///
  /// @param points how many points in all
  /// @param blocks the first of them
  /// @param hidden how many points are in none of the blocks
  public record Part(long points, List<Blocks.Block> blocks, long hidden) {}

  public Differences(TargetReport target, Comparison comparison) {
    this.target = target;
    this.comparison = comparison;
    this.gates = new CoverageGates(target.settings());
  }

  public CoverageDiff diff() {
    return comparison.diff();
  }

  /// What was covered and is no longer.
  public Part lost() {
    return changes(diff().regressions(), LOST);
  }

  /// What is new and not covered.
  public Part bornBare() {
    return fresh(diff().bornBare());
  }

  /// What was not covered, has changed, and still is not.
  public Part changedBare() {
    return changes(diff().changedBare(), OTHERS);
  }

  /// How many points are touched and not covered: what was lost, is new or has changed.
  public long touchedBare() {
    return diff().touchedBare().size();
  }

  /// What is new and covered.
  public Part bornCovered() {
    return fresh(
        diff().added().stream().filter(point -> point.status() == Status.COVERED).toList());
  }

  /// What was not covered and now is.
  public Part gained() {
    return changes(diff().gained(), OTHERS);
  }

  private Part changes(List<CoverageDiff.Change> changes, int most) {
    List<Entry> entries = PointEntries.ofChanges(changes);
    List<Entry> shown = first(entries, most);
    return part(entries, shown, Blocks.of(shown, target.stories(), comparison.baseStories()));
  }

  private Part fresh(List<SubjectPoint> points) {
    List<Entry> entries = PointEntries.of(points);
    List<Entry> shown = first(entries, OTHERS);
    return part(entries, shown, Blocks.of(shown, target.stories()));
  }

  private static Part part(List<Entry> all, List<Entry> shown, List<Blocks.Block> blocks) {
    long points = PointEntries.count(all);
    return new Part(points, blocks, points - PointEntries.count(shown));
  }

  private static List<Entry> first(List<Entry> entries, int most) {
    return entries.subList(0, Math.min(most, entries.size()));
  }

  /// How many points are not covered and are as they were, so that no gate of the change asks.
  public long stillUncovered(Tally head) {
    return head.total() - head.covered() - touchedBare();
  }

  /// The share that gates compare.
  public @Nullable Ratio ratio(Tally tally) {
    return gates.ratio(tally);
  }
}
