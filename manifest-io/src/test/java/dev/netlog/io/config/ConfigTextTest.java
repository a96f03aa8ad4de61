package dev.netlog.io.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.io.yaml.DeepThreads;
import dev.netlog.settings.Settings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong with a settings file is told with its line and its column.
final class ConfigTextTest {
  private static final Path FOLDER = Path.of("").toAbsolutePath();

  /// Section 6 of the contract, word for word.
  private static final String CONTRACT =
      """
      platform: gke                      # or: targets, several clusters in one repository
      targets:
        - {name: prod, platform: gke, paths: [clusters/prod], assume: {networkLogging: delegated, namespaces: unannotated}}
      fail-on: warning
      rules: {ovn-unlogged-namespace: error, gke-unlogged-policy: "off"}
      ignore: [{rule: gke-unlogged-policy, path: "legacy/**", reason: "NET-412", until: 2027-01-31}]
      suppressions: {allow: true, require-reason: true, require-until: false}
      baseline: .netlog-baseline.json
      coverage: {project: {threshold: 0}, patch: 100, regressions: 0, governance: false, minimum: {deny: 80}, minimum-per-namespace: 0, unknown: fail, informational: false}
      inject: {ovn: {deny: alert, allow: notice}, gke: {policies: true, namespaces: true}}
      """;

  private static Config read(String text) {
    return ConfigFile.of(
        RuleCatalog.standard(), text.getBytes(StandardCharsets.UTF_8), "s.yaml", FOLDER);
  }

  private static List<String> problems(String text) {
    return problems(text.getBytes(StandardCharsets.UTF_8));
  }

