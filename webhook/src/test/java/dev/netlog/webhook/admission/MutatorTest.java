package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.points.CoverageEngine;
import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.fix.JsonPatch;
import dev.netlog.inventory.Assumptions;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Selector;
import dev.netlog.platform.Platform;
import dev.netlog.run.CoverageRuleEngine;
import dev.netlog.run.Finding;
import dev.netlog.run.Severities;
import dev.netlog.settings.Injection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class MutatorTest {
  private static final JsonNode NAMESPACE =
      Given.json("{apiVersion:'v1',kind:'Namespace',metadata:{name:'shop',labels:{team:'a'}}}");

  private static final JsonNode POLICY =
      Given.json(
          "{apiVersion:'networking.k8s.io/v1',kind:'NetworkPolicy',metadata:{name:'p',namespace:'shop'},"
              + "spec:{podSelector:{},policyTypes:['Ingress'],ingress:[{from:[{podSelector:{}}]}]}}");

  @Test
  void aNamespaceGetsTheSeveritiesAndTheKeyOfGke() throws BadReviewException {
    assertThat(patch(Given.EVERYTHING, NAMESPACE))
        .isEqualTo(
            "[{op=add, path=/metadata/annotations,"
                + " value={policy.network.gke.io/enable-deny-logging=true}}, {op=add,"
                + " path=/metadata/annotations/k8s.ovn.org~1acl-logging, value={\"deny\":"
                + " \"alert\", \"allow\": \"notice\"}}]");
  }

  @Test
  void aPolicyGetsTheKeyOfGke() throws BadReviewException {
    assertThat(patch(Given.EVERYTHING, POLICY))
        .isEqualTo(
            "[{op=add, path=/metadata/annotations,"
                + " value={policy.network.gke.io/enable-logging=true}}]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{annotations:{}}| add /metadata/annotations/k8s.ovn.org~1acl-logging",
        "{annotations:{'a/b':'c'}}| add /metadata/annotations/k8s.ovn.org~1acl-logging",
        "{annotations:null}| replace /metadata/annotations",
        "{}| add /metadata/annotations",
        "null| replace /metadata",
      })
  void noMoreIsAddedThanIsMissing(String metadata, String operation) throws BadReviewException {
    JsonNode namespace = Given.json("{apiVersion:'v1',kind:'Namespace',metadata:" + metadata + "}");
    Injection severities =
        new Injection(Map.of("ovn", Map.of("deny", "info")), Selector.everything());
    Value first =
        Objects.requireNonNull(outcome(severities, namespace).answer().patch()).items().getFirst();
    assertThat(first.textAt(JsonPointer.of("op")) + " " + first.textAt(JsonPointer.of("path")))
        .isEqualTo(operation);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{annotations:{'k8s.ovn.org/acl-logging':'{','policy.network.gke.io/enable-deny-logging':'no'}}",
        "{annotations:{'k8s.ovn.org/acl-logging':'','policy.network.gke.io/enable-deny-logging':''}}",
        "{annotations:{'k8s.ovn.org/acl-logging':null,'policy.network.gke.io/enable-deny-logging':null}}",
        "{annotations:{'k8s.ovn.org/acl-logging':{},'policy.network.gke.io/enable-deny-logging':7}}",
        "{annotations:'text'}",
        "[]",
        "{deletionTimestamp:'2026-01-01T00:00:00Z'}",
      })
  void noValueOfAUserAndNothingThatIsBeingDeletedIsTouched(String metadata)
      throws BadReviewException {
    JsonNode namespace = Given.json("{apiVersion:'v1',kind:'Namespace',metadata:" + metadata + "}");
    assertThat(outcome(Given.EVERYTHING, namespace).answer()).isEqualTo(Answer.allow("u-1"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UPDATE", "DELETE", "CONNECT"})
  void onlyWhatIsCreatedIsChanged(String operation) throws BadReviewException {
    JsonNode review = Given.review(operation, NAMESPACE, NAMESPACE);
    assertThat(Given.mutated(Given.injecting(Given.EVERYTHING), review).answer())
        .isEqualTo(Answer.allow("u-1"));
  }

  @Test
  void nothingIsAddedThatWasNotAskedFor() throws BadReviewException {
    assertThat(outcome(Injection.NONE, NAMESPACE).decision()).isEqualTo(ReviewDecision.SKIPPED);
    Injection policies =
        new Injection(Map.of("gke", Map.of("policies", "true")), Selector.everything());
    assertThat(outcome(policies, NAMESPACE).answer().patch()).isNull();
    assertThat(outcome(policies, POLICY).answer().patch()).isNotNull();
  }

  @Test
  void aNamespaceIsSelectedByItsOwnLabels() throws BadReviewException {
    assertThat(outcome(Given.selecting("team: a"), NAMESPACE).decision())
        .isEqualTo(ReviewDecision.PATCHED);
    assertThat(outcome(Given.selecting("team: b"), NAMESPACE).decision())
        .isEqualTo(ReviewDecision.SKIPPED);
    assertThat(outcome(Given.selecting("kubernetes.io/metadata.name: shop"), NAMESPACE).decision())
        .isEqualTo(ReviewDecision.PATCHED);
    JsonNode odd =
        Given.json("{apiVersion:'v1',kind:'Namespace',metadata:{name:'shop',labels:{team:['a']}}}");
    assertThat(outcome(Given.selecting("team: a"), odd).decision())
        .isEqualTo(ReviewDecision.SKIPPED);
  }

  @Test
  void aPolicyIsSelectedByItsNamespaceWhereThatIsKnown() throws BadReviewException {
    Injection injection = Given.selecting("team: a");
    assertThat(outcome(injection, POLICY).decision()).isEqualTo(ReviewDecision.SKIPPED);
    Inventory cluster = ManifestInventory.of(List.of(Given.resource(NAMESPACE)), Set.of());
    AdmissionHandler handler =
        new AdmissionHandler(
            RuleCatalog.standard(),
            Given.settings(Severities.STANDARD, Set.of(), injection),
            Mode.ENFORCE,
            () -> cluster);
    assertThat(Given.mutated(handler, Given.creation(POLICY)).decision())
        .isEqualTo(ReviewDecision.PATCHED);
  }

  @Test
  void thePatchesAreWhatTheLintersFixesWrite() throws BadReviewException {
    JsonNode logging =
        Given.json(
            "{apiVersion:'networking.gke.io/v1alpha1',kind:'NetworkLogging',metadata:{name:'default'},"
                + "spec:{cluster:{allow:{log:true,delegate:true},deny:{log:true,delegate:true}}}}");
    List<Edit> edits = new ArrayList<>();
    for (JsonNode each : List.of(NAMESPACE, POLICY)) {
      edits.clear();
      for (Platform platform : RuleCatalog.standard().platforms()) {
        findings(
                platform,
                List.of(Given.resource(NAMESPACE), Given.resource(POLICY), Given.resource(logging)))
            .filter(finding -> finding.subject().id().equals(Given.resource(each).id()))
            .map(finding -> Objects.requireNonNull(finding.violation().fix()))
            .map(Fix::edits)
            .forEach(edits::addAll);
      }
      assertThat(edits).isNotEmpty();
      assertThat(outcome(Given.EVERYTHING, each).answer().patch())
          .isEqualTo(JsonPatch.of(Given.resource(each).content(), edits));
    }
  }

  private static Stream<Finding> findings(Platform platform, List<Resource> resources) {
    TargetInput target = TargetInput.agreed(platform, resources, Assumptions.NONE, true);
    Coverage coverage = CoverageEngine.ipv4().evaluate(target, CoverageEngine.SEQUENTIAL);
    return CoverageRuleEngine.forLint(RuleCatalog.standard().coverageRules(), Severities.STANDARD)
        .check(
            coverage,
            failure -> {
              throw failure.cause();
            })
        .stream()
        .map(CoverageRuleEngine.Result::finding)
        .filter(Objects::nonNull);
  }

  private static Outcome outcome(Injection injection, JsonNode object) throws BadReviewException {
    return Given.mutated(Given.injecting(injection), Given.creation(object));
  }

  private static String patch(Injection injection, JsonNode object) throws BadReviewException {
    return shown(Objects.requireNonNull(outcome(injection, object).answer().patch()));
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Sequence(List<Value> items) ->
          items.stream().map(MutatorTest::shown).toList() + "";
      case Value.Mapping(Map<String, Value> members) -> {
        List<String> shown = new ArrayList<>();
        members.forEach((name, member) -> shown.add(name + "=" + shown(member)));
        yield "{" + String.join(", ", shown) + "}";
      }
      case Value.Null _, Value.Bool _, Value.Numeral _ -> value.toString();
    };
  }
}
