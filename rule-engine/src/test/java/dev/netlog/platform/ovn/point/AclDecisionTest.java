package dev.netlog.platform.ovn.point;

import static dev.netlog.platform.ovn.point.AclPointSamples.OVN;
import static dev.netlog.platform.ovn.point.AclPointSamples.admin;
import static dev.netlog.platform.ovn.point.AclPointSamples.allow;
import static dev.netlog.platform.ovn.point.AclPointSamples.deny;
import static dev.netlog.platform.ovn.point.AclPointSamples.firewall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Patched;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Direction;
import dev.netlog.platform.AssumingInventory;
import dev.netlog.platform.Decision;
import dev.netlog.platform.Decision.Meaning;
import dev.netlog.platform.Decision.Remedy;
import dev.netlog.platform.Decision.Step;
import dev.netlog.platform.DecisionTexts;
import dev.netlog.platform.Point;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.ovn.Given;
import dev.netlog.platform.ovn.acl.AclAnnotation;
import dev.netlog.platform.text.Phrase;
import dev.netlog.rule.Place;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What decides about a point on OVN, and what would mend it.
class AclDecisionTest {
  private static final Point DENY = deny(Direction.INGRESS);
  private static final String START = "Namespace payments  k8s.ovn.org/acl-logging  ";

  private static Decision decide(Point point, Resource holder) {
    return OVN.decisionOf(point, Given.known(holder));
  }

  private static Step step(Point point, Resource holder) {
    Decision decision = decide(point, holder);
    assertThat(decision.steps()).hasSize(1);
    assertThat(decision.steps().getFirst().resource()).isEqualTo(holder);
    return decision.steps().getFirst();
  }

  private static Remedy remedy(Point point, Resource holder) {
    return Objects.requireNonNull(decide(point, holder).remedy(), "no remedy");
  }

  /// The annotation once the remedy is applied.
  private static String after(Point point, Resource holder) {
    Edit edit = Objects.requireNonNull(remedy(point, holder).edit(), "no edit");
    return Given.annotation(Given.resource(Patched.of(holder.content(), List.of(edit))));
  }

  private static Resource bare(String metadata) {
    return Given.object("{'apiVersion':'v1','kind':'Namespace','metadata':" + metadata + "}");
  }

