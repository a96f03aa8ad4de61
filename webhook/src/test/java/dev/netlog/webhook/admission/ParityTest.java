package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.input.Progress;
import dev.netlog.cli.lint.LintRequest;
import dev.netlog.cli.lint.LintResult;
import dev.netlog.cli.lint.LintService;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.io.files.FileBytes;
import dev.netlog.io.json.JsonWriter;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.model.Resource;
import dev.netlog.platform.CoverageRule;
import dev.netlog.rule.HarmDone;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// The webhook says of an object what `netlog lint` says of a file with nothing else in it.
class ParityTest {
  private static final Path RESOURCES = Path.of("..", "rule-engine", "src", "test", "resources");
  private static final RuleCatalog CATALOG = RuleCatalog.standard();

  /// They are about whole targets, and the linter's alone.
  private static final Set<String> COVERAGE =
      CATALOG.coverageRules().stream()
          .map(CoverageRule::info)
          .map(info -> info.id())
          .collect(Collectors.toSet());

  /// What the API server stores is not the webhook's to refuse.
  private static final Set<String> DONE_BY_THE_SERVER =
      CATALOG.infos().stream()
          .filter(info -> info.harm() == HarmDone.BY_THE_API_SERVER)
          .map(RuleInfo::id)
          .collect(Collectors.toSet());

  @TempDir Path folder;

  @Test
  void everyGoldenCaseGetsTheSameVerdictInTheSameWords() throws Exception {
    assertThat(compare(golden())).isGreaterThan(120);
  }

  /// Terminals obey it, or it cannot be seen: it is shown by its number everywhere.
  @Test
  void hostileCharactersGetTheSameWords() throws Exception {
    Map<String, JsonNode> objects = new TreeMap<>();
    Map<String, JsonNode> golden = golden();
    for (String hostile :
        List.of(
            "\0", "\u001b", "\u007f", "\u0085", "\u00a0", "\u200b", "\u202e", "\ufeff", "##[")) {
      String number = hostile.codePointAt(0) + "-";
      objects.put(number + "acl", Given.namespace("{\"deny\": \"al" + hostile + "ert\"}"));
      objects.put(number + "json", Given.namespace("{\"deny\": " + hostile + "\"alert\"}"));
      golden.forEach(
          (name, object) -> objects.put(number + name, HostileJson.with(hostile, object)));
    }
    assertThat(compare(objects)).isGreaterThan(1_000);
  }

  private static Map<String, JsonNode> golden() throws IOException {
    Map<String, JsonNode> objects = new TreeMap<>();
    try (Stream<Path> files = Files.walk(RESOURCES.resolve("golden"))) {
      for (Path file : files.filter(each -> each.endsWith("input.yaml")).toList()) {
        Manifest manifest =
            new ManifestReader(CATALOG).read(file.toString(), Files.readAllBytes(file));
        List<Resource> resources = manifest.resources();
        for (int i = 0; i < resources.size(); i++) {
          Path owner = Objects.requireNonNull(file.getParent());
          String name =
              Objects.requireNonNull(owner.getParent()).getFileName()
                  + "-"
                  + owner.getFileName()
                  + "-"
                  + i;
          objects.put(name, json(resources.get(i)));
        }
      }
    }
    return objects;
  }

  @Test
  void everyCaseOfTheAnnotationGetsTheSameVerdictOnEachKind() throws Exception {
    Map<String, JsonNode> objects = new TreeMap<>();
    JsonNode cases = Given.json(Files.readAllBytes(RESOURCES.resolve("cases/acl-logging.json")));
    for (JsonNode each : cases) {
      JsonNode annotation = each.path("annotation");
      if (annotation.isString()) {
        for (String kind :
            List.of("Namespace", "AdminNetworkPolicy", "BaselineAdminNetworkPolicy")) {
          JsonNode object =
              Given.json(
                  "{apiVersion:'"
                      + (kind.equals("Namespace") ? "v1" : "policy.networking.k8s.io/v1alpha1")
                      + "',kind:'"
                      + kind
                      + "',metadata:{name:'a',annotations:{}}}");
          ((ObjectNode) object.path("metadata").path("annotations")).set(Given.ACL, annotation);
          objects.put(each.path("id").asString() + "-" + kind, object);
        }
      }
    }
    assertThat(compare(objects)).isGreaterThan(150);
  }

  @Test
  void everyObjectOfGkeGetsTheSameVerdict() throws Exception {
    Map<String, JsonNode> objects = new TreeMap<>();
    Given.json(Files.readAllBytes(RESOURCES.resolve("cases/gke-objects.json")))
        .path("objects")
        .properties()
        .forEach(each -> objects.put(each.getKey(), each.getValue()));
    assertThat(compare(objects)).isGreaterThan(18);
  }

  /// How many objects were compared.
  private int compare(Map<String, JsonNode> objects) throws Exception {
    for (Map.Entry<String, JsonNode> each : objects.entrySet()) {
      Files.writeString(folder.resolve(each.getKey() + ".json"), each.getValue().toString());
    }
    int judged = 0;
    AdmissionHandler handler = Given.handler(Mode.ENFORCE);
    for (Map.Entry<String, JsonNode> each : objects.entrySet()) {
      List<LocatedFinding> findings = lint(each.getKey() + ".json");
      Outcome outcome = Given.validated(handler, Given.creation(each.getValue()));
      if (outcome.decision() == ReviewDecision.SKIPPED) {
        continue;
      }
      judged++;
      assertThat(outcome.decision()).as(each.getKey()).isNotEqualTo(ReviewDecision.MALFORMED);
      assertThat(denied(outcome))
          .as(each.getKey())
          .containsExactlyInAnyOrderElementsOf(errors(findings));
      assertThat(outcome.rules())
          .as(each.getKey())
          .containsExactlyInAnyOrderElementsOf(
              findings.stream().map(finding -> finding.rule().id()).distinct().toList());
    }
    return judged;
  }

  private static List<String> denied(Outcome outcome) {
    Answer.Status status = outcome.answer().status();
    List<String> messages = new ArrayList<>();
    if (status != null) {
      status.causes().forEach(cause -> messages.add(cause.message()));
      messages.removeLast();
    }
    return messages;
  }

  private static List<String> errors(List<LocatedFinding> findings) {
    return findings.stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .filter(finding -> finding.rule().harm() != HarmDone.BY_THE_CLIENT)
        .map(LocatedFinding::message)
        .toList();
  }

  private List<LocatedFinding> lint(String file) {
    LintResult result =
        new LintService(CATALOG)
            .lint(
                new LintRequest(
                    folder,
                    List.of(file),
                    Set.of(),
                    false,
                    1,
                    new FileBytes(10 << 20, InputStream.nullInputStream()),
                    Progress.NONE));
    assertThat(result.failures()).isEmpty();
    return result.report().findings().stream()
        .filter(finding -> !COVERAGE.contains(finding.rule().id()))
        .filter(finding -> !DONE_BY_THE_SERVER.contains(finding.rule().id()))
        .toList();
  }

  private static JsonNode json(Resource resource) throws IOException {
    StringBuilder text = new StringBuilder();
    new JsonWriter(text, JsonWriter.Layout.COMPACT).value(resource.content());
    return Given.json(text.toString());
  }
}
