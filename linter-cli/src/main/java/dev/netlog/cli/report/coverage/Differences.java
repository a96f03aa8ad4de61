package dev.netlog.cli.report.coverage;

import dev.netlog.coverage.Ratio;
import dev.netlog.coverage.Status;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.Tally;
import dev.netlog.coverage.compare.CoverageDiff;
import dev.netlog.coverage.compare.CoverageGates;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The changes since a base, prepared for reports.
public final class Differences {
  /// The maximum number of lost entries; a high limit, so that each policy is named.
  private static final int LOST = 1000;

  /// The maximum number of entries of any other kind.
  private static final int OTHERS = 50;

  private final TargetReport target;
  private final Comparison comparison;
  private final CoverageGates gates;

  /// Changes of one kind.
  ///
  /// @param points the number of points
  /// @param blocks the first of them, in blocks
  /// @param hidden how many points are in no block
  public record Part(long points, List<Blocks.Block> blocks, long hidden) {}

  public Differences(TargetReport target, Comparison comparison) {
    this.target = target;
    this.comparison = comparison;
    this.gates = new CoverageGates(target.settings());
  }

  public CoverageDiff diff() {
    return comparison.diff();
  }

  /// Points that were covered and are not any more.
  public Part lost() {
    return changes(diff().regressions(), LOST);
  }

  /// New points that are not covered.
  public Part bornBare() {
    return fresh(diff().bornBare());
  }

  /// Points that changed and are still not covered.
  public Part changedBare() {
    return changes(diff().changedBare(), OTHERS);
  }

  /// The number of points that the change touches and leaves uncovered: lost, new or changed ones.
  public long touchedBare() {
    return diff().touchedBare().size();
  }

  /// New points that are covered.
  public Part bornCovered() {
    return fresh(
        diff().added().stream().filter(point -> point.status() == Status.COVERED).toList());
  }

  /// Points that were not covered and now are.
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

  /// The number of uncovered points that did not change, and that no gate on the change counts.
  public long stillUncovered(Tally head) {
    return head.total() - head.covered() - touchedBare();
  }

  /// The share that gates compare.
  public @Nullable Ratio ratio(Tally tally) {
    return gates.ratio(tally);
  }
}
