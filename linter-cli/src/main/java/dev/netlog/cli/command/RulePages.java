package dev.netlog.cli.command;

import dev.netlog.rule.RuleInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pages of the rules: generated from the rules' own texts at build time, and packaged with the
/// program.
public final class RulePages {
  private RulePages() {}

  /// The packaged page, or else one without an example.
  static String of(RuleInfo info) {
    String shipped = shipped(info.id());
    return shipped == null ? page(info, "") : shipped;
  }

  private static @Nullable String shipped(String id) {
    try (InputStream in =
        RulePages.class.getResourceAsStream("/dev/netlog/cli/rules/" + id + ".md")) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("the program is damaged; build it again", e);
    }
  }

  /// The page of a rule, in Markdown.
  ///
  /// @param example a manifest that the rule flags
  /// @param report the output of `netlog lint` for it
  public static String page(RuleInfo info, String example, String report) {
    return page(
        info, "## Example\n\n```yaml\n" + example + "```\n\n```text\n" + report + "```\n\n");
  }

  private static String page(RuleInfo info, String example) {
    StringBuilder page = new StringBuilder();
    page.append("# ").append(info.id()).append("\n\n");
    page.append("> ").append(info.title()).append("\n\n");
    page.append("| severity | platform | fix | runs |\n|---|---|---|---|\n| ");
    page.append(info.severity().word()).append(" | ");
    page.append(info.platform() == null ? "any" : info.platform()).append(" | ");
    page.append(info.fix().word()).append(" | ").append(runs(info)).append(" |\n\n");
    page.append("## What happens\n\n").append(info.explanation()).append("\n\n");
    page.append("## What to do\n\n").append(info.remedy()).append("\n\n");
    page.append(example);
    page.append("## Sources\n\n");
    for (String source : info.sources()) {
      page.append("- ").append(source).append('\n');
    }
    return page.toString();
  }

  private static String runs(RuleInfo info) {
    return switch (info.applies()) {
      case ALWAYS -> "always";
      case WHERE_PLATFORM_IS_USED -> "where the platform is named or shows itself in the input";
      case WHERE_ENABLED ->
          "in `netlog coverage`; in `netlog lint` where the settings give it a severity";
      case WHERE_PLATFORM_IS_NAMED -> "where a platform is named (`--platform`)";
    };
  }

  /// The table of all rules, in Markdown.
  public static String index(List<RuleInfo> infos) {
    StringBuilder page = new StringBuilder();
    page.append("| rule | platform | severity | fix | |\n|---|---|---|---|---|\n");
    for (RuleInfo info : infos) {
      page.append("| [").append(info.id()).append("](").append(info.id()).append(".md) | ");
      page.append(info.platform() == null ? "" : info.platform()).append(" | ");
      page.append(info.severity().word()).append(" | ").append(info.fix().word()).append(" | ");
      page.append(info.title().replace("|", "\\|")).append(" |\n");
    }
    return page.toString();
  }
}
