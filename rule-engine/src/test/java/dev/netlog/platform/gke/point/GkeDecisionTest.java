package dev.netlog.platform.gke.point;

import static dev.netlog.platform.gke.point.PointSamples.DELEGATED;
import static dev.netlog.platform.gke.point.PointSamples.OFF;
import static dev.netlog.platform.gke.point.PointSamples.ON;
import static dev.netlog.platform.gke.point.PointSamples.allow;
import static dev.netlog.platform.gke.point.PointSamples.deny;
import static dev.netlog.platform.gke.point.PointSamples.logging;
import static dev.netlog.platform.gke.point.PointSamples.namespace;
import static dev.netlog.platform.gke.point.PointSamples.onWindows;
import static dev.netlog.platform.gke.point.PointSamples.policy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Edit;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.AssumingInventory;
import dev.netlog.platform.Decision;
import dev.netlog.platform.Decision.Meaning;
import dev.netlog.platform.Decision.Remedy;
import dev.netlog.platform.DecisionTexts;
import dev.netlog.platform.LetterPolicies;
import dev.netlog.platform.Point;
import dev.netlog.platform.gke.GkePlatform;
import dev.netlog.platform.gke.Json;
import dev.netlog.platform.gke.Samples;
import dev.netlog.platform.text.Phrase;
import dev.netlog.rule.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// The records of points on GKE, and the settings that decide about them.
final class GkeDecisionTest {
  private static final GkePlatform GKE = new GkePlatform();
  private static final Resource BOTH = logging(DELEGATED, DELEGATED);
  private static final Resource BARE = policy("p2", "");
  private static final Resource ONE = policy("p1", "'true'");
  private static final Resource THREE = policy("p3", "'true'");
  private static final Resource FOUR = policy("p4", "");

  private static String record(Point point, Resource... objects) {
    Map<String, Value> members =
        GKE.recordOf(point, AssumingInventory.of(Map.of(), objects)).members();
    return Json.node(new Value.Mapping(members)).toString();
  }

  private static Decision decide(Point point, Resource... objects) {
    return GKE.decisionOf(point, AssumingInventory.of(Map.of(), objects));
  }

  private static List<String> texts(Decision decision) {
    return decision.steps().stream().map(DecisionTexts::of).toList();
  }

  private static Remedy remedy(Decision decision) {
    return Objects.requireNonNull(decision.remedy(), "no remedy");
  }

  @Test
  void inModeAllEveryPolicyThatMatchesIsListed() {
    LetterPolicies applied =
        new LetterPolicies().with(THREE, "bc").with(BARE, "ab").with(ONE, "x").with(FOUR, "a");
    assertThat(record(allow(BARE, applied), logging(ON, OFF)))
        .isEqualTo(
            "{\"disposition\":\"allow\",\"policies\":[\"edge/p2\",\"edge/p3\",\"edge/p4\"]}");
  }

  @Test
  void whereDelegatedOnlyAnnotatedPoliciesAreListed() {
    LetterPolicies applied =
        new LetterPolicies().with(THREE, "b").with(BARE, "ab").with(ONE, "ac").with(FOUR, "a");
    assertThat(record(allow(BARE, applied), BOTH))
        .isEqualTo("{\"disposition\":\"allow\",\"policies\":[\"edge/p1\",\"edge/p3\"]}");
    assertThat(record(allow(ONE, applied), BOTH))
        .isEqualTo("{\"disposition\":\"allow\",\"policies\":[\"edge/p1\"]}");
  }

  @Test
  void aDenialNamesNoPolicy() {
    assertThat(record(deny(), BOTH, namespace("'true'"))).isEqualTo("{\"disposition\":\"deny\"}");
  }

