package dev.netlog.cli.coverage.unreadable;

import dev.netlog.model.Value;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Recognises placeholders: values that a tool fills in before the cluster sees them, so that they
/// are unknown here.
final class PlaceholderMatch {
  /// The placeholders of Flux and OpenShift, Helm and Jinja, SOPS, the Argo CD vault plugin, and
  /// kustomize.
  private static final Pattern MARK =
      Pattern.compile(
          "\\$\\{\\{?[^}]*\\}\\}?|\\{\\{.*?\\}\\}|ENC\\[[^]]*\\]|<path:[^>]*>|\\$\\([^)]*\\)");

  private PlaceholderMatch() {}

  /// Whether a text contains a placeholder.
  static boolean isIn(String text) {
    return (text.indexOf('{') >= 0
            || text.indexOf('[') >= 0
            || text.indexOf('<') >= 0
            || text.indexOf('(') >= 0)
        && MARK.matcher(text).find();
  }

  /// Whether a text could become another one once its placeholders are filled in.
  static boolean couldBe(String text, String wanted) {
    if (!isIn(text)) {
      return text.equals(wanted);
    }
    StringBuilder pattern = new StringBuilder();
    Matcher marks = MARK.matcher(text);
    int from = 0;
    while (marks.find()) {
      pattern.append(Pattern.quote(text.substring(from, marks.start()))).append(".*");
      from = marks.end();
    }
    pattern.append(Pattern.quote(text.substring(from)));
    return wanted.length() <= 1000 && wanted.matches(pattern.toString());
  }

  /// Whether any text of a value contains a placeholder.
  static boolean areIn(Value value) {
    return switch (value) {
      case Value.Text(String text) -> isIn(text);
      case Value.Sequence(List<Value> items) -> items.stream().anyMatch(PlaceholderMatch::areIn);
      case Value.Mapping mapping ->
          mapping.members().entrySet().stream()
              .anyMatch(member -> isIn(member.getKey()) || areIn(member.getValue()));
      case Value.Null _, Value.Bool _, Value.Numeral _ -> false;
    };
  }
}
