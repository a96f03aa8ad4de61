package dev.netlog.cli.coverage.unreadable;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds the values of members of `metadata` in a template, such as the name of its object. Members
/// of deeper objects, such as a port's name, are not found.
final class TemplateMetadata {
  private static final Pattern METADATA =
      Pattern.compile("^([ \\t]*(?:- +)*)[\"']?metadata[\"']?:[ \\t]*(.*)$");
  private static final Pattern MEMBER =
      Pattern.compile("^([ \\t]*)[\"']?([\\w.-]+)[\"']?:[ \\t]*(.*)$");

  private TemplateMetadata() {}

  /// The values of a member in the outermost `metadata`, one for each branch of the template; empty
  /// if the text does not show it.
  static List<String> values(String text, String member) {
    List<String> lines = text.lines().toList();
    int outermost = Integer.MAX_VALUE;
    List<String> values = List.of();
    for (int i = 0; i < lines.size(); i++) {
      Matcher start = METADATA.matcher(lines.get(i));
      if (start.matches() && start.group(1).length() <= outermost) {
        List<String> found =
            isOpen(start.group(2))
                ? below(lines.subList(i + 1, lines.size()), start.group(1).length(), member)
                : inFlow(start.group(2), member);
        List<String> all =
            new ArrayList<>(start.group(1).length() < outermost ? List.of() : values);
        all.addAll(found);
        values = all;
        outermost = start.group(1).length();
      }
    }
    return values;
  }

  private static boolean isOpen(String rest) {
    return rest.isEmpty() || rest.startsWith("#");
  }

  private static List<String> below(List<String> lines, int indent, String member) {
    List<String> found = new ArrayList<>();
    int children = -1;
    for (String line : lines) {
      Matcher entry = MEMBER.matcher(line);
      String text = line.strip();
      if (text.isEmpty() || text.startsWith("{{") || text.startsWith("#")) {
        continue;
      }
      int depth = line.length() - line.stripLeading().length();
      if (depth <= indent) {
        return found;
      }
      children = children < 0 ? depth : children;
      if (depth == children && entry.matches() && entry.group(2).equals(member)) {
        found.add(entry.group(3));
      }
    }
    return found;
  }

  private static List<String> inFlow(String flow, String member) {
    Pattern entry =
        Pattern.compile(
            "[{,][ \\t]*[\"']?"
                + Pattern.quote(member)
                + "[\"']?:[ \\t]*((?:\\{\\{[^}\\n]*\\}\\}|[^,}\\n]){0,300}+)");
    return entry.matcher(flow).results().map(each -> each.group(1)).toList();
  }
}