  @Test
  void aBareNamespaceIsTheSecondStepAndTheRemedy() {
    Resource bare = namespace("");
    Decision decision = decide(deny(), BOTH, bare);
    assertThat(texts(decision))
        .containsExactly(
            "NetworkLogging default  spec.cluster.deny  log=true delegate=true",
            "delegated to the pod namespace's annotation  absent on Namespace edge");
    assertThat(decision.steps().getFirst().resource()).isEqualTo(BOTH);
    assertThat(decision.steps().getFirst().place())
        .isEqualTo(Place.key(JsonPointer.of("spec", "cluster", "deny")));
    JsonPointer pointer = Resource.annotationPointer(Samples.DENY);
    assertThat(decision.steps().getLast().resource()).isEqualTo(bare);
    assertThat(decision.steps().getLast().place()).isEqualTo(Place.key(pointer));
    assertThat(decision.remedy())
        .isEqualTo(
            new Remedy(
                bare,
                new Edit.Set(pointer, new Value.Text("true")),
                Phrase.ofNamespace("annotate Namespace ", "edge")
                    .with(" with ")
                    .with(new Phrase.Yaml("policy.network.gke.io/enable-deny-logging: \"true\"")),
                "policy.network.gke.io/enable-deny-logging: \"true\""));
  }

  @Test
  void aNamespaceThatIsNotInTheInputCanBeAnnotatedElsewhere() {
    Decision decision = decide(deny(), BOTH);
    assertThat(texts(decision).getLast())
        .isEqualTo(
            "delegated to the pod namespace's annotation  Namespace edge is not in the input");
    assertThat(decision.steps().getLast().meaning()).isEqualTo(Meaning.NOT_IN_INPUT);
    assertThat(decision.steps().getLast().resource()).isNull();
    assertThat(remedy(decision).resource()).isNull();
    assertThat(remedy(decision).edit()).isNull();
    assertThat(remedy(decision).line()).endsWith("enable-deny-logging: \"true\"");
    Decision assumed =
        GKE.decisionOf(deny(), AssumingInventory.of(Map.of("namespaces", "unannotated"), BOTH));
    assertThat(texts(assumed).getLast())
        .endsWith("Namespace edge is not in the input, and assumed to be unannotated");
  }

  @Test
  void aPolicyIsAnnotatedItself() {
    Decision decision = decide(allow(BARE), BOTH);
    assertThat(texts(decision))
        .containsExactly(
            "NetworkLogging default  spec.cluster.allow  log=true delegate=true",
            "delegated to the policy's annotation  absent on NetworkPolicy edge/p2");
    assertThat(remedy(decision).resource()).isEqualTo(BARE);
    assertThat(remedy(decision).text().text())
        .isEqualTo(
            "annotate NetworkPolicy edge/p2 with policy.network.gke.io/enable-logging: \"true\"");
  }

  @Test
  void aWrongValueIsShownAtItsPlace() {
    Decision text = decide(allow(policy("p", "'True'")), BOTH);
    assertThat(texts(text).getLast())
        .isEqualTo(
            "delegated to the policy's annotation  \"True\", which is neither \"true\" nor"
                + " \"false\", on NetworkPolicy edge/p");
    assertThat(text.steps().getLast().place())
        .isEqualTo(Place.value(Resource.annotationPointer(Samples.ALLOW)));
    assertThat(texts(decide(allow(policy("p", "true")), BOTH)).getLast())
        .contains("  a value of type boolean, which is refused, on NetworkPolicy edge/p");
    assertThat(texts(decide(allow(policy("p", "'false'")), BOTH)).getLast())
        .contains("  \"false\" on NetworkPolicy edge/p");
  }

  @Test
  void whatOthersCoverIsTheLastStep() {
    LetterPolicies applied =
        new LetterPolicies().with(BARE, "ab").with(ONE, "a").with(THREE, "b").with(FOUR, "ab");
    Decision covered = decide(allow(BARE, applied), BOTH);
    assertThat(texts(covered).getLast())
        .isEqualTo("all of it is allowed by annotated policies too  edge/p1, edge/p3");
    assertThat(covered.steps().getLast().resource()).isEqualTo(ONE);
    assertThat(covered.remedy()).isNull();
    LetterPolicies half = new LetterPolicies().with(BARE, "ab").with(ONE, "a").with(THREE, "x");
    Decision partial = decide(allow(BARE, half), BOTH);
    assertThat(texts(partial).getLast())
        .isEqualTo("part of it is allowed by annotated policies too  edge/p1");
    assertThat(remedy(partial).resource()).isEqualTo(BARE);
    LetterPolicies maybe = new LetterPolicies().with(BARE, "ab").withPossible(ONE, "ab");
    assertThat(texts(decide(allow(BARE, maybe), BOTH)).getLast())
        .isEqualTo(
            "all of it is allowed by annotated policies too if a generated label selects them"
                + "  edge/p1");
  }

