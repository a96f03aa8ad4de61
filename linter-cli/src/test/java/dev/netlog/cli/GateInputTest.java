package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Changes that would have a file not read, or not as what it is.
final class GateInputTest {
  private static final String LOGGED =
      Written.loggedPolicy("shop/p", "{podSelector: {}, ingress: [{ports: [{port: 1}]}]}");
  private static final String BARE = LOGGED.replace("'true'", "'false'");
  private static final String POINTER =
      "version https://git-lfs.github.com/spec/v1\noid sha256:ab\nsize 12345\n";

  @TempDir Path folder;

  private Repository repository;

  @BeforeEach
  void aRepositoryWithALoggedPolicy() {
    repository =
        Repository.in(folder)
            .write(
                "ns.yaml",
                Written.DELEGATED + Written.namespace("shop", Written.DENY_KEY, "'true'"))
            .write("app/np.yaml", LOGGED);
  }

  @Test
  void ignoringAFileDoesNotHideIt() {
    repository.write("app/keep.yaml", "").branch();
    for (String file : new String[] {".netlogignore", ".gitignore", "app/.netlogignore"}) {
      repository.write("app/np.yaml", BARE).write(file, "np.yaml\napp/\n");
      repository.git("add", "--all", "--force");
      Run run = repository.gate("--config-from", "base", "--strict");
      assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    }
    assertThat(repository.gate().out())
        .contains("ignored only by the head, and read nevertheless: app");
  }

  @Test
  void whatBothSidesIgnoreIsLeftOut() {
    repository.write(".netlogignore", "app/\n").branch();
    repository.write("app/np.yaml", BARE);
    assertThat(repository.gate().code()).isZero();
  }

  @Test
  void betweenFoldersBothHaveToIgnoreAPath() {
    for (String side : new String[] {"base", "head"}) {
      repository.write(side + "/np.yaml", side.equals("base") ? LOGGED : BARE);
    }
    String[] run = {
      "coverage",
      "head",
      "--base-path",
      "base",
      "--platform",
      "gke",
      "--assume",
      "networkLogging=delegated"
    };
    repository.write("head/.gitignore", "np.yaml\n");
    assertThat(Run.in(folder, run).code()).isEqualTo(1);
    assertThat(Run.in(folder, run).out()).contains("and read nevertheless: head/np.yaml");
    repository.write("base/.netlogignore", "*.yaml\n").write("base/x.json", "{}");
    assertThat(Run.in(folder, run).out()).doesNotContain("NetworkPolicy");
  }

  @Test
  void whatAKustomizationNamesIsReadWhateverItsEnding() throws IOException {
    repository.write("app/kustomization.yaml", "resources: [np.yaml]\n").branch();
    repository.write("app/kustomization.yaml", "resources: [np.txt]\n").write("app/np.txt", BARE);
    Files.delete(folder.resolve("app/np.yaml"));
    Run run = repository.gate("--format", "json");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("\"path\": \"app/np.txt\"");
  }

  @Test
  void whatStandsUnderBasesIsReadToo() throws IOException {
    repository.write("app/kustomization.yaml", "bases: [np.yaml]\n").branch();
    repository.write("app/kustomization.yaml", "bases: [np.txt]\n").write("app/np.txt", BARE);
    Files.delete(folder.resolve("app/np.yaml"));
    Run run = repository.gate("--format", "json");
    assertThat(run.code()).as(run.err()).isEqualTo(1);
    assertThat(run.out()).contains("\"path\": \"app/np.txt\"");
  }

  @Test
  void lintAndShowReadItToo() {
    repository.write("app/kustomization.yaml", "resources: [a.cfg, ../b.cfg, ../../c.cfg]\n");
    repository.write("app/a.cfg", Run.DEFECT).write("b.cfg", Run.DEFECT.replace("pay", "bay"));
    assertThat(Run.in(folder, "lint", "app").out()).contains("app/a.cfg").doesNotContain("b.cfg");
    assertThat(Run.in(folder, "lint", ".").out()).contains("app/a.cfg").contains("b.cfg");
    assertThat(Run.in(folder, "show", "app").out()).contains("app/a.cfg");
    assertThat(Run.in(folder, "coverage", ".", "--platform", "ovn").out()).contains("payments");
  }

  @Test
  void aPointerOfLfsIsNotUnderstood() {
    repository.write("app/np.yaml", POINTER);
    for (String command : new String[] {"lint", "show"}) {
      Run run = Run.in(folder, command, "app/np.yaml", "--strict", "--format", "json");
      assertThat(run.code()).as(command + run.err()).isEqualTo(3);
      assertThat(run.out()).contains("unreadable").contains("Git LFS pointer");
    }
    repository.write("app/np.yaml", POINTER.replace("version https", "# version https"));
    // Text that is no pointer is understood, and holds no object.
    assertThat(Run.in(folder, "show", "app/np.yaml", "--strict").code()).isEqualTo(2);
  }

  @Test
  void aPatchIsNoObject() {
    repository
        .write("app/kustomization.yaml", "resources: [np.yaml]\npatches: [{path: p.yaml}]\n")
        .write("app/p.yaml", Written.object("NetworkPolicy", "shop/p", "labels: {a: b}", ""));
    Run run = Run.in(folder, "coverage", ".", "--format", "json");
    assertThat(run.code()).as(run.err()).isZero();
    assertThat(run.out()).contains("\"reason\": \"patch\"").contains("\"total\": 2");
  }

  @Test
  void changesThatAreNotCommittedAreMentioned() throws IOException {
    repository.write("b.yaml", "").write("c.yaml", "").branch();
    assertThat(repository.gate().out()).doesNotContain("uncommitted");
    repository.write("app/np.yaml", BARE);
    Run one = Run.in(folder, "coverage", ".", "--base", "main");
    assertThat(one.code()).as(one.err()).isZero();
    assertThat(one.out()).contains("uncommitted changes in app/np.yaml do not count");
    Files.delete(folder.resolve("b.yaml"));
    repository.write("new.yaml", "").write("c.yaml", "\n").write("no.txt", "");
    assertThat(Run.in(folder, "coverage", ".", "--base", "main").out())
        .contains("uncommitted changes in app/np.yaml and 3 more files do not count");
    Files.delete(folder.resolve("new.yaml"));
    repository.git("checkout", "--quiet", ".");
    assertThat(Run.in(folder, "coverage", ".", "--base", "main").out())
        .doesNotContain("uncommitted");
  }

  @Test
  void aPathThatTheHeadLacksIsNamed() throws IOException {
    repository.branch();
    Files.delete(folder.resolve("app/np.yaml"));
    repository.git("commit", "--quiet", "--all", "--message", "drop it");
    Run run = Run.in(folder, "coverage", "app", "app/np.yaml", "--base", "main");
    assertThat(run.out())
        .as(run.err())
        .contains(
            "\"app\" is in the base but not in HEAD, so objects that are nowhere else count as"
                + " deleted")
        .contains("\"app/np.yaml\" is in the base but not in HEAD");
  }
}
