package dev.netlog.cli.report.coverage.format;

import dev.netlog.cli.report.coverage.CoverageFormat;
import dev.netlog.cli.report.coverage.html.HtmlFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The formats of coverage reports.
public final class CoverageFormats {
  /// The format if the user names none.
  public static final CoverageFormat DEFAULT = new TextFormat();

  /// Every format, in the order help texts list them.
  public static final List<CoverageFormat> ALL =
      List.of(
          DEFAULT,
          new CoverageJsonFormat(),
          new MarkdownFormat(),
          new HtmlFormat(),
          new JunitFormat(),
          new CoverageGithubFormat(),
          new CoverageOutputsFormat());

  private CoverageFormats() {}

  /// The format with this id, or null if there is none.
  public static @Nullable CoverageFormat of(String id) {
    for (CoverageFormat format : ALL) {
      if (format.id().equals(id)) {
        return format;
      }
    }
    return null;
  }

  /// The ids of all formats.
  public static List<String> ids() {
    return ALL.stream().map(CoverageFormat::id).toList();
  }
}
