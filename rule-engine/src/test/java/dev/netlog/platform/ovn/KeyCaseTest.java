package dev.netlog.platform.ovn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Safety;
import dev.netlog.model.Resource;
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
  void the_name_is_rewritten_and_nothing_else(String written, String exact) {
    Resource subject = Given.admin("{ \"" + written + "\" : \"alert\" , \"x\":1}");
    Resource fixed = Given.fixed(RULE, subject, Safety.SAFE);
    assertThat(Given.annotation(fixed)).isEqualTo("{ \"" + exact + "\" : \"alert\" , \"x\":1}");
    assertThat(Given.check(RULE, fixed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"{\"Deny\":\"alert\"}", "{\"ALLOW\":\"info\"}"})
  void it_speaks_wherever_the_annotation_is_read(String text) {
    assertThat(Given.findings(Given.namespace(text))).containsExactly("ovn-key-case");
    assertThat(Given.findings(Given.admin(text))).containsExactly("ovn-key-case");
    assertThat(Given.findings(Given.baseline(text))).containsExactly("ovn-key-case");
  }

  @Test
  void each_member_has_its_finding() {
    Resource subject = Given.admin("{\"PASS\":\"info\",\"Deny\":\"alert\",\"allow\":\"info\"}");
    assertThat(Given.check(RULE, subject))
        .extracting(Violation::message)
        .satisfiesExactly(
            pass -> assertThat(pass).startsWith("\"PASS\" is read as \"pass\" only because"),
            deny -> assertThat(deny).startsWith("\"Deny\" is read as \"deny\" only because"));
  }

  @Test
  void a_letter_that_only_looks_right_is_named() {
    assertThat(Given.check(RULE, Given.admin("{\"pa\u017fs\":\"info\"}")).getFirst().message())
        .contains("U+017F");
    assertThat(Given.check(RULE, Given.admin("{\"Pass\":\"info\"}")).getFirst().message())
        .doesNotContain("U+017F");
  }

  @Test
  void a_bad_severity_is_a_second_defect() {
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
  void a_second_member_of_the_name_leaves_the_choice_to_a_person(String text) {
    assertThat(Given.check(RULE, Given.admin(text)))
        .singleElement()
        .satisfies(violation -> assertThat(violation.fix()).isNull());
  }

  @Test
  void a_member_that_sets_nothing_is_misspelt_all_the_same() {
    assertThat(Given.check(RULE, Given.namespace("{\"Deny\":null,\"ALLOW\":\"\"}"))).hasSize(2);
    assertThat(Given.findings(Given.namespace("{\"Pass\":\"info\"}")))
        .containsExactlyInAnyOrder("ovn-pass-without-effect", "ovn-key-case");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {"{\"Deny\":1}|ovn-wrong-type", "{\"Deny \":\"alert\"}|ovn-unknown-key"})
  void what_another_rule_says_is_not_said_twice(String text, String rule) {
    assertThat(Given.findings(Given.namespace(text))).containsExactly(rule);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"\\u0064eny\":\"alert\"}",
        "{\"deny\":\"alert\",\"x\":{\"Deny\":\"alert\"}}",
      })
  void a_name_that_is_exact_or_elsewhere_is_left_alone(String text) {
    assertThat(Given.check(RULE, Given.admin(text))).isEmpty();
  }
}
