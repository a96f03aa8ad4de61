package dev.netlog.cli.report.coverage;

import dev.netlog.io.text.Region;
import dev.netlog.platform.Decision;
import dev.netlog.platform.Decision.Meaning;
import dev.netlog.platform.text.Phrase;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Why a point is logged or not, with places in files.
///
/// @param point the place of the policy or rule that decides, null if it is in no file
/// @param steps the settings in the order in which they are read; the last one decides
/// @param remedy what would enable the log, in words; null if no single change can
/// @param line the line to add or the setting to write for it, null without a remedy
/// @param remedyPlace the place for it, null if the object is not in the input
/// @param witness one connection of the point that is not logged, as `203.0.113.1 -> TCP 8443 is
///   allowed by edge/p2 and not logged`; null if the point is not missed or no such connection is
///   known
public record PointExplanation(
    @Nullable At point,
    List<Step> steps,
    @Nullable Phrase remedy,
    @Nullable String line,
    @Nullable At remedyPlace,
    @Nullable Phrase witness) {
  public PointExplanation {
    steps = List.copyOf(steps);
  }

  /// A place in a file.
  ///
  /// @param path the path in reports
  /// @param base whether it is in the base's version of the file
  public record At(String path, Region region, boolean base) {
    /// For example `clusters/eu/ns.yaml:8:5`.
    @Override
    public String toString() {
      return path + ":" + region.startLine() + ":" + region.startColumn();
    }
  }

  /// One setting.
  ///
  /// @param parts the text of the setting, see [Decision.Step#parts()]
  /// @param meaning what the setting means
  /// @param at its place, or the place where it should be; null if the object is not in the input
  public record Step(List<Phrase> parts, Meaning meaning, @Nullable At at) {
    public Step {
      parts = List.copyOf(parts);
    }

    /// The step on one line, with two spaces between its parts.
    public String text() {
      return text("  ");
    }

    /// The step on one line.
    ///
    /// @param between the separator between its parts
    public String text(String between) {
      return parts.stream().map(Phrase::text).collect(Collectors.joining(between));
    }
  }

  /// The place that decides, null if it is in no file.
  public @Nullable At decisive() {
    return steps.isEmpty() ? null : steps.getLast().at();
  }
}
