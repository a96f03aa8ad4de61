package dev.netlog.cluster;

import dev.netlog.cluster.Tool.Output;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// `./netlog lint`.
final class Linter {
  private Linter() {}

  /// The names of the files of a folder in which the linter finds an error.
  static Set<String> refused(Path folder) {
    Output output =
        Tool.run(
            folder,
            "",
            List.of(Settings.ROOT.resolve("netlog").toString(), "lint", ".", "--format", "json"));
    if (output.code() > 1) {
      throw new AssertionError(output.all());
    }
    Set<String> refused = new TreeSet<>();
    for (JsonNode finding : Json.parse(output.out()).path("findings")) {
      if (finding.path("severity").asString().equals("error")) {
        refused.add(finding.path("path").asString());
      }
    }
    return refused;
  }
}
