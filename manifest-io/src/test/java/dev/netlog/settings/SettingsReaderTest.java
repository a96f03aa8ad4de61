package dev.netlog.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.model.Value;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.Truth;
import dev.netlog.rule.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsReaderTest {
  @Test
  void everyMemberIsRead() {
    Settings settings =
        Given.settings(
            """
            {platform: 'ovn,gke',
             targets: [
               {name: 'prod', platform: 'gke', paths: ['clusters/prod/', './base'],
                assume: {networkLogging: 'delegated', namespaces: 'unannotated'}, complete: true},
               {name: 'test', assume: {input: 'partial'}}],
             'fail-on': 'warning',
             rules: {'ovn-unlogged-namespace': 'error', 'gke-unlogged-policy': 'off'},
             coverage: {project: {threshold: 0.5}, patch: 99.95, regressions: 3, governance: true,
               minimum: {deny: 80, verdict: 33.333333333333333333}, 'minimum-per-namespace': 10,
               unknown: 'ignore', informational: false}}
            """);
    assertThat(settings.platforms()).containsExactly("ovn", "gke");
    assertThat(settings.failOn()).isEqualTo(FailOn.WARNING);
    assertThat(settings.severities().changed())
        .isEqualTo(Map.of("ovn-unlogged-namespace", Severity.ERROR));
    assertThat(settings.severities().off()).containsExactly("gke-unlogged-policy");
    assertThat(settings.notUsedYet()).isEmpty();
    assertThat(settings.targets()).extracting(Target::name).containsExactly("prod", "test");
    Target prod = settings.targets().getFirst();
    assertThat(prod.platforms()).containsExactly("gke");
    assertThat(prod.paths()).containsExactly("clusters/prod", "base");
    assertThat(prod.assumptions().values())
        .isEqualTo(Map.of("networkLogging", "delegated", "namespaces", "unannotated"));
    assertThat(prod.complete()).isTrue();
    Target test = settings.targets().getLast();
    assertThat(test.platforms()).containsExactly("ovn", "gke");
    assertThat(test.paths()).containsExactly(".");
    assertThat(test.assumptions().values()).isEmpty();
    assertThat(test.complete()).isFalse();
    assertThat(settings.coverage())
        .isEqualTo(
            new CoverageSettings(
                new BigDecimal("0.5"),
                new BigDecimal("99.95"),
                3,
                true,
                Map.of(
                    "deny",
                    new BigDecimal("80"),
                    "verdict",
                    new BigDecimal("33.333333333333333333")),
                new BigDecimal("10"),
                CoverageSettings.Unknown.IGNORE,
                false));
  }

  @Test
  void aTargetWithoutPathsTakesWhatNoOtherTakes() {
    Settings settings =
        Given.settings(
            """
            {'ignore-paths': ['docs', 'a/**'],
             targets: [{name: 'rest'}, {name: 'a', paths: ['a', 'b/c']}, {name: 'also'}]}
            """);
    for (int rest : new int[] {0, 2}) {
      Target target = settings.targets().get(rest);
      assertThat(target.holds("x.yaml")).isTrue();
      assertThat(target.holds("b/x.yaml")).isTrue();
      assertThat(target.holds("b/c/x.yaml")).isFalse();
      assertThat(target.with(Set.of("gke"), Map.of()).holds("a")).isFalse();
    }
    assertThat(settings.ignorePaths())
        .containsExactly(PathPattern.of("docs"), PathPattern.of("a/**"));
  }

  @Test
  void aFileThatSaysNothingSetsNothing() {
    assertThat(Given.settings("{}")).isEqualTo(Settings.NONE);
    assertThat(Given.settings(Value.Null.NULL)).isEqualTo(Settings.NONE);
  }

  @Test
  void aBareOffThatYamlReadsAsFalseTurnsARuleOff() {
    assertThat(Given.settings("{rules: {'yaml-invalid': false}}").severities().off())
        .containsExactly("yaml-invalid");
  }

  @Test
  void whatIsInjectedIsRead() {
    Injection injection =
        Given.settings(
                """
                {inject: {ovn: {deny: 'alert', pass: 'info'}, gke: {policies: true},
                   namespaceSelector: {matchLabels: {team: 'a'}}}}
                """)
            .injection();
    assertThat(injection.of("ovn")).isEqualTo(Map.of("deny", "alert", "pass", "info"));
    assertThat(injection.of("gke")).isEqualTo(Map.of("policies", "true"));
    assertThat(injection.isOn()).isTrue();
    assertThat(injection.namespaceSelector().matches(KnownLabels.of(Map.of("team", "a"))))
        .isEqualTo(Truth.TRUE);
    assertThat(injection.namespaceSelector().matches(KnownLabels.of(Map.of("team", "b"))))
        .isEqualTo(Truth.FALSE);
  }

  @Test
  void membersOfALaterReleaseAreTakenAndNamed() {
    assertThat(
            Given.settings(
                    """
                    {baseline: 'b.json', suppressions: {allow: true},
                     ignore: [{rule: 'x', path: 'legacy/**', reason: 'r', until: '2027-01-31'}]}
                    """)
                .notUsedYet())
        .containsExactly("ignore", "suppressions", "baseline");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{platfrom: 'gke'}| /platfrom KEY key \"platfrom\" is unknown; did you mean \"platform\"?"
            + " use platform, targets, ignore-paths, fail-on, rules, ignore, suppressions, baseline,"
            + " coverage or inject",
        "{coverage: {pach: 1}}| /coverage/pach KEY key \"pach\" is unknown in coverage; did you"
            + " mean \"patch\"? use project, patch, regressions, governance, minimum,"
            + " minimum-per-namespace, unknown or informational",
        "{targets: [{name: 'a', 'a/b': 1}]}| /targets/0/a~1b KEY key \"a/b\" is unknown in an item"
            + " of targets; use name, platform, paths, assume, complete or namespace",
        "{'fail-on': 'warn'}| /fail-on VALUE \"warn\" is unknown for fail-on; use error, warning,"
            + " info or never",
        "{'fail-on': 'Warning'}| /fail-on VALUE \"Warning\" is unknown for fail-on; did you mean"
            + " \"warning\"? use error, warning, info or never",
        "{'fail-on': false}| /fail-on VALUE fail-on is false as YAML reads it; use error, warning,"
            + " info or never",
        "{'fail-on': null}| /fail-on VALUE fail-on has no value; use error, warning, info or never,"
            + " or delete it",
        "{platform: ['gke', 'ovn']}| /platform VALUE platform is a list; use gke, ovn, gke,ovn or"
            + " ovn,gke",
        "{platform: 'eks'}| /platform VALUE \"eks\" is unknown for platform; use gke, ovn, gke,ovn"
            + " or ovn,gke",
        "{rules: {'yaml-invalid': 'loud'}}| /rules/yaml-invalid VALUE \"loud\" is unknown for"
            + " yaml-invalid; use error, warning, info or off",
        "{rules: {'yaml-invalid': true}}| /rules/yaml-invalid VALUE yaml-invalid is true as YAML"
            + " reads it; use error, warning, info or off",
        "{rules: {'yaml-invalidd': 'off'}}| /rules/yaml-invalidd KEY rule \"yaml-invalidd\" is"
            + " unknown; did you mean \"yaml-invalid\"? netlog rules lists all",
        "{rules: {zzz: 'off'}}| /rules/zzz KEY rule \"zzz\" is unknown; netlog rules lists all",
        "{rules: []}| /rules VALUE rules is a list; use a mapping",
        "{coverage: 80}| /coverage VALUE coverage is 80; use a mapping with project, patch,"
            + " regressions, governance, minimum, minimum-per-namespace, unknown or informational",
        "{coverage: {patch: 100.0000000000000000001}}| /coverage/patch VALUE patch is"
            + " 100.0000000000000000001; use a number from 0 to 100",
        "{coverage: {patch: -0.1}}| /coverage/patch VALUE patch is -0.1; use a number from 0 to"
            + " 100",
        "{coverage: {patch: '80%'}}| /coverage/patch VALUE patch is the text \"80%\"; use a number"
            + " from 0 to 100, without quotes or signs",
        "{coverage: {regressions: 1.5}}| /coverage/regressions VALUE regressions is 1.5; use a"
            + " whole number from 0 to 1000000000",
        "{coverage: {regressions: -1}}| /coverage/regressions VALUE regressions is -1; use a whole"
            + " number from 0 to 1000000000",
        "{coverage: {governance: 'yes'}}| /coverage/governance VALUE governance is the text"
            + " \"yes\"; use true or false, without quotes or signs",
        "{coverage: {minimum: {den: 1}}}| /coverage/minimum/den KEY key \"den\" is unknown in"
            + " minimum; did you mean \"deny\"? use verdict, allow, deny, ingress, egress, policy,"
            + " workload or namespace",
        "{coverage: {minimum: {deny: 101}}}| /coverage/minimum/deny VALUE deny is 101; use a number"
            + " from 0 to 100",
        "{coverage: {project: {threshold: null}}}| /coverage/project/threshold VALUE threshold has"
            + " no value; use a number from 0 to 100, or delete it",
        "{coverage: {unknown: 'faill'}}| /coverage/unknown VALUE \"faill\" is unknown for unknown;"
            + " did you mean \"fail\"? use fail or ignore",
        "{targets: {name: 'a'}}| /targets VALUE targets is a mapping; use a list",
        "{targets: [{platform: 'gke'}]}| /targets/0 VALUE an item of targets has no name; add it",
        "{targets: [{name: 1.20}]}| /targets/0/name VALUE name is the number 1.20 as YAML reads it;"
            + " put it in quotes",
        "{targets: [{name: true}]}| /targets/0/name VALUE name is true as YAML reads it; put it in"
            + " quotes",
        "{targets: [{name: ''}]}| /targets/0/name VALUE name is empty; give it a value, or delete it",
        "{targets: [{name: 'a', paths: 'x'}]}| /targets/0/paths VALUE paths is the text \"x\"; use"
            + " a list, as in [\"x\"]",
        "{targets: [{name: 'a', paths: []}]}| /targets/0/paths VALUE paths is empty; give it a value, or delete it",
        "{targets: [{name: 'a', paths: [3]}]}| /targets/0/paths/0 VALUE an item of paths is the"
            + " number 3 as YAML reads it; put it in quotes",
        "{targets: [{name: 'a', paths: ['/etc']}]}| /targets/0/paths/0 VALUE path \"/etc\" is"
            + " absolute; write it relative to the folder of this file",
        "{targets: [{name: 'a', paths: ['x', 'a/../..']}]}| /targets/0/paths/1 VALUE path"
            + " \"a/../..\" may lead out of the folder of this file; write it without \"..\"",
        "{targets: [{name: 'a', paths: ['x*']}]}| /targets/0/paths/0 VALUE path \"x*\" is a"
            + " pattern; name a folder, which stands for all below it",
        "{targets: [{name: 'a', paths: ['a\\\\b']}]}| /targets/0/paths/0 VALUE path \"a\\\\b\" has"
            + " a backslash; separate folders by /",
        "{targets: [{name: 'a', paths: ['a\\u0000b']}]}| /targets/0/paths/0 VALUE path \"a\\u{0}b\""
            + " has a control character; check the spelling",
        "{targets: [{name: 'a'}, {name: 'a'}]}| /targets/1/name VALUE another target has the name"
            + " \"a\"; give each target its own name",
        "{targets: [{name: 'a', complete: true, assume: {input: 'partial'}}]}| /targets/0/complete"
            + " VALUE complete is true and assume says that the input is \"partial\"; keep one of"
            + " the two",
        "{targets: [{name: 'a', assume: {networklogging: 'all'}}]}|"
            + " /targets/0/assume/networklogging KEY key \"networklogging\" is unknown in assume;"
            + " did you mean \"networkLogging\"? use networkLogging, namespaces or input",
        "{targets: [{name: 'a', assume: {namespaces: 'annotated'}}]}| /targets/0/assume/namespaces"
            + " VALUE \"annotated\" is unknown for namespaces; did you mean \"unannotated\"? use"
            + " unknown or unannotated",
        "{ignore: [{until: 'soon'}]}| /ignore/0/until VALUE until is the text \"soon\"; use the"
            + " form of 2027-01-31",
        "{baseline: ''}| /baseline VALUE baseline is empty; give it a value, or delete it",
        "{inject: {ovn: {deny: 'loud'}}}| /inject/ovn/deny VALUE \"loud\" is unknown for deny; use"
            + " alert, warning, notice, info or debug",
        "{inject: {gke: {policy: true}}}| /inject/gke/policy KEY key \"policy\" is unknown in gke;"
            + " use policies or namespaces",
        "{inject: {namespaceSelector: {team: 'a'}}}| /inject/namespaceSelector/team VALUE \"team\""
            + " is not a member of a label selector, which has matchLabels and matchExpressions; put"
            + " labels under matchLabels",
        "'text'|  VALUE the file is the text \"text\"; use a mapping with platform, targets,"
            + " ignore-paths, fail-on, rules, ignore, suppressions, baseline, coverage or inject",
      })
  void eachMistakeIsNamedWithItsPlaceAndTheNextStep(String file, String problem) {
    // A blank column is trimmed; the root is the empty pointer.
    String expected = problem.startsWith("/") ? problem : " " + problem;
    assertThat(Given.problems(file)).containsExactly(expected);
  }

  @Test
  void allMistakesAreNamedAtOnce() {
    assertThat(
            Given.problems(
                "{platfrom: 'gke', 'fail-on': 'warn', rules: {nope: 'off'}, coverage: {patch: 101},"
                    + " targets: [{}]}"))
        .hasSize(5)
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactlyInAnyOrder(
            "/platfrom", "/fail-on", "/rules/nope", "/coverage/patch", "/targets/0");
  }

  @Test
  void aListWithoutEndIsRefused() {
    String targets = "{name: 'a', paths: ['x']},".repeat(1001);
    assertThat(Given.problems("{targets: [" + targets.substring(0, targets.length() - 1) + "]}"))
        .contains("/targets VALUE targets has more than 1000 items; use fewer");
    assertThat(Given.problems("{targets: [{name: '" + "n".repeat(101) + "'}]}"))
        .containsExactly("/targets/0/name VALUE name has more than 100 characters; use fewer");
  }

  @Test
  void depthSizeAndNumbersAreLimitedBeforeAnythingElseLooksAtThem() {
    assertThat(Given.problems("{a: " + "[".repeat(40) + "]".repeat(40) + "}"))
        .singleElement()
        .asString()
        .endsWith("nested deeper than 32 levels, which no setting needs; remove the inner levels");
    Value many = new Value.Sequence(List.of(Value.Null.NULL, Value.Null.NULL));
    for (int i = 0; i < 20; i++) {
      many = new Value.Sequence(List.of(many, many));
    }
    assertThat(Given.problems(many))
        .singleElement()
        .asString()
        .endsWith("the file holds more than 50000 values; remove aliases or entries");
    for (String number : List.of("1e999999999", "9".repeat(65), "1E-99999")) {
      Value file = new Value.Mapping(Map.of("a", new Value.Numeral(number)));
      assertThat(Given.problems(file))
          .containsExactly("/a VALUE the number is too long for any setting; write a shorter one");
    }
  }

  @Test
  void theLargestNumberThatYamlHasIsOutOfRangeLikeAnyOther() {
    Value coverage =
        new Value.Mapping(
            Map.of(
                "patch", new Value.Numeral("1.7976931348623157e+308"),
                "regressions", new Value.Numeral("1e+308")));
    assertThat(Given.problems(new Value.Mapping(Map.of("coverage", coverage))))
        .containsExactlyInAnyOrder(
            "/coverage/patch VALUE patch is 1.7976931348623157e+308; use a number from 0 to 100",
            "/coverage/regressions VALUE regressions is 1e+308; use a whole number from 0 to"
                + " 1000000000");
  }

  @ParameterizedTest
  @CsvSource({
    "., a.yaml, true",
    "clusters/prod, clusters/prod, true",
    "clusters/prod, clusters/prod/a.yaml, true",
    "clusters/prod, clusters/production/a.yaml, false",
    "clusters/prod, clusters, false",
    "a.yaml, a.yaml, true",
    "./x//y/./, x/y/z.yaml, true",
    "./, z.yaml, true",
  })
  void aTargetHoldsWhatIsBelowItsPaths(String path, String file, boolean holds) {
    Settings settings = Given.settings("{targets: [{name: 'a', paths: ['" + path + "']}]}");
    assertThat(settings.targets().getFirst().holds(file)).isEqualTo(holds);
  }
}
