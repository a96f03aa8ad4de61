package dev.netlog.cli.coverage;

import dev.netlog.cli.input.Places;
import dev.netlog.cli.report.coverage.RefusedEntry;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.input.RefusedObject;
import dev.netlog.model.Origin;
import dev.netlog.policy.InputProblem;
import dev.netlog.rule.Place;
import java.util.List;

/// The objects of a target that the API server refuses, with their places in files.
final class RefusedEntries {
  private RefusedEntries() {}

  static List<RefusedEntry> of(Coverage coverage, Places places) {
    return coverage.refused().stream().map(refused -> entry(refused, places)).toList();
  }

  private static RefusedEntry entry(RefusedObject refused, Places places) {
    InputProblem first = refused.problems().getFirst();
    Origin origin = refused.object().origin();
    int line = places.region(origin, Place.value(first.at())).startLine();
    return new RefusedEntry(refused.name(), origin.path(), line, first.message());
  }
}
