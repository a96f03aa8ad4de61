package dev.netlog.cli.command;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.io.json.JsonWriter;
import dev.netlog.rule.RuleInfo;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `netlog rules`: the catalogue.
final class RulesCommand implements Command {
  @Override
  public CommandSpec spec(RuleCatalog catalog) {
    CommandSpec spec = CommonOptions.command(catalog, "rules", "Lists the rules.");
    CommonOptions.value(spec, "--format", "FORMAT", "text, json or markdown");
    return spec;
  }

  @Override
  public int run(ParseResult arguments, Console console) throws IOException {
    String given = CommonOptions.text(arguments, "--format");
    String format =
        given == null
            ? "text"
            : CommonOptions.oneOf("--format", given, List.of("text", "json", "markdown"));
    Writer out = new BufferedWriter(new OutputStreamWriter(console.out(), StandardCharsets.UTF_8));
    List<RuleInfo> infos = CommonOptions.catalog(arguments).infos();
    switch (format) {
      case "json" -> json(infos, out);
      case "markdown" -> out.write(RulePages.index(infos));
      default -> text(infos, out);
    }
    out.flush();
    return ExitCode.CLEAN;
  }

  private static void text(List<RuleInfo> infos, Writer out) throws IOException {
    int width = infos.stream().mapToInt(info -> info.id().length()).max().orElse(0);
    for (RuleInfo info : infos) {
      String platform = info.platform() == null ? "" : info.platform();
      out.write(pad(info.id(), width) + "  " + pad(platform, 3) + "  ");
      out.write(pad(info.severity().word(), 7) + "  " + info.title() + "\n");
    }
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static void json(List<RuleInfo> infos, Writer out) throws IOException {
    JsonWriter json = new JsonWriter(out, JsonWriter.Layout.PRETTY);
    json.beginObject().name("rules").beginArray();
    for (RuleInfo info : infos) {
      json.beginObject()
          .member("id", info.id())
          .member("platform", info.platform())
          .member("severity", info.severity().word())
          .member("title", info.title())
          .member("fix", info.fix().word())
          .endObject();
    }
    json.endArray().endObject();
    out.write('\n');
  }
}
