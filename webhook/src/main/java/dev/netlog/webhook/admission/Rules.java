package dev.netlog.webhook.admission;

import dev.netlog.run.Finding;
import java.util.List;

/// The rules that findings are of.
final class Rules {
  private Rules() {}

  /// Their ids, each once, in the order of the findings.
  static List<String> ids(List<Finding> findings) {
    return findings.stream().map(finding -> finding.rule().id()).distinct().toList();
  }
}
