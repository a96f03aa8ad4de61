package dev.netlog.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// A pull request in one text: files that are there, and what becomes of them.
///
/// A section begins with a mark, a blank and a path: `==` a file of the base, `--` one that is
/// deleted, `++` one that is written anew, `=>` one that moves to a second path, `~~` one with
/// changed lines. Changed lines stand in blocks, between empty lines, with `-`, `+` or a blank
/// before each.
///
/// @param base the text of each file before
/// @param head and after
record EverydayChange(Map<String, String> base, Map<String, String> head) {
  private static final Pattern SECTION = Pattern.compile("(==|--|\\+\\+|=>|~~) (\\S+)(?: (\\S+))?");
  private static final Pattern LOGGING =
      Pattern.compile(" +(policy\\.network\\.gke\\.io/enable-|k8s\\.ovn\\.org/acl-)\\S+ .*");

  /// @param start the files that many changes begin with
  static EverydayChange of(String start, String change) {
    Map<String, String> base = new TreeMap<>();
    sections(start).forEach((head, body) -> base.put(path(head), body));
    Map<String, String> head = new TreeMap<>(base);
    sections(change).forEach((mark, body) -> apply(head, mark, body));
    return new EverydayChange(base, head);
  }

  private static Map<String, String> sections(String text) {
    Map<String, StringBuilder> sections = new LinkedHashMap<>();
    StringBuilder body = new StringBuilder();
    for (String line : text.lines().toList()) {
      if (SECTION.matcher(line).matches()) {
        body = new StringBuilder();
        sections.put(line, body);
      } else {
        body.append(line).append('\n');
      }
    }
    Map<String, String> texts = new LinkedHashMap<>();
    sections.forEach((head, each) -> texts.put(head, each.toString()));
    return texts;
  }

  private static String path(String section) {
    return section.split(" ", -1)[1];
  }

  private static void apply(Map<String, String> files, String section, String body) {
    String path = path(section);
    switch (section.substring(0, 2)) {
      case "--" -> Objects.requireNonNull(files.remove(path), path);
      case "++" -> files.put(path, body);
      case "=>" ->
          files.put(section.split(" ", -1)[2], Objects.requireNonNull(files.remove(path), path));
      case "~~" -> files.put(path, changed(Objects.requireNonNull(files.get(path), path), body));
      default -> throw new IllegalArgumentException(section);
    }
  }

  private static String changed(String text, String blocks) {
    String changed = text;
    for (String block : blocks.strip().isEmpty() ? new String[0] : blocks.split("\n\n", -1)) {
      StringBuilder before = new StringBuilder();
      StringBuilder after = new StringBuilder();
      for (String line : block.lines().toList()) {
        if (!line.startsWith("+")) {
          before.append(line.substring(1)).append('\n');
        }
        if (!line.startsWith("-")) {
          after.append(line.substring(1)).append('\n');
        }
      }
      int at = changed.indexOf(before.toString());
      if (at < 0) {
        throw new IllegalArgumentException("not there: " + before);
      }
      changed = changed.substring(0, at) + after + changed.substring(at + before.length());
    }
    return changed;
  }

  /// The same head without the first annotation that turns a log on.
  EverydayChange withoutOneLog() {
    Map<String, String> bare = new TreeMap<>(head);
    for (Map.Entry<String, String> file : head.entrySet()) {
      List<String> lines = new ArrayList<>(file.getValue().lines().toList());
      for (int i = 0; i < lines.size() && file.getKey().endsWith(".yaml"); i++) {
        if (LOGGING.matcher(lines.get(i)).matches()) {
          String key = lines.remove(i);
          int depth = key.indexOf(key.strip());
          while (i < lines.size() && lines.get(i).startsWith(" ".repeat(depth + 1))) {
            lines.remove(i);
          }
          bare.put(file.getKey(), String.join("\n", lines) + "\n");
          return new EverydayChange(base, bare);
        }
      }
    }
    throw new IllegalStateException("no log in " + head.keySet());
  }
}
