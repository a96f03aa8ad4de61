package dev.netlog.platform.ovn.acl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Safety;
import dev.netlog.model.Resource;
import dev.netlog.platform.ovn.Given;
import dev.netlog.rule.Violation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCaseTest {
  private static final KeyCase RULE = new KeyCase();

  @ParameterizedTest
  @CsvSource({
    "Deny,deny",
    "ALLOW,allow",
    "Pass,pass",
    "pa\u017fs,pass",
    "PA\u017f\u017f,pass",
    "pas\\u017f,pass",
    "\\u0044eny,deny",
  })
  void theNameIsRewrittenAndNothingElse(String written, String exact) {
    Resource subject = Given.admin("{ \"" + written + "\" : \"alert\" , \"x\":1}");
    Resource fixed = Given.fixed(RULE, subject, Safety.SAFE);
    assertThat(Given.annotation(fixed)).isEqualTo("{ \"" + exact + "\" : \"alert\" , \"x\":1}");
    assertThat(Given.check(RULE, fixed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"{\"Deny\":\"alert\"}", "{\"ALLOW\":\"info\"}"})
  void itSpeaksWhereverTheAnnotationIsRead(String text) {
    assertThat(Given.findings(Given.namespace(text))).containsExactly("ovn-key-case");
    assertThat(Given.findings(Given.admin(text))).containsExactly("ovn-key-case");
    assertThat(Given.findings(Given.baseline(text))).containsExactly("ovn-key-case");
  }

  @Test
  void eachMemberHasItsFinding() {
    Resource subject = Given.admin("{\"PASS\":\"info\",\"Deny\":\"alert\",\"allow\":\"info\"}");
    assertThat(Given.check(RULE, subject))
        .extracting(Violation::message)
        .satisfiesExactly(
            pass -> assertThat(pass).startsWith("\"PASS\" is read as \"pass\" only because"),
            deny -> assertThat(deny).startsWith("\"Deny\" is read as \"deny\" only because"));
  }

  @Test
  void aLetterThatOnlyLooksRightIsNamed() {
    assertThat(Given.check(RULE, Given.admin("{\"pa\u017fs\":\"info\"}")).getFirst().message())
        .contains("U+017F");
    assertThat(Given.check(RULE, Given.admin("{\"Pass\":\"info\"}")).getFirst().message())
        .doesNotContain("U+017F");
  }

  @Test
  void aBadSeverityIsASecondDefect() {
    assertThat(Given.findings(Given.namespace("{\"Deny\":\"inof\"}")))
        .containsExactly("ovn-unknown-severity", "ovn-key-case");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"deny\":\"alert\",\"Deny\":\"info\"}",
        "{\"Deny\":\"alert\",\"deny\":null}",
        "{\"deny\":\"\",\"DENY\":\"alert\"}",
      })
  void aSecondMemberOfTheNameLeavesTheChoiceToAPerson(String text) {
    assertThat(Given.check(RULE, Given.admin(text)))
        .singleElement()
        .satisfies(violation -> assertThat(violation.fix()).isNull());
  }

  @Test
  void aMemberThatSetsNothingIsMisspeltAllTheSame() {
    assertThat(Given.check(RULE, Given.namespace("{\"Deny\":null,\"ALLOW\":\"\"}"))).hasSize(2);
    assertThat(Given.findings(Given.namespace("{\"Pass\":\"info\"}")))
        .containsExactlyInAnyOrder("ovn-pass-without-effect", "ovn-key-case");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"{\"Deny\":1}|ovn-wrong-type", "{\"Deny \":\"alert\"}|ovn-unknown-key"})
  void whatAnotherRuleSaysIsNotSaidTwice(String text, String rule) {
    assertThat(Given.findings(Given.namespace(text))).containsExactly(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"\\u0064eny\":\"alert\"}",
        "{\"deny\":\"alert\",\"x\":{\"Deny\":\"alert\"}}",
      })
  void aNameThatIsExactOrElsewhereIsLeftAlone(String text) {
    assertThat(Given.check(RULE, Given.admin(text))).isEmpty();
  }
}
