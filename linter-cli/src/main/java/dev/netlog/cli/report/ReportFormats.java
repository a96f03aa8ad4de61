package dev.netlog.cli.report;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The formats of `lint` reports.
public final class ReportFormats {
  /// The format if the user names none.
  public static final ReportFormat DEFAULT = new FullFormat();

  /// Every format, in the order help texts list them.
  public static final List<ReportFormat> ALL =
      List.of(
          DEFAULT,
          new ConciseFormat(),
          new GroupedFormat(),
          new JsonFormat(),
          new JsonLinesFormat(),
          new GithubFormat(),
          new GithubOutputsFormat());

  private ReportFormats() {}

  /// The format with this id, or null if there is none.
  public static @Nullable ReportFormat of(String id) {
    for (ReportFormat format : ALL) {
      if (format.id().equals(id)) {
        return format;
      }
    }
    return null;
  }

  /// The ids of all formats.
  public static List<String> ids() {
    List<String> ids = new ArrayList<>();
    for (ReportFormat format : ALL) {
      ids.add(format.id());
    }
    return List.copyOf(ids);
  }
}
