package dev.netlog.platform.ovn.acl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Safety;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.ovn.Given;
import dev.netlog.platform.ovn.OvnPlatform;
import dev.netlog.rule.Place;
import dev.netlog.rule.Rule;
import dev.netlog.rule.Violation;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules about the value of the annotation.
class AnnotationRulesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"deny\":\"alert\",}|}|delete the comma before it",
        "{'deny':'alert'}|'|straight double quotes",
        "{\"deny\":alert}|alert|put it in double quotes",
        "{deny:\"alert\"}|deny|put it in double quotes",
        "{\"deny\":\"alert\"} x|x|delete what follows",
        "{\"deny\":\"alert\"// no|/|no comments",
        "{\"deny\":\"alert|\"alert|close it with a double quote",
        "{\"deny\":-}|}|a digit",
        "{\"deny\":\"al\\xrt\"}|\\x|unknown to JSON",
        "{\"deny\":\"\\u12\"}|\\u12|four hex digits",
        "{\"deny\"}|}|\":\" is expected",
        "{\"deny\":\"alert\" \"allow\":\"notice\"}|\"|put a comma before it",
        "{\"deny\":{\"a\":1 \"b\" : 2}}|\"|put a comma before it",
        "{\"deny\":\"alert\"\"}|\"|write {\"deny\": \"alert\"}",
        "{\"deny\":\"alert\" \"allow\"}|\"|write {\"deny\": \"alert\"}",
        "{\"deny\":\"alert\"|\"|the text ends",
        "\u00a0{}|\u00a0|U+00A0",
      })
  void aSyntaxErrorIsShownAtItsCharacters(String text, String token, String words) {
    Violation violation = only(new InvalidJson(), Given.namespace(text));
    assertThat(covered(violation, text)).isEqualTo(token);
    assertThat(violation.message()).contains(words);
    assertThat(Given.findings(Given.namespace(text))).containsExactly("ovn-invalid-json");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"deny\":\"alert\",}|{\"deny\":\"alert\"}",
        "{'deny':'alert'}|{\"deny\":\"alert\"}",
        "{\"deny\":\"alert\"};|{\"deny\":\"alert\"}",
        "'{\"deny\":\"alert\"}'|{\"deny\":\"alert\"}",
        "\u00a0{\"deny\":\"alert\",}|{\"deny\":\"alert\"}",
        "{\u201cdeny\u201d:\u201calert\u201d}|{\"deny\":\"alert\"}",
        "{\"deny\":\"alert\" \"pass\":\"info\"}|{\"deny\":\"alert\", \"pass\":\"info\"}",
        "{\"deny\":\"alert\"\"pass\":\"info\"}|{\"deny\":\"alert\",\"pass\":\"info\"}",
        "{'deny':'alert' 'pass':'info',}|{\"deny\":\"alert\", \"pass\":\"info\"}",
        "{\"allow\":\"info\" \"deny\":\"alert\" \"pass\":\"\"}|"
            + "{\"allow\":\"info\", \"deny\":\"alert\", \"pass\":\"\"}",
      })
  void slipsAroundGoodJsonAreMended(String text, String mended) {
    Resource fixed = Given.fixed(new InvalidJson(), Given.admin(text), Safety.SAFE);
    assertThat(Given.annotation(fixed)).isEqualTo(mended);
    assertThat(Given.findings(fixed)).isEmpty();
  }

  @Test
  void aMissingCommaIsPutWhereTheValueEnds() {
    String text = "{\n  \"deny\": \"alert\"\n  \"allow\": \"notice\"\n}\n";
    Resource fixed = Given.fixed(new InvalidJson(), Given.namespace(text), Safety.SAFE);
    assertThat(Given.annotation(fixed))
        .isEqualTo("{\n  \"deny\": \"alert\",\n  \"allow\": \"notice\"\n}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "deny: alert",
        "{\"deny\":\"alert\"\"}",
        "{\"deny\":\"alert\" \"allow\"}",
        "{\"deny\":\"alert\" \"note\":\"x\"}",
        "{\"deny\":1 \"allow\":\"info\"}",
        "{\"deny\":{\"allow\":\"info\" \"pass\":\"info\"}}",
        "{\"deny\":\"alert \"allow\":\"notice\"}",
        "{\"deny\" \"alert\" \"allow\":\"notice\"}",
      })
  void whatIsNotSureToBeMeantIsLeftToAPerson(String text) {
    assertThat(only(new InvalidJson(), Given.namespace(text)).fix())
        .isNotNull()
        .satisfies(fix -> assertThat(fix.safety()).isEqualTo(Safety.MANUAL));
  }

  @Test
  void anErrorOnAnAdminPolicyCostsAllItsRules() {
    Resource policy =
        Given.object(
            "{'apiVersion':'policy.networking.k8s.io/v1alpha1','kind':'AdminNetworkPolicy',"
                + "'metadata':{'name':'tenants',"
                + "'annotations':{'k8s.ovn.org/acl-logging':'{\\'pass\\':\\'loud\\'}'}},"
                + "'spec':{'ingress':[{},{}],'egress':[{}]}}");
    assertThat(only(new UnknownSeverity(), policy).effect())
        .isEqualTo("AdminNetworkPolicy tenants is not programmed: none of its 3 rules is enforced");
  }

  @Test
  void anErrorOnANamespaceCostsTheLogsOfItsPolicies() {
    Inventory inventory =
        Given.known(
            Given.policy("payments", "a", 1, 0),
            Given.policy("payments", "a", 2, 0),
            Given.policy("payments", "b", 0, 0),
            Given.policy("other", "c", 0, 0),
            Given.multi("payments", "b", "[]"),
            Given.firewall("payments", "[]"));
    Resource namespace = Given.namespace("{\"deny\":\"inof\"}");
    assertThat(new UnknownSeverity().check(namespace, inventory).getFirst().effect())
        .isEqualTo("4 policies in payments lose their deny log");
    assertThat(only(new UnknownSeverity(), namespace).effect())
        .isEqualTo("deny verdicts in namespace payments leave no record");
  }

  @Test
  void aWrongTypeIsShownAtTheValueOfItsMember() {
    String text = "{\"allow\":\"loud\",\"deny\": [\"alert\"]}";
    Violation violation = only(new WrongType(), Given.namespace(text));
    assertThat(covered(violation, text)).isEqualTo("[\"alert\"]");
    assertThat(violation.member()).isEqualTo(JsonPointer.of("deny"));
    assertThat(violation.message()).startsWith("the value of \"deny\" is an array, but OVN reads");
  }

  @Test
  void anObjectInsideAStringIsUnwrapped() {
    Resource fixed =
        Given.fixed(new WrongType(), Given.admin("\"{\\\"deny\\\":\\\"alert\\\"}\""), Safety.SAFE);
    assertThat(Given.annotation(fixed)).isEqualTo("{\"deny\":\"alert\"}");
    assertThat(Given.findings(fixed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "null", " {} ", "{\"deny\":null}", "{\"deny\":\"\"}"})
  void switchingOffIsNoMistake(String text) {
    assertThat(Given.findings(Given.admin(text))).isEmpty();
    assertThat(Given.findings(Given.namespace(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {"Alert,alert", "alert ,alert", "NOTICE,notice"},
      ignoreLeadingAndTrailingWhitespace = false)
  void caseAndBlanksOfASeverityAreMendedSafely(String written, String severity) {
    Resource subject = Given.namespace("{ \"deny\" : \"" + written + "\" }");
    Resource fixed = Given.fixed(new UnknownSeverity(), subject, Safety.SAFE);
    assertThat(Given.annotation(fixed)).isEqualTo("{ \"deny\" : \"" + severity + "\" }");
    assertThat(Given.findings(fixed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"inof,info", "warn,warning", "off,''", "dbg,debug"})
  void aSeverityThatIsGuessedIsNotMendedSafely(String written, String severity) {
    Resource subject = Given.admin("{\"pass\":\"" + written + "\"}");
    Resource fixed = Given.fixed(new UnknownSeverity(), subject, Safety.UNSAFE);
    assertThat(Given.annotation(fixed)).isEqualTo("{\"pass\":\"" + severity + "\"}");
    assertThat(Given.findings(fixed)).isEmpty();
  }

  @Test
  void theMessageNamesTheSeveritiesOrTheOneThatWasMeant() {
    assertThat(only(new UnknownSeverity(), Given.namespace("{\"deny\":\"loud\"}")).message())
        .isEqualTo(
            "severity \"loud\" is unknown to OVN, which then logs nothing for \"deny\"; use alert,"
                + " warning, notice, info or debug");
    assertThat(only(new UnknownSeverity(), Given.namespace("{\"deny\":\"inof\"}")).message())
        .endsWith("; use alert, warning, notice, info or debug (did you mean \"info\"?)");
  }

  @Test
  void onlyTheLastSeverityOfAMemberCounts() {
    assertThat(Given.findings(Given.admin("{\"deny\":\"loud\",\"deny\":\"alert\"}")))
        .containsExactly("ovn-duplicate-key");
    assertThat(Given.findings(Given.admin("{\"deny\":\"alert\",\"deny\":\"loud\"}")))
        .containsExactly("ovn-unknown-severity", "ovn-duplicate-key");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {"deny ,deny,SAFE", "Deny:,deny,SAFE", "alow,allow,UNSAFE", "drop,deny,UNSAFE"},
      ignoreLeadingAndTrailingWhitespace = false)
  void aMemberThatIsNearlyKnownIsRenamed(String key, String meant, Safety safety) {
    Resource subject = Given.namespace("{\"" + key + "\": \"alert\"}");
    Resource fixed = Given.fixed(new UnknownKey(), subject, safety);
    assertThat(Given.annotation(fixed)).isEqualTo("{\"" + meant + "\": \"alert\"}");
    assertThat(Given.findings(fixed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"alow\":\"info\",\"allow\":\"info\"}",
        "{\"alow\":\"loud\"}",
        "{\"alow\":1}",
        "{\"pas\":\"info\"}",
        "{\"type\":\"alert\"}"
      })
  void aRenameThatWouldMakeThingsWorseIsNotOffered(String text) {
    assertThat(only(new UnknownKey(), Given.namespace(text)).fix())
        .isNotNull()
        .satisfies(fix -> assertThat(fix.safety()).isEqualTo(Safety.MANUAL));
  }

  @Test
  void duplicatesAreToldOnceAFieldWithTheirPlaces() {
    String text = "{\"deny\":\"alert\",\"Deny\":\"info\",\"DENY\":null,\"x\":1,\"x\":2}";
    Violation violation = only(new OvnDuplicateKey(), Given.namespace(text));
    assertThat(covered(violation, text)).isEqualTo("\"DENY\"");
    assertThat(violation.message())
        .isEqualTo(
            "\"DENY\" is given 3 times, whatever the case, and OVN takes \"info\", the last one"
                + " that is not null; delete the others");
    assertThat(violation.related()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"pass\":\"info\"}|{}",
        "{\"pass\": \"info\", \"deny\": \"alert\"}|{\"deny\": \"alert\"}",
        "{\"deny\": \"alert\", \"pass\": \"info\"}|{\"deny\": \"alert\"}",
        "{\"deny\": \"alert\", \"pass\": \"info\", \"allow\": \"info\"}|{\"deny\": \"alert\","
            + " \"allow\": \"info\"}",
      })
  void passIsDeletedWhereItHasNoEffect(String text, String rest) {
    Resource fixed = Given.fixed(new PassWithoutEffect(), Given.baseline(text), Safety.SAFE);
    assertThat(Given.annotation(fixed)).isEqualTo(rest);
    assertThat(Given.findings(fixed)).isEmpty();
    assertThat(Given.check(new PassWithoutEffect(), Given.admin(text))).isEmpty();
  }

  @Test
  void aBadPassIsUselessOnANamespaceAndAnErrorOnABaseline() {
    String text = "{\"pass\":\"loud\"}";
    assertThat(Given.findings(Given.namespace(text))).containsExactly("ovn-pass-without-effect");
    assertThat(Given.findings(Given.baseline(text))).containsExactly("ovn-unknown-severity");
  }

  @Test
  void valuesThatAreNoStringsAreLeftToOtherRules() {
    for (String value : new String[] {"true", "null", "{'deny':'alert'}", "5"}) {
      Resource namespace =
          Given.object(
              "{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'a','annotations':{'k8s.ovn.org/acl-logging':%s}}}"
                  .formatted(value));
      assertThat(Given.findings(namespace)).isEmpty();
      assertThat(new OvnPlatform().settings(namespace)).isEmpty();
    }
  }

  private static Violation only(Rule rule, Resource subject) {
    List<Violation> violations = Given.check(rule, subject);
    assertThat(violations).hasSize(1);
    return violations.getFirst();
  }

  private static String covered(Violation violation, String text) {
    Place.Range range = Objects.requireNonNull(violation.place().range());
    return text.substring(range.start(), range.end());
  }
}
