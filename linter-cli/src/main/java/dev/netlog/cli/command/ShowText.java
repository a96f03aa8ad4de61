package dev.netlog.cli.command;

import dev.netlog.cli.lint.ShowResult;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.text.Neutral;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.io.IOException;
import java.io.Writer;
import java.util.Map;
import java.util.StringJoiner;

/// Writes `show` for people: one line per document, then one line per setting.
final class ShowText {
  private ShowText() {}

  static void write(ShowResult shown, Writer out) throws IOException {
    for (ShowResult.ShownDocument document : shown.documents()) {
      line(out, document.path() + ":" + document.line() + ": " + what(document));
    }
    if (!shown.settings().isEmpty()) {
      out.write("\nlogging settings\n");
    }
    for (ShowResult.ShownSetting setting : shown.settings()) {
      line(
          out,
          setting.path()
              + ":"
              + setting.line()
              + ": "
              + setting.subject().id()
              + "  "
              + setting.setting().platform()
              + "  "
              + members(setting));
    }
    for (NotUnderstood entry : shown.notUnderstood()) {
      line(
          out,
          entry.path()
              + ":"
              + entry.line()
              + ": not understood: "
              + entry.reason()
              + ", "
              + entry.message());
    }
  }

  private static void line(Writer out, String text) throws IOException {
    out.write(Neutral.line(text));
    out.write('\n');
  }

  private static String what(ShowResult.ShownDocument document) {
    ShowResult.ShownFailure failure = document.failure();
    if (failure != null) {
      return "kubectl stops at "
          + failure.region().startLine()
          + ":"
          + failure.region().startColumn()
          + ": "
          + failure.problem();
    }
    if (document.document().isEmpty()) {
      return "empty";
    }
    Resource resource = Resource.of(document.document().value(), Origin.NOWHERE);
    return resource == null ? "no Kubernetes object" : resource.id().toString();
  }

  private static String members(ShowResult.ShownSetting setting) {
    StringJoiner text = new StringJoiner(" ");
    for (Map.Entry<String, Value> member : setting.setting().members().entrySet()) {
      String value =
          switch (member.getValue()) {
            case Value.Text(String severity) -> severity.isEmpty() ? "off" : severity;
            case Value.Bool(boolean on) -> Boolean.toString(on);
            case Value.Numeral(String literal) -> literal;
            case Value.Null _ -> "-";
            case Value.Sequence _, Value.Mapping _ -> "…";
          };
      text.add(member.getKey() + "=" + value);
    }
    return text.toString();
  }
}
