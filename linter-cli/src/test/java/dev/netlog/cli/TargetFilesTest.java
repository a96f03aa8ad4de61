package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which files belong to which target, and what happens to those that belong to none.
final class TargetFilesTest {
  private static final String PROD = "  - {name: prod, platform: gke, paths: [clusters/prod]}\n";
  private static final String STAGE = "  - {name: stage, platform: gke, paths: [clusters/stage]}\n";
  private static final String REST = "  - {name: rest, platform: gke}\n";
  private static final String LOGGED =
      Written.DELEGATED
          + Written.namespace("shop", Written.DENY_KEY, "'true'")
          + Written.loggedPolicy("shop/p", "{podSelector: {}, ingress: [{ports: [{port: 1}]}]}");
  private static final String BARE = LOGGED.replace("'true'", "'false'");

  @TempDir Path folder;

  private Repository repository;

  @BeforeEach
  void aRepositoryWithOneClusterThatIsATarget() {
    repository = Repository.in(folder).write("clusters/prod/all.yaml", LOGGED);
    settings(PROD, "");
  }

  private void settings(String targets, String more) {
    repository.write(".netlog.yaml", "targets:\n" + targets + more);
  }

  private Run run(String... arguments) {
    return Run.in(folder, arguments);
  }

  @Test
  void aFileOfNoTargetIsNamedWithWhatToWrite() {
    repository.write("clusters/stage/np.yaml", LOGGED);
    String line =
        "netlog: clusters/stage/np.yaml: NetworkLogging default is in no target, so it is not judged;"
            + " add the file to the paths of a target in .netlog.yaml, or to ignore-paths if no"
            + " cluster gets it";
    for (String path : new String[] {"clusters/stage", "."}) {
      Run run = run("coverage", path);
      assertThat(run.code()).as(run.out()).isEqualTo(2);
      assertThat(run.line()).isEqualTo(line);
    }
    Run explained = run("explain", "networkpolicy", "shop/p", "clusters/stage");
    assertThat(explained.code()).isEqualTo(2);
    assertThat(explained.line()).isEqualTo(line);
    assertThat(run("coverage", "clusters/prod").code()).isZero();
    assertThat(run("lint", ".", "--fail-on", "never").code()).isZero();
  }

  @Test
  void objectsThatSayNothingOfPoliciesNeedNoTarget() {
    repository.write(
        "apps/web.yaml", Written.deployment("shop/web", "{app: web}") + Written.namespace("other"));
    assertThat(run("coverage", ".").code()).isZero();
    repository.write("apps/ns.yaml", Written.namespace("o", Written.DENY_KEY, "'true'"));
    assertThat(run("coverage", ".").code()).isEqualTo(2);
    repository.write("apps/ns.yaml", Written.object("EgressFirewall", "o/default", "", "{}"));
    assertThat(run("coverage", ".").code()).isEqualTo(2);
  }

  @Test
  void ignorePathsTakesFilesOfNoTarget() {
    repository.write("docs/a/np.yaml", BARE).write("attic/x/np.yaml", BARE);
    settings(PROD, "ignore-paths: [docs, 'attic/**']\n");
    assertThat(run("coverage", ".").code()).isZero();
    settings(PROD, "ignore-paths: ['docs/*.yaml', attic]\n");
    assertThat(run("coverage", ".").line()).contains("docs/a/np.yaml");
  }

