package dev.netlog.cli.report;

import dev.netlog.io.text.Neutral;
import dev.netlog.io.text.Region;
import dev.netlog.rule.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes annotations as commands of a GitHub workflow.
///
/// GitHub keeps ten annotations of a type per step and silently drops the others. So only a share
/// of them is written, and the last one says how many there are. The limit is half of GitHub's:
/// findings and the gate are annotated in one step.
///
/// Source: [workflow
/// commands](https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions),
/// [the
/// runner](https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs).
public final class WorkflowCommands {
  /// The maximum number of annotations per type.
  static final int SHOWN = 5;

  /// The maximum length of a message in the runner.
  private static final int LENGTH = 4096;

  private final Map<Severity, List<String>> commands = new EnumMap<>(Severity.class);

  /// Adds an annotation.
  ///
  /// @param path null if it belongs to no file
  /// @param region null if the path is null
  public void add(
      Severity severity,
      @Nullable String path,
      @Nullable Region region,
      String title,
      String message) {
    StringBuilder command = new StringBuilder("::").append(type(severity)).append(' ');
    boolean shown = path != null && Neutral.text(path).equals(path);
    if (shown && region != null) {
      command.append("file=").append(property(String.valueOf(path)));
      command.append(",line=").append(region.startLine());
      if (region.startLine() == region.endLine()) {
        command.append(",col=").append(region.startColumn());
        command.append(",endColumn=").append(Math.max(region.startColumn(), region.endColumn()));
      }
      command.append(',');
    }
    command.append("title=").append(property(Neutral.text(title))).append("::");
    // A path that the log cannot show is put into the message, with its characters by number.
    String text = Neutral.text(path == null || shown ? message : path + ": " + message);
    int end = text.length();
    if (end > LENGTH) {
      end = Character.isHighSurrogate(text.charAt(LENGTH - 1)) ? LENGTH - 1 : LENGTH;
    }
    command.append(data(text.substring(0, end)));
    commands.computeIfAbsent(severity, _ -> new ArrayList<>()).add(command.toString());
  }

  /// Writes them, the most severe first.
  public void write(Appendable out) throws IOException {
    for (Severity severity : List.of(Severity.ERROR, Severity.WARNING, Severity.INFO)) {
      List<String> all = commands.getOrDefault(severity, List.of());
      int shown = all.size() <= SHOWN ? all.size() : SHOWN - 1;
      for (String command : all.subList(0, shown)) {
        out.append(command).append('\n');
      }
      if (shown < all.size()) {
        out.append("::" + type(severity) + " title=netlog::and ")
            .append(Integer.toString(all.size() - shown))
            .append(" more; the job summary and the report have all of them\n");
      }
    }
  }

  private static String type(Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case INFO -> "notice";
    };
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  /// Escapes a property so that it is read back exactly, since a file is found by its name.
  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