  private static List<String> problems(byte[] bytes) {
    List<String> lines = new ArrayList<>();
    Thread deep =
        DeepThreads.named("settings")
            .newThread(
                () -> {
                  try {
                    ConfigFile.of(RuleCatalog.standard(), bytes, "s.yaml", FOLDER);
                  } catch (ConfigException refused) {
                    lines.addAll(refused.lines());
                  }
                });
    deep.start();
    try {
      deep.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return lines;
  }

  @Test
  void theExampleOfTheContractIsTakenButForRulesThatAreNotThereYet() {
    List<String> missing =
        List.of("ovn-unlogged-namespace", "gke-unlogged-policy").stream()
            .filter(id -> RuleCatalog.standard().info(id) == null)
            .toList();
    String known = CONTRACT;
    for (String id : missing) {
      known = known.replace(id, id.startsWith("ovn") ? "ovn-unknown-key" : "gke-annotation-value");
    }
    Config config = read(known);
    assertThat(config.settings().targets()).hasSize(1);
    assertThat(config.settings().coverage().minimum()).containsOnlyKeys("deny");
    assertThat(config.notes())
        .containsExactly(
            "s.yaml:6:1: ignore has no effect yet: this release of netlog does not use it",
            "s.yaml:7:1: suppressions has no effect yet: this release of netlog does not use it",
            "s.yaml:8:1: baseline has no effect yet: this release of netlog does not use it");
    assertThat(problems(CONTRACT)).hasSize(missing.size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# nothing\n", "---\n", "{}", "---\n# a\n---\n", "null"})
  void aFileThatSaysNothingIsNoMistake(String text) {
    assertThat(read(text).settings()).isEqualTo(Settings.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // The file itself.
        "platform: [| 1:12: expected the node content",
        "platform: {{ .Values.platform }}| 1:12: a key is a mapping or a list",
        "platform: gke\\n"
            + "platform: ovn| 2:1: key \"platform\" stands on line 1 already; keep one of them",
        "coverage:\\n"
            + "  patch: 1\\n"
            + "  unknown: fail\\n"
            + "  patch: 2| 4:3: key \"patch\" stands on line 2 already",
        "a: &a {x: 1}\\nb: {x: 2, <<: *a}| 2:11: key \"x\" stands on line 2 already",
        "platform: gke\\n"
            + "---\\n"
            + "fail-on: info| 3:1: a second document starts; put all settings into one document",
        "platform: gke\\n...\\nfail-on: info| 3:1: everything from here on is ignored",
        "gke| 1:1: the file is the text \"gke\"; use a mapping with platform, targets",
        "- gke| 1:1: the file is a list; use a mapping with platform, targets",
        "fail-on: .nan| 1:10: \".nan\" is a number that JSON cannot express; fix it here",
        // Keys.
        "\\n# é𝄞\\nplatfrom: gke| 3:1: key \"platfrom\" is unknown; did you mean \"platform\"?",
        "{\"fail-on\": info, é𝄞: {}}| 1:19: key \"é𝄞\" is unknown; use platform, targets",
        "coverage:\\n"
            + "  project: {treshold: 1}| 2:13: key \"treshold\" is unknown in project; did you mean"
            + " \"threshold\"? use threshold",
        "coverage: {minimum: {polices: 1}}| 1:22: key \"polices\" is unknown in minimum; did you"
            + " mean \"policy\"?",
        "targets:\\n"
            + "- {name: a, path: [x]}| 2:13: key \"path\" is unknown in an item of targets; did you"
            + " mean \"paths\"?",
        "targets:\\n"
            + "- name: a\\n"
            + "  assume: {input: partial, networkloging: all}| 3:28: key \"networkloging\" is"
            + " unknown in assume; did you mean \"networkLogging\"?",
        "rules:\\n"
            + "  ovn-unknown-severty: info| 2:3: rule \"ovn-unknown-severty\" is unknown; did you"
            + " mean \"ovn-unknown-severity\"?",
        "ignore:\\n"
            + "- ruel: x| 2:3: key \"ruel\" is unknown in an item of ignore; did you mean"
            + " \"rule\"?",
        "suppressions: {alow: true}| 1:16: key \"alow\" is unknown in suppressions; did you mean"
            + " \"allow\"?",
        "inject: {ovn: {drop: alert}}| 1:16: key \"drop\" is unknown in ovn; use allow, deny or"
            + " pass",
        "inject: {gke: {policy: true}}| 1:16: key \"policy\" is unknown in gke; use policies or"
            + " namespaces",
        // Values.
        "platform: gek| 1:11: \"gek\" is unknown for platform; did you mean \"gke\"?",
        "platform: gke, ovn| 1:11: \"gke, ovn\" is unknown for platform; did you mean \"gke,ovn\"?",
        "platform: ''| 1:11: \"\" is unknown for platform; use gke, ovn",
        "platform:| 1:1: platform has no value; use gke, ovn, gke,ovn or ovn,gke, or delete it",
        "fail-on: off| 1:10: fail-on is false as YAML reads it; use error, warning, info or never",
        "rules:\\n"
            + "  yaml-invalid: on| 2:17: yaml-invalid is true as YAML reads it; use error, warning,"
            + " info or off",
        "rules:\\n"
            + "  yaml-invalid: eror| 2:17: \"eror\" is unknown for yaml-invalid; did you mean"
            + " \"error\"?",
        "rules: [yaml-invalid]| 1:8: rules is a list; use a mapping",
        "coverage: {patch: 100.5}| 1:19: patch is 100.5; use a number from 0 to 100",
        "coverage: {patch: 80%}| 1:19: patch is the text \"80%\"; use a number from 0 to 100,"
            + " without quotes or signs",
        "coverage: {project: 1}| 1:21: project is 1; use a mapping with threshold",
        "coverage: {project: {threshold: -1}}| 1:33: threshold is -1; use a number from 0 to 100",
        "coverage: {regressions: 0.5}| 1:25: regressions is 0.5; use a whole number from 0",
        "coverage: {governance: 1}| 1:24: governance is 1; use true or false",
        "coverage: {minimum: 80}| 1:21: minimum is 80; use a mapping with verdict, allow",
        "coverage: {minimum: {verdict: 1e3}}| 1:31: verdict is 1000; use a number from 0 to 100",
        "coverage: {minimum-per-namespace: all}| 1:35: minimum-per-namespace is the text \"all\";"
            + " use a number",
        "coverage: {unknown: ignored}| 1:21: \"ignored\" is unknown for unknown; did you mean"
            + " \"ignore\"?",
        "coverage: {informational: 'no'}| 1:27: informational is the text \"no\"; use true or"
            + " false",
        "targets: prod| 1:10: targets is the text \"prod\"; use a list",
        "targets:\\n- platform: gke| 2:3: an item of targets has no name; add it",
        "targets:\\n- name: 1.20| 2:9: name is the number 1.2 as YAML reads it; put it in quotes",
        "targets:\\n- name: prod\\n- name: 'prod'| 3:9: another target has the name \"prod\"",
        "targets:\\n"
            + "- name: a\\n"
            + "  paths: clusters/prod| 3:10: paths is the text \"clusters/prod\"; use a list, as in"
            + " [\"clusters/prod\"]",
        "targets:\\n"
            + "- name: a\\n"
            + "  paths:\\n"
            + "  - b\\n"
            + "  - ../c| 5:5: path \"../c\" may lead out of the folder of this file",
        "targets:\\n- name: a\\n  paths: [b, /c]| 3:14: path \"/c\" is absolute",
        "targets:\\n- name: a\\n  paths: ['C:\\\\c']| 3:11: path \"C:\\\\c\" has a backslash",
        "targets:\\n"
            + "- {name: a, assume: {networkLogging: off}}| 2:38: networkLogging is false as YAML"
            + " reads it; use unknown, delegated, all or disabled",
        "targets:\\n"
            + "- {name: a, assume: {namespaces: bare}}| 2:34: \"bare\" is unknown for namespaces",
        "targets:\\n"
            + "- {name: a, assume: {input: complete}, complete: false}| 2:50: complete is false and"
            + " assume says that the input is \"complete\"",
        "targets:\\n"
            + "- {name: a, complete: maybe}| 2:23: complete is the text \"maybe\"; use true or"
            + " false",
        "ignore: [{until: 31.1.2027}]| 1:18: until is the text \"31.1.2027\"; use the form of"
            + " 2027-01-31",
        "suppressions: {allow: 1}| 1:23: allow is 1; use true or false",
        "baseline: 3| 1:11: baseline is the number 3 as YAML reads it; put it in quotes",
        "inject: {ovn: {deny: loud}}| 1:22: \"loud\" is unknown for deny; use alert, warning,"
            + " notice, info or debug",
        "inject: {namespaceSelector: all}| 1:29: namespaceSelector is the text \"all\"; use a"
            + " mapping",
        // Values that an alias brings are shown where they are used.
        "ignore:\\n"
            + "- &a {rule: 3}\\n"
            + "- *a| 2:13: rule is the number 3 as YAML reads it; put it in quotes",
      })
  void eachMistakeIsToldAtItsPlace(String text, String problem) {
    String file = text.replace("\\n", "\n").replace("\\\\", "\\");
    List<String> problems = problems(file);
    assertThat(problems).isNotEmpty();
    assertThat(problems.getFirst()).startsWith("s.yaml:" + problem);
    assertThat(problems).as("one mistake, one line; two for an alias").hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void aByteOrderMarkMovesNoColumn() {
    assertThat(problems("\uFEFFplatfrom: gke"))
        .singleElement()
        .asString()
        .startsWith("s.yaml:1:1: key");
  }

  @Test
  void mistakesComeInTheOrderOfTheFileAllAtOnce() {
    assertThat(
            problems(
                """
                x: 1
                fail-on: loud
                rules: {nope: off}
                coverage:
                  patch: 101
                  y: 1
                targets: [{}]
                """))
        .extracting(line -> line.substring(0, line.indexOf(' ')))
        .containsExactly(
            "s.yaml:1:1:",
            "s.yaml:2:10:",
            "s.yaml:3:9:",
            "s.yaml:5:10:",
            "s.yaml:6:3:",
            "s.yaml:7:11:");
  }

  @Test
  void manyMistakesAreCounted() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append("key").append(i).append(": 1\n");
    }
    List<String> problems = problems(text.toString());
    assertThat(problems).hasSize(51);
    assertThat(problems.getLast()).isEqualTo("s.yaml: and 10 more problems; fix these first");
  }

  @Test
  void filesThatGrowWithoutMeasureAreRefused() {
    String deep = "a: " + "[".repeat(2000) + "]".repeat(2000);
    assertThat(problems(deep)).singleElement().asString().contains("nested deeper than 32 levels");
    String many = "a: &a [" + "x, ".repeat(999) + "x]\nb: [" + "*a, ".repeat(59) + "*a]";
    assertThat(problems(many))
        .singleElement()
        .asString()
        .contains("the file holds more than 50000 values");
    String laughs = "a: &a [x]\n" + "b: &a [*a, *a]\n".repeat(30);
    assertThat(problems(laughs)).isNotEmpty();
    assertThat(problems("a: " + "x".repeat(1024 * 1024)))
        .containsExactly("s.yaml: larger than 1 MiB, the limit for a settings file; shorten it");
    assertThat(problems("{\"coverage\": {\"patch\": 1e999999999}}"))
        .singleElement()
        .asString()
        .contains(":24: the number is too long");
    assertThat(problems("{\"coverage\": {\"patch\": " + "9".repeat(50_000) + "}}"))
        .singleElement()
        .asString()
        .contains(":24: the number is too long");
    assertThat(problems("coverage: {patch: " + "9".repeat(50_000) + "}"))
        .singleElement()
        .asString()
        .startsWith("s.yaml:1:19: ");
  }

  @Test
  void otherEncodingsAreNamed() {
    assertThat(problems("\uFEFFplatform: gke".getBytes(StandardCharsets.UTF_16LE)))
        .singleElement()
        .asString()
        .startsWith("s.yaml:1:1: the file is UTF-16 or UTF-32");
  }
}