  @Test
  void aTargetWithoutPathsTakesTheRest() {
    repository.write("clusters/stage/np.yaml", BARE.replace("shop", "other"));
    settings(PROD + REST, "ignore-paths: [docs]\n");
    repository.write("docs/np.yaml", BARE.replace("shop", "third"));
    Run run = run("coverage", ".", "--format", "json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out())
        .contains("other/Virtual/p|ingress".replace("|", "\", \"direction\": \""))
        .doesNotContain("third");
    assertThat(run("coverage", ".", "--minimum", "100").out())
        .contains("prod (gke)")
        .contains("rest (gke)");
  }

  @Test
  void aFileThatStoodOutsideAlreadyIsReported() {
    repository.write("clusters/stage/np.yaml", BARE).branch();
    repository.write("clusters/stage/np.yaml", LOGGED);
    Run run = repository.gate();
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("belong to no target").contains("clusters/stage/np.yaml");
    repository.write("clusters/stage/more.yaml", Written.policy("shop/q", "{podSelector: {}}"));
    assertThat(repository.gate().line()).contains("clusters/stage/more.yaml");
  }

  @Test
  void aTargetThatIsTakenAwayLeavesNoFilesBehind() {
    repository.write("clusters/stage/np.yaml", LOGGED);
    settings(PROD + STAGE, "");
    repository.branch();
    settings(PROD, "");
    repository.write("clusters/stage/np.yaml", BARE);
    assertThat(repository.gate().line()).contains("clusters/stage/np.yaml");
    settings(PROD, "ignore-paths: [clusters/stage]\n");
    assertThat(repository.gate().line())
        .contains("clusters/stage/np.yaml")
        .contains("a new one does not count");
  }

  @Test
  void aNewEntryOfIgnorePathsDoesNotHideWhatTheBaseJudges() throws IOException {
    repository.branch();
    Files.delete(folder.resolve("clusters/prod/all.yaml"));
    repository.write("attic/all.yaml", BARE);
    settings(PROD, "ignore-paths: [attic]\n");
    assertThat(repository.gate().line()).contains("attic/all.yaml");
    repository.write("clusters/prod/all.yaml", LOGGED);
    repository.write("attic/all.yaml", BARE.replace("default", "d").replace("shop", "old"));
    Run run = repository.gate();
    assertThat(run.code()).as(run.err()).isZero();
    settings(PROD, "ignore-paths: [attic, clusters/prod]\n");
    repository.write("clusters/prod/all.yaml", BARE);
    assertThat(repository.gate("--config-from", "head").code()).isEqualTo(1);
  }

  @Test
  void aNewClusterComesWithItsTarget() {
    settings(PROD, "coverage: {minimum: {verdict: 100}}\n");
    repository.branch();
    settings(PROD + STAGE, "coverage: {minimum: {verdict: 0}}\n");
    repository.write("clusters/stage/all.yaml", LOGGED);
    Run good = repository.gate("--config-from", "base");
    assertThat(good.code()).as(good.out() + good.err()).isZero();
    assertThat(good.out())
        .contains("stage (gke)")
        .contains("target stage is not in the settings of the base");
    repository.write("clusters/stage/all.yaml", BARE);
    assertThat(repository.gate("--config-from", "base").code()).isEqualTo(1);
    settings(PROD, "");
    assertThat(repository.gate("--config-from", "base").line()).contains("clusters/stage/all.yaml");
  }

  @Test
  void aTargetOfTheHeadTakesNothingFromThoseOfTheBase() {
    repository.branch();
    settings("  - {name: easy, platform: ovn, paths: [clusters]}\n", "");
    repository.write("clusters/prod/all.yaml", BARE);
    Run run = repository.gate("--config-from", "base");
    assertThat(run.code()).as(run.out()).isEqualTo(1);
    assertThat(run.out()).contains("prod (gke)");
  }

  @Test
  void aTargetThatGrowsIsJudgedAsTheBaseSays() {
    settings(PROD, "coverage: {minimum: {verdict: 100}}\n");
    repository.branch();
    settings(PROD.replace("clusters/prod", "clusters/prod, more"), "");
    repository.write("more/np.yaml", Written.policy("shop/q", "{podSelector: {}, ingress: [{}]}"));
    Run run = repository.gate("--config-from", "base");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains("target prod takes more files").contains("more/np.yaml");
  }

  @Test
  void completeHoldsOnlyWhereTheRunReadsAllOfTheTarget() {
    String policies =
        Written.DELEGATED
            + Written.namespace("shop")
            + Written.policy("shop/p", "{podSelector: {matchLabels: {app: x}}}");
    repository
        .write("clusters/prod/all.yaml", policies)
        .write("clusters/prod/w/web.yaml", Written.deployment("shop/web", "{app: web}"));
    settings(PROD.replace("]}", "], complete: true}"), "");
    assertThat(run("coverage", "clusters/prod").out()).doesNotContain("not taken as complete");
    Run part = run("coverage", "clusters/prod/all.yaml");
    assertThat(part.out()).contains("target prod is not taken as complete");
  }

  @Test
  void thePlatformMayShowItselfOnEitherSide() {
    repository.write(".netlog.yaml", "fail-on: error\n").branch();
    repository.write(
        "clusters/prod/all.yaml",
        Written.namespace("shop")
            + Written.policy("shop/p", "{podSelector: {}, ingress: [{ports: [{port: 1}]}]}"));
    Run run = repository.gate();
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("gke");
  }
}
