package dev.netlog.cluster;

import dev.netlog.cluster.Tool.Output;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// `./netlog lint`.
final class Linter {
  /// The API server judges these by itself. The CRDs of the tests take more than the real ones, and
  /// what they take is not the webhook's to refuse.
  private static final Set<String> DONE_BY_THE_SERVER =
      Set.of("metadata-refused", "policy-refused");

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
      if (finding.path("severity").asString().equals("error")
          && !DONE_BY_THE_SERVER.contains(finding.path("rule").asString())) {
        refused.add(finding.path("path").asString());
      }
    }
    return refused;
  }
}