  @Test
  void manyPoliciesAreNotAllNamed() {
    LetterPolicies applied = new LetterPolicies().with(BARE, "a");
    for (int i = 10; i < 20; i++) {
      applied.with(policy("q" + i, "'true'"), "a");
    }
    assertThat(texts(decide(allow(BARE, applied), BOTH)).getLast())
        .endsWith("  edge/q10, edge/q11, edge/q12 and 7 more");
  }

  @Test
  void whereAHalfIsOffItsLogIsSet() {
    Resource off = logging(ON, "null");
    Decision decision = decide(deny(), off, namespace("'true'"));
    assertThat(texts(decision))
        .containsExactly("NetworkLogging default  spec.cluster.deny  log=false delegate=false");
    assertThat(remedy(decision))
        .isEqualTo(
            new Remedy(
                off,
                new Edit.Set(
                    JsonPointer.of("spec", "cluster", "deny", "log"), new Value.Bool(true)),
                Phrase.of("set spec.cluster.deny.log to true in NetworkLogging default"),
                "log: true"));
    Decision none = GKE.decisionOf(deny(), AssumingInventory.complete(Map.of()));
    assertThat(texts(none))
        .containsExactly(
            "NetworkLogging default  not in the input, which is declared complete "
                + " spec.cluster.deny is off");
    assertThat(remedy(none).edit()).isNull();
    assertThat(remedy(none).line()).isEqualTo("spec: {cluster: {deny: {log: true}}}");
    Decision assumed =
        GKE.decisionOf(deny(), AssumingInventory.of(Map.of("networkLogging", "disabled")));
    assertThat(texts(assumed))
        .containsExactly("NetworkLogging default  not in the input  assumed to be disabled");
    assertThat(remedy(assumed).text().text()).startsWith("write a NetworkLogging default with");
  }

  @Test
  void whatNobodyKnowsHasNoRemedy() {
    Decision decision = decide(deny());
    assertThat(texts(decision)).containsExactly("NetworkLogging default  not in the input");
    assertThat(decision.remedy()).isNull();
    Decision windows = decide(onWindows(deny()), logging(ON, ON));
    assertThat(texts(windows))
        .containsExactly("pinned to Windows nodes  GKE logs no verdicts of policies there");
    assertThat(windows.remedy()).isNull();
  }

  @Test
  void aRejectedObjectIsShownAtItsFault() {
    Decision decision = decide(allow(BARE), logging(ON, "{delegate:true}"));
    assertThat(texts(decision))
        .containsExactly(
            "NetworkLogging default  invalid  spec.cluster.deny has delegate=true and not log=true");
    assertThat(decision.steps().getFirst().place())
        .isEqualTo(Place.value(JsonPointer.of("spec", "cluster", "deny", "delegate")));
    assertThat(decision.remedy()).isNull();
    assertThat(texts(decide(allow(BARE), logging("{delegate:true}", "{log:1}"))).getFirst())
        .startsWith("NetworkLogging default  invalid  \"spec.cluster.deny.log\" is the number 1");
    Resource later =
        Json.resource(
            "{apiVersion:'networking.gke.io/v1',kind:'NetworkLogging',metadata:{name:'default'}}");
    assertThat(texts(decide(allow(BARE), later)).getFirst())
        .isEqualTo(
            "NetworkLogging default  invalid  no API has a NetworkLogging under"
                + " \"networking.gke.io/v1\"");
  }

  @Test
  void aLoggedPointNeedsNoRemedy() {
    assertThat(decide(allow(ONE), BOTH).remedy()).isNull();
    assertThat(texts(decide(allow(ONE), BOTH)).getLast()).contains("  \"true\" on NetworkPolicy");
    assertThat(decide(deny(), logging(OFF, ON)).remedy()).isNull();
  }

  @Test
  void annotationsThatAreNoObjectAreLeftToAPerson() {
    Resource odd =
        Json.resource(
            "{apiVersion:'networking.k8s.io/v1',kind:'NetworkPolicy',metadata:{name:'p',annotations:['a']}}");
    Remedy remedy = remedy(decide(allow(odd), BOTH));
    assertThat(remedy.edit()).isNull();
    assertThat(remedy.resource()).isEqualTo(odd);
  }
}
