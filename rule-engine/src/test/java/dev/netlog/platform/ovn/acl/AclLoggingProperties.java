package dev.netlog.platform.ovn.acl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.model.Resource;
import dev.netlog.platform.ovn.Given;
import dev.netlog.platform.ovn.OvnPlatform;
import dev.netlog.rule.Place;
import dev.netlog.rule.Rule;
import dev.netlog.rule.Violation;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/// The reader against [SecondReading], which knows the same rules and shares no code with it.
class AclLoggingProperties {

  @Property(tries = 4000)
  void jsonOfAllKindsIsReadAlike(@ForAll("json") String text) {
    agrees(text);
  }

  @Property(tries = 6000)
  void jsonWithASlipIsReadAlike(@ForAll("almostJson") String text) {
    agrees(text);
  }

  @Property(tries = 2000)
  void anyCharactersAreReadAlike(@ForAll("noise") String text) {
    agrees(text);
  }

  @Property(tries = 2000)
  void everyFindingPointsIntoTheValue(@ForAll("almostJson") String text) {
    for (Resource subject : List.of(Given.namespace(text), Given.admin(text))) {
      for (Rule rule : new OvnPlatform().rules()) {
        for (Violation violation : Given.check(rule, subject)) {
          liesIn(text, violation);
        }
      }
    }
  }

  private static void agrees(String text) {
    SecondReading second = SecondReading.of(text);
    for (AclReader reader : AclReader.values()) {
      boolean checksPass = reader == AclReader.ADMIN_POLICY || reader == AclReader.BASELINE_POLICY;
      assertThat(AclLogging.parse(text).levels(reader)).isEqualTo(second.levels(checksPass));
    }
  }

  private static void liesIn(String text, Violation violation) {
    assertThat(violation.message()).doesNotContain("\n").doesNotEndWith(".");
    Place.Range range = violation.place().range();
    if (range == null) {
      return;
    }
    assertThat(range.start()).isGreaterThanOrEqualTo(0).isLessThan(range.end());
    assertThat(range.end()).isLessThanOrEqualTo(text.length());
  }

  @Provide
  Arbitrary<String> json() {
    return Combinators.combine(blanks(), object(), blanks()).as((a, b, c) -> a + b + c);
  }

  @Provide
  Arbitrary<String> almostJson() {
    Arbitrary<String> extra =
        Arbitraries.of(
            "", ",", "}", "{", "\"", "'", "\\", "\\u00", "\\ud800", "\ud800", "\u00a0", "\ufeff",
            "\f", "\u0000", "\n", "//", "0", "-", ".", "e", "nul", "[", "]", ":", " ", "\u017f");
    return Combinators.combine(
            json(),
            extra,
            Arbitraries.integers().between(0, 1000),
            Arbitraries.integers().between(0, 2))
        .as(
            (text, more, place, cut) -> {
              int at = place % (text.length() + 1);
              return text.substring(0, at)
                  + more
                  + text.substring(Math.min(text.length(), at + cut));
            });
  }

  @Provide
  Arbitrary<String> noise() {
    return Arbitraries.strings()
        .withChars("{}[]\",:\\ud8allowenypstrif0123456789.-+eE \t\n\r\u017f\ud800\udc00\u00a0")
        .ofMaxLength(40);
  }

  private static Arbitrary<String> object() {
    return members(1).map(members -> "{" + members + "}");
  }

  private static Arbitrary<String> members(int depth) {
    Arbitrary<String> member =
        Combinators.combine(key(), blanks(), blanks(), value(depth))
            .as((key, a, b, value) -> "\"" + key + "\"" + a + ":" + b + value);
    return member.list().ofMaxSize(4).map(list -> String.join(",", list));
  }

  private static Arbitrary<String> value(int depth) {
    Arbitrary<String> scalar =
        Arbitraries.frequencyOf(
            Tuple.of(12, severity().map(text -> "\"" + text + "\"")),
            Tuple.of(
                3,
                Arbitraries.of(
                    "null",
                    "true",
                    "false",
                    "0",
                    "-0",
                    "1e999",
                    "-1.5E+3",
                    "01",
                    "1.",
                    ".5",
                    "+1",
                    "NaN",
                    "nulL",
                    "\"\\q\"",
                    "\"a\nb\"",
                    "\"\\u12g4\"")));
    if (depth == 0) {
      return scalar;
    }
    Arbitrary<String> nested =
        Arbitraries.lazyOf(
            () -> members(depth - 1).map(members -> "{" + members + "}"),
            () -> value(depth - 1).list().ofMaxSize(3).map(l -> "[" + String.join(",", l) + "]"));
    return Arbitraries.frequencyOf(Tuple.of(8, scalar), Tuple.of(1, nested));
  }

  private static Arbitrary<String> key() {
    return Arbitraries.of(
        "allow",
        "deny",
        "pass",
        "Deny",
        "ALLOW",
        "pa\u017fs",
        "PA\u017f\u017f",
        "pass",
        "\\u0064eny",
        "pas\\u017f",
        "den\u00fd",
        "alow",
        "drop",
        "deny ",
        "",
        "x",
        "\\ud800",
        "a\\nb",
        "\u0131",
        "a\\\\",
        "deny\\u0000");
  }

  private static Arbitrary<String> severity() {
    return Arbitraries.of(
        "alert",
        "warning",
        "notice",
        "info",
        "debug",
        "",
        "Alert",
        "info ",
        "loud",
        "\\u0061lert",
        "al\\u0065rt\\ud800",
        "\ud83d\ude00",
        "\\ud83d\\ude00",
        "inf\\/o",
        "\\b",
        "\u007f");
  }

  private static Arbitrary<String> blanks() {
    return Arbitraries.of("", "", "", " ", "\t\n", "\r");
  }
}
