package dev.netlog.webhook.admission;

import dev.netlog.run.Finding;
import java.util.List;

/// Collects the rules of findings.
final class Rules {
  private Rules() {}

  /// The rule ids of the findings, without duplicates, in the order of the findings.
  static List<String> ids(List<Finding> findings) {
    return findings.stream().map(finding -> finding.rule().id()).distinct().toList();
  }
}
