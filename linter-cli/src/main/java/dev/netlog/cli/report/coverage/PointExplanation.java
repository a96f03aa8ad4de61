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
/// @param point what it is about: the policy or rule that decides, null where it is not in a file
/// @param steps the settings in the order they are asked; the last one decides
/// @param remedy what would have it logged, in words; null where one change alone cannot
/// @param line the line to add or the setting to write for it, null without a remedy
/// @param remedyPlace where, null where the object is not in the input
/// @param witness one connection of the point that leaves no record, as `203.0.113.1 -> TCP 8443 is
///   allowed by edge/p2 and not logged`; null where the point is not missed or no such connection
///   can be named
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
  /// @param path as reports name it
  /// @param base whether it is in the base's version of the file
  public record At(String path, Region region, boolean base) {
    /// As `clusters/eu/ns.yaml:8:5`.
    @Override
    public String toString() {
      return path + ":" + region.startLine() + ":" + region.startColumn();
    }
  }

  /// One setting.
  ///
  /// @param parts what it says, see [Decision.Step#parts()]
  /// @param meaning what it tells
  /// @param at where it stands, or ought to; null where the object is not in the input
  public record Step(List<Phrase> parts, Meaning meaning, @Nullable At at) {
    public Step {
      parts = List.copyOf(parts);
    }

    /// The step on one line, two blanks between its parts.
    public String text() {
      return text("  ");
    }

    /// The step on one line.
    ///
    /// @param between what stands between its parts
    public String text(String between) {
      return parts.stream().map(Phrase::text).collect(Collectors.joining(between));
    }
  }

  /// The place that decides, null where it is in no file.
  public @Nullable At decisive() {
    return steps.isEmpty() ? null : steps.getLast().at();
  }
}
