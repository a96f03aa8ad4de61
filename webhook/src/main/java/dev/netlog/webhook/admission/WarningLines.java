package dev.netlog.webhook.admission;

import dev.netlog.run.Finding;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Findings as the API server hands on warnings: it drops what holds a control character, drops
/// what it has seen, and cuts when the total is too long
/// ([source](https://github.com/kubernetes/apiserver/blob/master/pkg/endpoints/filters/warning.go)).
final class WarningLines {
  /// The longest warning, in code points.
  static final int LINE = 120;

  /// The most code points of all warnings together.
  static final int TOTAL = 4096;

  /// What the line about the rest may take.
  private static final int REST = 64;

  private WarningLines() {}

  /// A line for each finding, the last one for those that have no room.
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

  /// The rule comes last, and is never cut: with it, everything else can be found.
  private static String line(Finding finding) {
    String rule = " [" + finding.rule().id() + "]";
    return cut(finding.violation().message(), LINE - rule.length()) + rule;
  }

  /// A text of at most as many code points.
  static String cut(String text, int limit) {
    return length(text) <= limit
        ? text
        : text.substring(0, text.offsetByCodePoints(0, limit - 1)) + "…";
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
