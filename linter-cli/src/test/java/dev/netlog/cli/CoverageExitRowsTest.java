package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Sections 6 and 7 of the definition of coverage as far as they are about a run: exit codes,
/// several targets, and what reports hold where there is nothing to cover.
final class CoverageExitRowsTest {
  private static final String CLOSED = Written.policy("shop/p", "{podSelector: {}}");
  private static final String BARE = Written.DELEGATED + Written.namespace("shop") + CLOSED;
  private static final String LOGGED = logged("'true'");

  @TempDir Path folder;

  /// A run and how it ends.
  record Row(String name, int code, List<String> arguments) {
    static Row of(String name, int code, String... arguments) {
      return new Row(name, code, List.of(arguments));
    }

    @Override
    public String toString() {
      return "exit " + code + ": " + name;
    }
  }

  private static String logged(String value) {
    return Written.DELEGATED + Written.namespace("shop", Written.DENY_KEY, value) + CLOSED;
  }

  @BeforeEach
  void foldersWithOnePointEach() {
    Run.file(folder, "bare/all.yaml", BARE);
    Run.file(folder, "logged/all.yaml", LOGGED);
    Run.file(folder, "unknown/all.yaml", CLOSED);
    Run.file(folder, "nothing/all.yaml", Written.namespace("shop"));
    Run.file(folder, "twice/one.yaml", BARE);
    Run.file(folder, "twice/two.yaml", BARE);
    Run.file(
        folder,
        "odd/all.yaml",
        Written.policy("shop/p", "{podSelector: {}, ingress: [{ports: [{port: 9, endPort: 8}]}]}"));
  }

  static Stream<Row> rows() {
    return Stream.of(
        Row.of("no gate is asked for", 0, "bare"),
        Row.of("a gate is met", 0, "logged", "--minimum", "100"),
        Row.of("a gate is not met", 1, "bare", "--minimum", "100"),
        Row.of("project, patch and regressions are met", 0, "logged", "--base-path", "bare"),
        Row.of("they are not", 1, "bare", "--base-path", "logged"),
        Row.of("a target without points passes", 0, "nothing", "--minimum", "100"),
        Row.of("unknown counts as not covered", 1, "unknown", "--minimum", "1"),
        Row.of("unknown is ignored", 0, "unknown", "--minimum", "1", "--unknown", "ignore"),
        Row.of("minimum of a namespace", 1, "bare", "--minimum-per-namespace", "1"),
        Row.of("two objects with one identity", 2, "twice"),
        Row.of("an object that no cluster takes is left out", 0, "odd"),
        Row.of("a base that is not there", 2, "bare", "--base-path", "gone"),
        Row.of("a percentage that is none", 2, "bare", "--minimum", "101"),
        Row.of("a path that is not there", 2, "gone"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void aRunEndsWithItsCode(Row row) {
    List<String> arguments =
        Stream.of(List.of("coverage"), row.arguments(), List.of("--platform", "gke"))
            .flatMap(List::stream)
            .toList();
    Run run = Run.in(folder, arguments.toArray(String[]::new));
    assertThat(run.code()).as(run.err() + run.out()).isEqualTo(row.code());
  }

  private static String target(String name, String path) {
    return "  - {name: " + name + ", platform: gke, paths: [" + path + "]}\n";
  }

  @Test
  @DisplayName("Several targets: all must pass")
  void oneTargetThatFailsFailsTheRun() {
    String gate = "coverage: {minimum: {verdict: 100}}\ntargets:\n";
    Run.file(folder, ".netlog.yaml", gate + target("a", "logged") + target("b", "nothing"));
    assertThat(Run.in(folder, "coverage", "logged", "nothing").code()).isZero();
    Run.file(folder, ".netlog.yaml", gate + target("a", "logged") + target("b", "bare"));
    Run run = Run.in(folder, "coverage", "logged", "bare");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("1/1").contains("0/1").doesNotContain("1/2");
  }

  @Test
  @DisplayName("t = 0 is n/a, never a percentage; ratios are null")
  void withoutPointsNoPercentageIsShown() {
    Run run = Run.in(folder, "coverage", "nothing", "--platform", "gke");
    assertThat(run.out()).contains("n/a").doesNotContain("%");
    assertThat(CoverageRun.gke(folder, Written.namespace("shop")).ratio()).isEqualTo("null..null");
  }

  @Test
  @DisplayName("pass points are listed with counted: false and enter no counter")
  void aPassIsNotCounted() {
    CoverageRun run =
        CoverageRun.ovn(
            folder,
            Written.pod("shop/w", "")
                + Written.object(
                    "AdminNetworkPolicy",
                    "a",
                    "",
                    "{priority: 1, subject: {namespaces: {}}, ingress: [{action: Pass, from:"
                        + " [{namespaces: {}}]}]}"));
    assertThat(run.points())
        .containsExactly(
            "shop/Pod/w|ingress|pass|AdminNetworkPolicy/a#Ingress/0 missed not-annotated"
                + " counted=false");
    assertThat(run.counter("verdict")).isEmpty();
    assertThat(run.counter("policy")).isEmpty();
    assertThat(run.governance()).isEqualTo("0/2");
  }

  @Test
  @DisplayName("diff(x, x) is empty, and newly_uncovered holds regressions and added points")
  void theDifferenceNamesWhatIsNewlyUncovered() {
    CoverageRun same = CoverageRun.against(folder, "gke", LOGGED, LOGGED);
    for (String member : List.of("added", "removed", "regressions", "newly_uncovered", "touched")) {
      assertThat(same.diff(member)).as(member).isEqualTo("[]");
    }
    CoverageRun worse = CoverageRun.against(folder, "gke", LOGGED, BARE);
    assertThat(worse.diff("newly_uncovered"))
        .isEqualTo("[shop/Virtual/p|ingress|deny|default-deny]");
    assertThat(worse.passes("regressions")).isFalse();
    assertThat(worse.passes("governance")).isTrue();
  }

  @Test
  @DisplayName("A logging key whose value is not a string is an invalid annotation")
  void aValueThatIsNoStringIsInvalid() {
    CoverageRun run = CoverageRun.gke(folder, logged("true"));
    assertThat(run.state("deny")).isEqualTo("missed invalid-annotation");
  }

  @Test
  void settingsWeighTheFindingsAndSwitchThemOff() {
    String named =
        Written.pod("shop/w", "")
            + CLOSED.replace("podSelector: {}", "podSelector: {matchLabels: {a: b}}");
    CoverageRun before = CoverageRun.gke(folder, named);
    assertThat(before.severities())
        .containsExactlyInAnyOrder(
            "networklogging-absent info",
            "policy-selects-nothing info",
            "ungoverned-workload info");
    Run.file(
        folder,
        ".netlog.yaml",
        """
        rules:
          policy-selects-nothing: error
          ungoverned-workload: "off"
          gke-networklogging-absent: "off"
        """);
    CoverageRun after = CoverageRun.gke(folder, named);
    assertThat(after.run().code()).isZero();
    assertThat(after.severities()).containsExactly("policy-selects-nothing error");
  }
}
