package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Options, formats and exit codes of the program as a whole.
final class CommandLineTest {
  @TempDir Path folder;

  @BeforeEach
  void besideOneFileWithAnError() {
    Run.file(folder, "a.yaml", Run.DEFECT);
  }

  @Test
  void exitCodesSayWhatWasFound() {
    Run.file(folder, "clean/b.yaml", Run.NAMESPACE);
    assertThat(Run.in(folder, "lint", "clean").code()).isZero();
    assertThat(Run.in(folder, "lint").code()).isEqualTo(1);
    assertThat(Run.in(folder, "show").code()).isZero();
    Run.file(folder, "refused.yaml", "a: [\n");
    assertThat(Run.in(folder, "show").code()).isEqualTo(1);
  }

  @Test
  void failOnMovesTheThreshold() {
    assertThat(Run.in(folder, "lint", "--fail-on", "error").code()).isEqualTo(1);
    assertThat(Run.in(folder, "lint", "--fail-on", "never").code()).isZero();
    Run.file(folder, "warning/b.yaml", Run.NAMESPACE + "metadata:\n  name: x\n");
    assertThat(Run.in(folder, "lint", "warning").code()).isZero();
    assertThat(Run.in(folder, "lint", "warning", "--fail-on", "warning").code()).isEqualTo(1);
    assertThat(Run.in(folder, "lint", "warning", "--fail-on", "info").code()).isEqualTo(1);
    Run.file(folder, "info/b.yaml", Run.NAMESPACE + "x:\ty\n");
    assertThat(Run.in(folder, "lint", "info", "--fail-on", "warning").code()).isZero();
    assertThat(Run.in(folder, "lint", "info", "--fail-on", "info").code()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"full", "concise", "grouped", "json", "jsonl"})
  void theFormatDoesNotChangeTheExitCode(String format) {
    Run run = Run.in(folder, "lint", "--format", format);
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("ovn-unknown-severity").endsWith("\n");
    assertThat(run.err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "lnt| command \"lnt\" is unknown; did you mean lint?",
        "frobnicate| command \"frobnicate\" is unknown; see netlog --help",
        "lint --formt json| option \"--formt\" is unknown; did you mean --format?",
        "lint --frobnicate| option \"--frobnicate\" is unknown; see netlog lint --help",
        "lint --format jsn| --format \"jsn\" is unknown; did you mean \"json\"? use full",
        "lint --format x --output json=-| --format \"x\" is unknown; use full",
        "show --format yaml| --format \"yaml\" is unknown; use text, json",
        "lint --platform gk| --platform \"gk\" is unknown; did you mean \"gke\"? use gke, ovn",
        "lint --platform gke,eks| --platform \"eks\" is unknown;",
        "lint --platform gke,| --platform \"\" is unknown;",
        "lint --fail-on eror| --fail-on \"eror\" is unknown; did you mean \"error\"? use error,"
            + " warning, info, never",
        "lint --color blue| --color \"blue\" is unknown; use auto, always, never",
        "lint --jobs 0| --jobs \"0\" is not a number from 1 to 1024",
        "lint --jobs -1| --jobs \"-1\" is not a number from 1 to 1024",
        "lint --jobs many| --jobs \"many\" is not a number from 1 to 1024",
        "lint --jobs 99999999999999999999| --jobs \"99999999999999999999\" is not a number from 1 to"
            + " 1024",
        "show --jobs 1.5| --jobs \"1.5\" is not a number from 1 to 1024",
        "lint --max-file-size 0| --max-file-size \"0\" is not a number from 1 to 1024",
        "lint --assume inputs=complete| --assume \"inputs\" is unknown; did you mean \"input\"?",
        "lint --assume input=yes| --assume input= \"yes\" is unknown; use complete, partial",
        "lint --output report.json| --output takes FORMAT=FILE",
        "lint --output json=| --output takes FORMAT=FILE",
        "lint --output xml=x| --output format \"xml\" is unknown;",
        "lint --format| ",
        "lint --format json --format full| ",
        "explain| ",
        "explain ovn-unknown-severty| rule \"ovn-unknown-severty\" is unknown; did you mean"
            + " \"ovn-unknown-severity\"?",
        "completion fish| shell \"fish\" is unknown; use bash, zsh",
      })
  void whatMakesNoSenseIsSaidOnOneLineWithTheRemedy(String command, String message) {
    Run run = Run.in(folder, command.split(" "));
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.line()).startsWith("netlog: " + (message == null ? "" : message));
    assertThat(run.line())
        .containsAnyOf("--help", "use ", "from 1 to 1024", "FORMAT=FILE", "did you mean", "takes");
  }

  @Test
  void withoutACommandTheHelpIsShownAndNothingSucceeds() {
    Run run = Run.in(folder);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out() + run.err()).contains("lint").contains("show");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--help",
        "lint --help",
        "show --help",
        "explain --help",
        "rules --help",
        "completion --help"
      })
  void helpIsShownOnStandardOutput(String command) {
    Run run = Run.in(folder, command.split(" "));
    assertThat(run.code()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out()).startsWith("Usage: netlog");
  }

  @Test
  void theVersionIsThatOfTheProgram() {
    assertThat(Run.in(folder, "--version"))
        .isEqualTo(new Run(0, "netlog " + Version.NUMBER + "\n", ""));
  }

  @Test
  void quietPrintsNothingAndKeepsTheExitCode() {
    assertThat(Run.in(folder, "lint", "--quiet")).isEqualTo(new Run(1, "", ""));
    assertThat(Run.in(folder, "lint", "--quiet", "--format", "concise").out())
        .contains("ovn-unknown-severity");
    assertThat(Run.in(folder, "lint", "--quiet", "--output", "concise=-").out())
        .contains("ovn-unknown-severity");
  }

  @Test
  void severalOutputsAreWrittenFromOneRun() throws IOException {
    Run run =
        Run.in(
            folder,
            "lint",
            "--output",
            "json=r.json",
            "--output",
            "concise=r.txt",
            "--output",
            "jsonl=r.jsonl");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("a.yaml:6:");
    assertThat(Files.readString(folder.resolve("r.json")))
        .startsWith("{")
        .contains("\"fingerprint\"");
    assertThat(Files.readString(folder.resolve("r.txt"))).startsWith("a.yaml:6:");
    assertThat(Files.readString(folder.resolve("r.jsonl"))).startsWith("{").contains("\n");
  }

  @Test
  void anOutputThatCannotBeWrittenIsAUsageErrorThatNamesIt() {
    Run run = Run.in(folder, "lint", "--output", "json=missing/r.json");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.line())
        .contains("cannot write ")
        .contains("missing/r.json")
        .endsWith("name another file");
    assertThat(Run.in(folder, "lint", "--output", "json=.").code()).isEqualTo(2);
  }

  @Test
  void standardInputIsReadUnderItsName() {
    Run run = Run.with(Run.DEFECT, folder, "lint", "-", "--format", "concise");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).startsWith("<stdin>:6:").contains("looked at 1 file, 1 object");
    assertThat(Run.with("a: 1\n", folder, "show", "-", "-").out()).containsOnlyOnce("<stdin>");
  }

  @Test
  void anArgumentThatStartsWithAnAtSignIsAPath() {
    assertThat(Run.in(folder, "lint", "@a.yaml").line()).contains("@a.yaml: no such file");
  }

  @Test
  void thePlatformThatIsNamedIsUsed() {
    assertThat(Run.in(folder, "lint", "--platform", "gke,ovn", "--format", "json").out())
        .containsPattern("\"platforms\": \\[\\s*\"gke\",\\s*\"ovn\"");
    Run.file(folder, "plain/b.yaml", Run.NAMESPACE);
    assertThat(Run.in(folder, "lint", "plain").out()).contains("no platform is in use");
    assertThat(Run.in(folder, "lint", "plain", "--platform", "gke").out())
        .doesNotContain("no platform is in use");
  }

  @Test
  void theOutputIsTheSameWhateverTheJobs() {
    for (int i = 0; i < 40; i++) {
      Run.file(folder, "d/" + i + ".yaml", i % 3 == 0 ? "a: [\n" : Run.DEFECT);
    }
    Run one = Run.in(folder, "lint", "--jobs", "1", "--format", "json");
    assertThat(one.out()).contains("\"files\": 41");
    assertThat(Run.in(folder, "lint", "--jobs", "7", "--format", "json")).isEqualTo(one);
  }

  @Test
  void showPrintsWhatKubectlSendsAndTheSettings() {
    Run run = Run.in(folder, "show", "--format", "json");
    assertThat(run.code()).isZero();
    assertThat(run.out())
        .contains("\"object\": {")
        .contains("\"settings\": [")
        .contains("\"platform\": \"ovn\"")
        .contains("\"error\": true");
    assertThat(Run.in(folder, "show").out()).contains("a.yaml:1: ").contains("logging settings");
  }

  @Test
  void everyRuleCanBeExplained() {
    String listed = Run.in(folder, "rules").out();
    assertThat(listed.lines()).hasSizeGreaterThan(20);
    listed
        .lines()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .forEach(id -> assertThat(Run.in(folder, "explain", id).code()).as(id).isZero());
  }
}
