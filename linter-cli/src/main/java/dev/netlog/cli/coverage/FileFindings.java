package dev.netlog.cli.coverage;

import dev.netlog.cli.coverage.state.State;
import dev.netlog.cli.lint.FindingLocator;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.run.Severities;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The findings of `lint` about the bytes of the head's files. They are information, except for
/// documents that kubectl refuses.
final class FileFindings {
  private final List<LocatedFinding> all;

  FileFindings(State head, Severities severities) {
    this.all = new FindingLocator(head.manifests(), severities).locate(List.of());
  }

  /// The findings in objects of some files.
  ///
  /// @param paths their paths in reports
  List<LocatedFinding> inObjects(Set<String> paths) {
    return all.stream()
        .filter(finding -> finding.subject() != null && paths.contains(finding.path()))
        .toList();
  }

  /// The findings that belong to no object, without those that fail the run.
  List<LocatedFinding> withoutObject(List<LocatedFinding> refused) {
    Set<String> fingerprints = new HashSet<>();
    refused.forEach(finding -> fingerprints.add(finding.fingerprint()));
    return all.stream()
        .filter(finding -> finding.subject() == null)
        .filter(finding -> !fingerprints.contains(finding.fingerprint()))
        .toList();
  }
}
