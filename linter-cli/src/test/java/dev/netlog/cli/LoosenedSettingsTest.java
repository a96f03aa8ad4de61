package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A change that only edits settings, so that a later one can take logs away, is named at once.
final class LoosenedSettingsTest {
  private static final String PROD =
      "  - {name: prod, platform: gke, paths: [clusters/prod], assume: {networkLogging: delegated}}\n";
  private static final String LOGGED =
      Written.namespace("shop", Written.DENY_KEY, "'true'")
          + Written.loggedPolicy("shop/p", "{podSelector: {}, ingress: [{ports: [{port: 1}]}]}");
  private static final String LOOSE = "settings-loosened";

  @TempDir Path folder;
  private Repository repository;

  @BeforeEach
  void aRepositoryWithATarget() {
    repository = Repository.in(folder).write("clusters/prod/all.yaml", LOGGED);
    settings(PROD, "coverage: {minimum: {verdict: 50}}\n");
    repository.branch();
  }

  private void settings(String targets, String more) {
    repository.write(".netlog.yaml", "targets:\n" + targets + more);
  }

  private Run gate(String... more) {
    String[] arguments = new String[more.length + 2];
    arguments[0] = "--config-from";
    arguments[1] = "base";
    System.arraycopy(more, 0, arguments, 2, more.length);
    return repository.gate(arguments);
  }

  private void assertLoosened(String named, int points) {
    Run run = gate();
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out()).contains("not met  " + LOOSE + ": " + points, named);
    Run strict = gate("--strict");
    assertThat(strict.code()).isEqualTo(1);
    assertThat(strict.out()).contains("FAIL  " + LOOSE);
    for (String format : new String[] {"json", "markdown", "html", "junit", "github"}) {
      assertThat(gate("--strict", "--format", format).out()).as(format).contains(LOOSE);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"networkLogging: all", "networkLogging: disabled", ""})
  void otherAssumptionsDecideOverLoggedPoints(String assume) {
    settings(
        PROD.replace("networkLogging: delegated", assume), "coverage: {minimum: {verdict: 50}}\n");
    assertLoosened("targets.prod.assume.networkLogging is delegated in the base", 2);
  }

  @Test
  void pathsThatAreNewlyIgnoredTakeLoggedPointsAway() {
    settings(PROD, "ignore-paths: [clusters]\ncoverage: {minimum: {verdict: 50}}\n");
    assertLoosened("ignore-paths is not set in the base and clusters at the head", 2);
  }

  @Test
  void soDoesAnIgnoreFile() {
    repository.write(".netlogignore", "clusters/\n");
    assertLoosened("ignored only by the head", 2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "minimum: {verdict: 49}",
        "minimum: {verdict: 50}, unknown: ignore",
        "minimum: {verdict: 50}, patch: 0",
        "minimum: {verdict: 50}, informational: true",
      })
  void weakerGatesAreNamed(String coverage) {
    settings(PROD, "coverage: {" + coverage + "}\n");
    assertLoosened("gates are weaker by coverage.", 0);
  }

  @Test
  void theJsonListsSettingsAndPoints() {
    settings(PROD.replace("delegated", "all"), "coverage: {minimum: {verdict: 50}}\n");
    assertThat(gate("--format", "json").out())
        .contains(
            "{\"setting\": \"targets.prod.assume.networkLogging\", \"base\": \"delegated\","
                + " \"head\": \"all\"}")
        .contains("\"shop/Virtual/p|ingress|deny|default-deny\"");
  }

  @Test
  void settingsThatTakeNothingAreOnlyNamed() {
    String stricter =
        "coverage: {minimum: {verdict: 80}, governance: true}\nignore-paths: [docs]\n";
    settings(
        PROD.replace("prod,", "production,") + "  - {name: x, platform: gke, paths: [x]}\n",
        stricter);
    Run run = gate("--strict");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    assertThat(run.out())
        .doesNotContain(LOOSE)
        .contains("coverage.minimum.verdict is 50 in the base and 80 at the head");
    settings(PROD, "coverage: {minimum: {verdict: 50}}\n");
    assertThat(gate("--strict").out()).doesNotContain(LOOSE, "decides");
  }

  @Test
  void aTargetOfTheHeadAssumesOnlyWhatOneOfTheBaseAssumes() {
    String bare = "shop/q";
    repository.write(
        "clusters/prod2/all.yaml",
        Written.namespace("shop")
            + Written.policy(bare, "{podSelector: {}, ingress: [{ports: [{port: 1}]}]}"));
    String prod2 = PROD.replace("prod", "prod2").replace("delegated", "all");
    settings(PROD + prod2, "coverage: {minimum: {verdict: 50}}\n");
    Run run = gate();
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains("prod2 (gke)", "0/2");
    repository.write("clusters/prod2/all.yaml", LOGGED);
    settings(PROD + PROD.replace("prod", "prod2"), "coverage: {minimum: {verdict: 50}}\n");
    assertThat(gate().code()).isZero();
  }

  @Test
  void theFirstTargetsOfARepositoryAssumeNothing() {
    repository.git("checkout", "--quiet", "main");
    repository.git("rm", "--quiet", ".netlog.yaml");
    repository.commit().git("checkout", "--quiet", "-B", "change");
    repository.write(
        "clusters/prod/q.yaml", Written.policy("shop/q", "{podSelector: {}, ingress: [{}]}"));
    settings(PROD.replace("delegated", "all"), "");
    Run run = gate();
    assertThat(run.code()).as(run.out()).isEqualTo(1);
  }
}
