package dev.netlog.cli.coverage;

import dev.netlog.cli.input.Places;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.policy.Names;
import dev.netlog.rule.Place;
import java.util.ArrayList;
import java.util.List;

/// Finds contradictions in an input.
final class InputCheck {
  /// The maximum number of lines; more are counted.
  private static final int TOLD = 20;

  private static final JsonPointer NAME = JsonPointer.of("metadata", "name");

  private InputCheck() {}

  /// One line for each contradiction, with its place.
  static List<String> lines(Coverage coverage, Places places) {
    List<String> lines = new ArrayList<>();
    for (TargetInput.Conflict conflict : coverage.target().conflicts()) {
      lines.add(
          place(places, conflict.second(), NAME)
              + ": "
              + Names.inSentence(conflict.second())
              + " is also at "
              + place(places, conflict.first(), NAME)
              + ", and a cluster holds only one object of a name; name the files of one cluster, or list the"
              + " clusters as targets in .netlog.yaml");
    }
    if (lines.size() <= TOLD) {
      return lines;
    }
    List<String> told = new ArrayList<>(lines.subList(0, TOLD));
    told.add("and " + (lines.size() - TOLD) + " more such objects; fix these first");
    return told;
  }

  private static String place(Places places, Resource resource, JsonPointer at) {
    var region = places.region(resource.origin(), Place.value(at));
    return resource.origin().path() + ":" + region.startLine() + ":" + region.startColumn();
  }
}
