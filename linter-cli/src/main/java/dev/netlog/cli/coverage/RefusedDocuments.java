package dev.netlog.cli.coverage;

import dev.netlog.catalog.YamlRules;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.cli.lint.FindingLocator;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.run.Severities;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Finds documents that kubectl refuses, and whose policies coverage cannot see.
final class RefusedDocuments {
  private RefusedDocuments() {}

  /// The refused documents of the head. With a base, only in files that were readable there:
  /// breaking a file must not hide its policies. No setting switches this off.
  static List<LocatedFinding> of(State head, @Nullable State base) {
    Map<String, Boolean> readable = new HashMap<>();
    if (base != null) {
      for (Manifest manifest : base.manifests()) {
        readable.put(base.files().atHead(manifest.path()), isReadable(manifest));
      }
    }
    return new FindingLocator(head.manifests(), Severities.STANDARD)
        .locate(List.of()).stream()
            .filter(finding -> finding.rule().equals(YamlRules.INVALID))
            .filter(finding -> base == null || readable.getOrDefault(finding.path(), false))
            .toList();
  }

  private static boolean isReadable(Manifest manifest) {
    return manifest.notUnderstood().isEmpty()
        && manifest.findings().stream()
            .noneMatch(finding -> finding.rule().equals(YamlRules.INVALID));
  }
}
