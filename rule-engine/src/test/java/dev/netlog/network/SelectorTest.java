package dev.netlog.network;

import static dev.netlog.network.Written.expression;
import static dev.netlog.network.Written.expressions;
import static dev.netlog.network.Written.labels;
import static dev.netlog.network.Written.list;
import static dev.netlog.network.Written.mapping;
import static dev.netlog.network.Written.text;
import static dev.netlog.network.Written.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectorTest {
  private static final JsonPointer AT = JsonPointer.of("spec", "podSelector");
  private static final Value NULL = Value.Null.NULL;

  private static Selector parse(Value value) {
    Selector.Parsed parsed = Selector.parse(value, AT);
    assertThat(parsed).isInstanceOf(Selector.Ok.class);
    return ((Selector.Ok) parsed).selector();
  }

  private static void refused(Value value, String pointer, String message) {
    assertThat(Selector.parse(value, AT))
        .isEqualTo(new Selector.Problem(JsonPointer.parse("/spec/podSelector" + pointer), message));
  }

  @Test
  void nothingWrittenSelectsEverything() {
    assertThat(Selector.parse(null, AT)).isEqualTo(new Selector.Ok(Selector.everything()));
    for (Value each :
        new Value[] {
          NULL,
          mapping(),
          labels(),
          expressions(),
          mapping("matchLabels", NULL, "matchExpressions", NULL)
        }) {
      assertThat(parse(each)).isEqualTo(Selector.everything());
      assertThat(parse(each).isEverything()).isTrue();
      assertThat(parse(each).matches(KnownLabels.of(Map.of()))).isEqualTo(Truth.TRUE);
      assertThat(parse(each).smallestLabels()).isEmpty();
    }
  }

  @Test
  void eachOperatorDemandsItsValues() {
    Selector selector =
        parse(
            expressions(
                expression("a", "In", "y", "x"),
                expression("b", "NotIn", "x"),
                expression("c", "Exists"),
                expression("d", "DoesNotExist")));
    assertThat(selector.constraints())
        .containsExactly(
            Map.entry("a", LabelValues.in(Set.of("x", "y"))),
            Map.entry("b", LabelValues.notIn(Set.of("x"))),
            Map.entry("c", LabelValues.present()),
            Map.entry("d", LabelValues.absent()));
    assertThat(selector.smallestLabels()).containsExactly(Map.entry("a", "x"), Map.entry("c", ""));
    assertThat(selector.isEverything()).isFalse();
  }

  @Test
  void requirementsOfOneKeyAllCount() {
    Value value =
        mapping(
            "matchLabels",
            mapping("a", "x"),
            "matchExpressions",
            list(
                expression("a", "In", "y", "x"),
                expression("b", "In", "x", "z"),
                expression("b", "NotIn", "x")));
    assertThat(parse(value).smallestLabels()).isEqualTo(Map.of("a", "x", "b", "z"));
    Value contradiction = expressions(expression("a", "Exists"), expression("a", "DoesNotExist"));
    assertThat(parse(contradiction).smallestLabels()).isNull();
    assertThat(parse(contradiction).constraints()).containsEntry("a", LabelValues.in(Set.of()));
    assertThat(parse(contradiction).matches(new KnownLabels(Map.of(), Set.of("a"), true)))
        .isEqualTo(Truth.FALSE);
  }

  @Test
  void aLabelThatMustBeThereAndNotBeEmptyGetsAValue() {
    Value value = expressions(expression("a", "Exists"), expression("a", "NotIn", "", "other"));
    assertThat(parse(value).smallestLabels()).isEqualTo(Map.of("a", "other-2"));
  }

  @Test
  void whatIsWrittenDifferentlyAndMeansTheSameIsEqual() {
    Selector one = parse(labels("a", "x"));
    Selector other =
        parse(expressions(expression("a", "In", "x", "y"), expression("a", "In", "x")));
    assertThat(one).isEqualTo(other).hasSameHashCodeAs(other);
    assertThat(one).isNotEqualTo(parse(labels("a", "y")));
  }

  @Test
  void nullCountsAsEmptyWhereGoReadsItSo() {
    assertThat(parse(labels("a", NULL))).isEqualTo(parse(labels("a", "")));
    Value exists = mapping("key", "a", "operator", "Exists", "values", NULL);
    assertThat(parse(expressions(exists))).isEqualTo(parse(expressions(expression("a", "Exists"))));
    refused(expressions(NULL), "/matchExpressions/0/key", key("\"\""));
  }

  private static String key(String quoted) {
    return "label key "
        + quoted
        + " is not valid; use up to 63 letters, digits, \"-\", \"_\" and \".\" with a letter or"
        + " digit at both ends, after a DNS name and \"/\" if need be";
  }

  private static String value(String quoted) {
    return "label value "
        + quoted
        + " is not valid; use up to 63 letters, digits, \"-\", \"_\" and \".\" with a letter or"
        + " digit at both ends";
  }

  @Test
  void operatorsHaveExactNames() {
    for (String operator : new String[] {"in", "notin", "exists", "", "Equals", "In "}) {
      refused(
          expressions(expression("a", "In", "x"), expression("a", operator, "x")),
          "/matchExpressions/1/operator",
          "operator \"" + operator + "\" is unknown; use In, NotIn, Exists or DoesNotExist");
    }
  }

  @Test
  void valuesStandWhereTheOperatorTakesThem() {
    refused(
        expressions(expression("a", "In")),
        "/matchExpressions/0/values",
        "operator \"In\" needs values but has none; add at least one");
    refused(
        expressions(mapping("key", "a", "operator", "NotIn")),
        "/matchExpressions/0/values",
        "operator \"NotIn\" needs values but has none; add at least one");
    refused(
        expressions(expression("a", "Exists", "true")),
        "/matchExpressions/0/values",
        "operator \"Exists\" takes no values but has \"true\"; remove values, or use In or NotIn");
    refused(
        expressions(expression("a", "DoesNotExist", "")),
        "/matchExpressions/0/values",
        "operator \"DoesNotExist\" takes no values but has \"\"; remove values, or use In or NotIn");
  }

  @Test
  void wrongTypesAreNamed() {
    refused(
        text("app"),
        "",
        "a label selector is of type \"string\", the API takes object; write a mapping");
    refused(
        list(), "", "a label selector is of type \"array\", the API takes object; write a mapping");
    refused(
        mapping("matchLabels", texts("a")),
        "/matchLabels",
        "matchLabels is of type \"array\", the API takes object; write a mapping");
    refused(
        labels("a", new Value.Numeral("1")),
        "/matchLabels/a",
        "a label value is of type \"integer\", the API takes string; put it in quotes");
    refused(
        mapping("matchExpressions", mapping()),
        "/matchExpressions",
        "matchExpressions is of type \"object\", the API takes array; write a list");
    refused(
        expressions(text("a")),
        "/matchExpressions/0",
        "an expression of a label selector is of type \"string\", the API takes object; write a mapping");
    refused(
        expressions(mapping("key", "a", "operator", "In", "values", text("x"))),
        "/matchExpressions/0/values",
        "values is of type \"string\", the API takes array; write a list");
    refused(
        expressions(mapping("key", "a", "operator", new Value.Bool(true))),
        "/matchExpressions/0/operator",
        "operator is of type \"boolean\", the API takes string; put it in quotes");
    refused(
        expressions(
            mapping("key", "a", "operator", "In", "values", list(text("x"), new Value.Bool(true)))),
        "/matchExpressions/0/values/1",
        "a label value is of type \"boolean\", the API takes string; put it in quotes");
  }

  @Test
  void aMemberThatDoesNotExistIsRefused() {
    refused(
        mapping("app", "api"),
        "/app",
        "\"app\" is not a member of a label selector, which has matchLabels and matchExpressions; put"
            + " labels under matchLabels");
    refused(
        expressions(mapping("key", "a", "operator", "Exists", "value", "x")),
        "/matchExpressions/0/value",
        "\"value\" is not a member of an expression, which has key, operator and values; remove it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "A9",
        "a-b_c.d",
        "example.com/a",
        "a/b",
        "1/2",
        "x-y.z/App_1",
        "kubernetes.io/metadata.name",
        "a23456789012345678901234567890123456789012345678901234567890123",
      })
  void qualifiedNamesAreKeys(String key) {
    assertThat(parse(labels(key, "x")).constraints()).containsOnlyKeys(key);
    assertThat(parse(expressions(expression(key, "Exists"))).constraints()).containsOnlyKeys(key);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-a",
        "a-",
        "_a",
        "a.",
        "a b",
        "a/",
        "/a",
        "a/b/c",
        "Example.com/a",
        "a_b/c",
        "-a/b",
        "a-/b",
        "a..b/c",
        ".a/b",
        "ä",
        "a\n",
        "a:b",
        "a234567890123456789012345678901234567890123456789012345678901234",
      })
  void otherTextsAreNoKeys(String key) {
    Selector.Parsed parsed = Selector.parse(labels(key, "x"), AT);
    assertThat(parsed).isInstanceOf(Selector.Problem.class);
    Selector.Problem problem = (Selector.Problem) parsed;
    assertThat(problem.at()).isEqualTo(AT.child("matchLabels").child(key));
    assertThat(problem.message()).startsWith("label key \"").doesNotContain("\n");
    refused(expressions(expression("é", "Exists")), "/matchExpressions/0/key", key("\"é\""));
  }

  @Test
  void aPrefixHasAtMost253Characters() {
    String longest = ("a".repeat(49) + ".").repeat(5) + "abc";
    assertThat(longest).hasSize(253);
    assertThat(parse(labels(longest + "/a", "x")).constraints()).hasSize(1);
    assertThat(Selector.parse(labels(longest + "a/a", "x"), AT))
        .isInstanceOf(Selector.Problem.class);
  }

  @Test
  void valuesAreLabelValues() {
    String longest = "a".repeat(63);
    assertThat(parse(labels("a", longest)).smallestLabels()).containsValue(longest);
    assertThat(parse(labels("a", "")).smallestLabels()).containsValue("");
    for (String each :
        new String[] {"a".repeat(64), "-", "a b", "a/b", "é", "a\u0000", "a\nb", "x_"}) {
      assertThat(Selector.parse(labels("a", each), AT)).isInstanceOf(Selector.Problem.class);
      Selector.Parsed parsed = Selector.parse(expressions(expression("a", "In", "x", each)), AT);
      assertThat(parsed).isInstanceOf(Selector.Problem.class);
      assertThat(((Selector.Problem) parsed).at())
          .isEqualTo(JsonPointer.parse("/spec/podSelector/matchExpressions/0/values/1"));
    }
    refused(labels("a", "a b\n"), "/matchLabels/a", value("\"a b\\n\""));
    refused(labels("a", "é".repeat(99)), "/matchLabels/a", value("\"" + "é".repeat(59) + "…\""));
  }

  @Test
  void theFirstProblemInReadingOrderIsTold() {
    Value value =
        mapping(
            "matchLabels", mapping("a", "-"), "matchExpressions", list(expression("a", "in", "x")));
    refused(value, "/matchLabels/a", value("\"-\""));
  }

  @Test
  void truthsAreJoined() {
    for (Truth each : Truth.values()) {
      assertThat(Truth.TRUE.and(each)).isEqualTo(each);
      assertThat(each.and(Truth.TRUE)).isEqualTo(each);
      assertThat(Truth.FALSE.and(each)).isEqualTo(Truth.FALSE);
      assertThat(each.and(Truth.FALSE)).isEqualTo(Truth.FALSE);
    }
    assertThat(Truth.UNKNOWN.and(Truth.UNKNOWN)).isEqualTo(Truth.UNKNOWN);
  }
}
