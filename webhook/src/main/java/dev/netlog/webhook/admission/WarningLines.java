package dev.netlog.webhook.admission;

import dev.netlog.run.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Words findings as warnings. The API server drops warnings with control characters and
/// duplicates, and truncates warnings if the total is too long
/// ([source](https://github.com/kubernetes/apiserver/blob/master/pkg/endpoints/filters/warning.go)).
final class WarningLines {
  /// The longest warning, in code points.
  static final int LINE = 120;

  /// The maximum total length of all warnings, in code points.
  static final int TOTAL = 4096;

  /// The length reserved for the line about the remaining findings.
  private static final int REST = 64;

  private WarningLines() {}

  /// One line per finding; the last line counts the findings that did not fit.
  static List<String> of(List<Finding> findings) {
    Set<String> lines = new LinkedHashSet<>();
    findings.forEach(finding -> lines.add(line(finding)));
    return fitted(List.copyOf(lines));
  }

  private static List<String> fitted(List<String> lines) {
    List<String> fitted = new ArrayList<>();
    int length = 0;
    for (String line : lines) {
      length += length(line);
      int rest = lines.size() - fitted.size();
      if (length > TOTAL - (rest > 1 ? REST : 0)) {
        fitted.add("and " + rest + " more; netlog lint FILE shows all");
        return fitted;
      }
      fitted.add(line);
    }
    return fitted;
  }

  /// The rule id comes last and is never cut, so that the user can look it up.
  private static String line(Finding finding) {
    String rule = " [" + finding.rule().id() + "]";
    return cut(finding.violation().message(), LINE - rule.length()) + rule;
  }

  /// A text of at most so many code points.
  static String cut(String text, int limit) {
    return length(text) <= limit
        ? text
        : text.substring(0, text.offsetByCodePoints(0, limit - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
