package dev.netlog.cli.report.coverage;

import dev.netlog.cli.report.SummaryText;
import java.util.List;

/// The first texts of a list, with the total number.
///
/// @param shown the first texts
/// @param total the number of all texts, including the shown ones
public record ShortList(List<String> shown, long total) {
  public ShortList {
    shown = List.copyOf(shown);
  }

  public static ShortList of(List<String> all, int most) {
    return new ShortList(all.subList(0, Math.min(most, all.size())), all.size());
  }

  /// How many texts are not shown.
  public long hidden() {
    return total - shown.size();
  }

  /// For example `a, b and 37 more`.
  public String text() {
    String text = String.join(", ", shown);
    return hidden() == 0 ? text : text + " and " + SummaryText.grouped(hidden()) + " more";
  }
}
