package dev.netlog.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// The worked cases of the rules, as manifests. Most are written as JSON, which is YAML in which
/// nothing can be misread.
final class Cases {
  static final String ACL_LOGGING = "k8s.ovn.org/acl-logging";

  private static final Path FOLDER = Settings.ROOT.resolve("rule-engine/src/test/resources/cases");

  private Cases() {}

  /// Manifests that carry each value of acl-logging, by file name.
  static Map<String, String> aclLogging(String apiVersion, String kind, boolean oneName) {
    Map<String, String> files = new LinkedHashMap<>();
    for (JsonNode each : Json.file(FOLDER.resolve("acl-logging.json"))) {
      String id = each.path("id").asString();
      String name = oneName ? "default" : "case-" + id;
      files.put(
          id + ".yaml",
          annotated(apiVersion, kind, name, ACL_LOGGING, each.path("annotation").asString()));
    }
    return files;
  }

  /// NetworkLoggings, as somebody has written them.
  static Map<String, String> networkLoggings() {
    Map<String, String> files = new LinkedHashMap<>();
    for (JsonNode each : gke().path("networkLogging")) {
      files.put(each.path("id").asString() + ".yaml", each.path("yaml").asString());
    }
    return files;
  }

  /// The values of GKE's annotations, on the kinds that have them.
  static Map<String, String> gkeValues(String kind) {
    Map<String, String> files = new LinkedHashMap<>();
    for (JsonNode each : gke().path("annotationValues")) {
      String id = each.path("id").asString();
      files.put(
          id + ".yaml",
          """
          apiVersion: %s
          kind: %s
          metadata:
            name: case-%s
            annotations:
              %s: %s
          %s
          """
              .formatted(
                  kind.equals("Namespace") ? "v1" : "networking.k8s.io/v1",
                  kind,
                  id.toLowerCase(java.util.Locale.ROOT),
                  each.path("appliesTo").path(kind).asString(),
                  each.path("yamlValue").asString(),
                  kind.equals("Namespace") ? "" : "spec: {podSelector: {}}"));
    }
    return files;
  }

  private static JsonNode gke() {
    return Json.file(FOLDER.resolve("gke.json"));
  }

  private static String annotated(
      String apiVersion, String kind, String name, String key, String value) {
    return Json.of(
            Map.of(
                "apiVersion",
                apiVersion,
                "kind",
                kind,
                "metadata",
                Map.of("name", name, "annotations", Map.of(key, value)),
                "spec",
                Map.of()))
        .toString();
  }

  /// Writes files into an empty folder.
  static Path write(String folder, Map<String, String> files) {
    Path path = Settings.folder("cases", folder);
    try (var old = Files.list(path)) {
      for (Path each : old.toList()) {
        Files.delete(each);
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        Files.writeString(path.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return path;
  }
}