  @Test
  void aSeverityIsShownAtItsPlaceAndNeedsNoRemedy() {
    String text = "{\"allow\": \"info\", \"Deny\": \"alert\"}";
    Resource namespace = Given.namespace(text);
    Step step = step(DENY, namespace);
    assertThat(DecisionTexts.of(step)).isEqualTo(START + "Deny=alert");
    assertThat(step.place())
        .isEqualTo(Place.text(AclAnnotation.POINTER, text.indexOf("\"alert"), text.length() - 1));
    assertThat(decide(DENY, namespace).remedy()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'name':'payments'}",
        "{'name':'payments','annotations':null}",
        "{'name':'payments','annotations':{}}",
        "{'name':'payments','annotations':{'k8s.ovn.org/acl-logging':null}}"
      })
  void anAbsentAnnotationIsWrittenWhole(String metadata) {
    Resource namespace = bare(metadata);
    Step step = step(DENY, namespace);
    assertThat(DecisionTexts.of(step)).isEqualTo(START + "absent");
    assertThat(step.meaning()).isEqualTo(Meaning.ABSENT);
    assertThat(step.place()).isEqualTo(Place.key(AclAnnotation.POINTER));
    for (Point point : List.of(DENY, allow(), firewall(Verdict.DENY))) {
      assertThat(after(point, namespace)).isEqualTo("{\"deny\": \"alert\", \"allow\": \"notice\"}");
    }
    assertThat(remedy(DENY, namespace).text().text())
        .isEqualTo(
            "annotate Namespace payments with k8s.ovn.org/acl-logging: '{\"deny\": \"alert\","
                + " \"allow\": \"notice\"}'");
    assertThat(remedy(DENY, namespace).line())
        .isEqualTo("k8s.ovn.org/acl-logging: '{\"deny\": \"alert\", \"allow\": \"notice\"}'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | {\"deny\": \"alert\", \"allow\": \"notice\"}",
        "{} | {\"deny\": \"alert\", \"allow\": \"notice\"}",
        "null | {\"deny\": \"alert\", \"allow\": \"notice\"}",
        "{\"allow\":\"info\"} | {\"allow\":\"info\", \"deny\": \"alert\"}",
        "{ \"Allow\" : \"info\" } | { \"Allow\" : \"info\", \"deny\": \"alert\" }",
        "{\"deny\":\"\"} | {\"deny\":\"alert\"}",
        "{\"DENY\" : null, \"x\":1} | {\"DENY\" : \"alert\", \"x\":1}",
        "{\"deny\":null,\"deny\":\"\",\"deny\":null} | {\"deny\":null,\"deny\":\"alert\",\"deny\":null}",
        "{\"allow\":\"loud\"} | {\"allow\":\"loud\", \"deny\": \"alert\"}",
        "{\"drop\":\"alert\"} | {\"drop\":\"alert\", \"deny\": \"alert\"}",
      })
  void whatIsMissingIsAddedAndTheRestIsLeftAlone(String text, String after) {
    assertThat(after(DENY, Given.namespace(text))).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"deny\":\"Alert\"} | {\"deny\":\"alert\"}",
        "{\"deny\":\"warn\",\"allow\":\"loud\"} | {\"deny\":\"warning\",\"allow\":\"loud\"}",
        "{\"allow\":\"Info\",\"deny\":\"Alert\"} | {\"allow\":\"Info\",\"deny\":\"alert\"}",
        "{'deny': 'alert',} | {\"deny\": \"alert\"}",
        "{'allow': 'info'} | {\"allow\": \"info\", \"deny\": \"alert\"}",
        "\"{\\\"deny\\\":\\\"info\\\"}\" | {\"deny\":\"info\"}",
        "{\"deny\":\"info\",\"allow\":false} | {\"deny\":\"info\",\"allow\":\"\"}",
      })
  void aMistakeIsMendedAsItsRuleWould(String text, String after) {
    assertThat(after(DENY, Given.namespace(text))).isEqualTo(after);
    assertThat(remedy(DENY, Given.namespace(text)).text().text())
        .contains("acl-logging of Namespace");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "deny=alert | write the value as a JSON object",
        "{'deny': 'Alert'} | write the value as a JSON object",
        "[] | write the value as an object of severities",
        "{\"deny\":1} | give a severity as a string",
        "{\"deny\":\"verbose\"} | use one of the five severities",
        "{\"deny\":\"off\"} | use one of the five severities",
      })
  void whatNoRuleCanMendIsLeftToAPerson(String text, String how) {
    Resource namespace = Given.namespace(text);
    Remedy remedy = remedy(DENY, namespace);
    assertThat(remedy.edit()).isNull();
    assertThat(remedy.resource()).isEqualTo(namespace);
    assertThat(remedy.text().text())
        .isEqualTo("fix k8s.ovn.org/acl-logging of Namespace payments: " + how);
  }

  @Test
  void anAdminPolicyIsMendedInAllItsMembers() {
    Resource policy = Given.admin("{\"allow\":\"Info\",\"pass\":\"Debug\"}");
    assertThat(after(admin(policy, Verdict.DENY), policy))
        .isEqualTo("{\"allow\":\"info\",\"pass\":\"debug\", \"deny\": \"alert\"}");
    Resource pass = Given.admin("");
    assertThat(after(admin(pass, Verdict.PASS), pass))
        .isEqualTo("{\"deny\": \"alert\", \"allow\": \"notice\", \"pass\": \"notice\"}");
    Resource loud = Given.baseline("{\"deny\":\"alert\",\"pass\":\"very loud\"}");
    assertThat(remedy(admin(loud, Verdict.DENY), loud).edit()).isNull();
    assertThat(DecisionTexts.of(step(admin(loud, Verdict.DENY), loud)))
        .isEqualTo(
            "BaselineAdminNetworkPolicy default  k8s.ovn.org/acl-logging  pass is \"very loud\","
                + " which is no severity, so OVN-Kubernetes does not program the policy");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "`` | no deny",
        "{\"allow\":\"info\",\"deny\":null} | no deny",
        "{\"deny\":\"\"} | deny is off",
        "{\"deny\":\"inof\"} | deny is \"inof\", which is no severity",
        "{\"deny\":\"alert\",\"allow\":true} | allow is a boolean and no string",
        "[] | an array and no object",
      })
  void theStepSaysWhatStandsThere(String text, String shown) {
    assertThat(DecisionTexts.of(step(DENY, Given.namespace(text)))).isEqualTo(START + shown);
  }

  @Test
  void whatIsNoJsonOrNoStringIsShown() {
    Step broken = step(DENY, Given.namespace("{\"deny\": alert}"));
    assertThat(DecisionTexts.of(broken)).startsWith(START + "not JSON: ");
    assertThat(Objects.requireNonNull(broken.place()).range()).isNotNull();
    Resource mapping =
        bare("{'name':'payments','annotations':{'k8s.ovn.org/acl-logging':{'deny':'alert'}}}");
    assertThat(DecisionTexts.of(step(DENY, mapping)))
        .isEqualTo(START + "a value of type object, which is refused");
    assertThat(remedy(DENY, mapping).text().text()).endsWith(": write the value as a string");
    assertThat(remedy(DENY, mapping).edit()).isNull();
  }

  @Test
  void aNamespaceThatIsNotInTheInputCanBeAnnotatedElsewhere() {
    Decision decision = OVN.decisionOf(DENY, Given.NOTHING_KNOWN);
    assertThat(decision.steps())
        .containsExactly(
            Step.of(
                Meaning.NOT_IN_INPUT,
                null,
                Phrase.ofNamespace("Namespace ", "payments").with(" is not in the input")));
    Remedy remedy = Objects.requireNonNull(decision.remedy());
    assertThat(remedy.resource()).isNull();
    assertThat(remedy.edit()).isNull();
    assertThat(remedy.line())
        .isEqualTo("k8s.ovn.org/acl-logging: '{\"deny\": \"alert\", \"allow\": \"notice\"}'");
    Decision assumed =
        OVN.decisionOf(DENY, AssumingInventory.of(Map.of("namespaces", "unannotated")));
    assertThat(DecisionTexts.of(assumed.steps().getFirst()))
        .endsWith(", and assumed to be unannotated");
  }

  @Test
  void annotationsThatAreNoObjectAreLeftToAPerson() {
    Resource odd = bare("{'name':'payments','annotations':['a']}");
    assertThat(remedy(DENY, odd).edit()).isNull();
    assertThat(remedy(DENY, odd).resource()).isEqualTo(odd);
    assertThat(new Value.Text(remedy(DENY, odd).line()).value()).contains("deny");
  }

  @Test
  void aValueOfThousandsOfMistakesIsLeftToAPerson() {
    String text = "{" + "\"deny\":false,".repeat(5_000) + "\"deny\":false}";
    assertThat(remedy(DENY, Given.namespace(text)).edit()).isNull();
  }
}
