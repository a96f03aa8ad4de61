package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `coverage` shows what `lint` finds in the objects of a target, and fails by none of it but
/// documents that kubectl refuses.
final class EveryFindingTest {
  private static final String POLICY =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: web, namespace: payments}
      spec: {podSelector: {}}
      """;

  @TempDir Path folder;

  private String json(String platform) {
    Run run = Run.in(folder, "coverage", "in", "--platform", platform, "--format", "json");
    assertThat(run.code()).as(run.toString()).isZero();
    return run.out();
  }

  private static String finding(String code, String object) {
    return "{\"code\": \"" + code + "\", \"object\": \"" + object + "\"";
  }

  @Test
  void aRuleWithoutAWordOfCoverageSpeaksUnderItsId() {
    Run.file(
        folder,
        "in/a.yaml",
        Run.NAMESPACE + "  annotations: {k8s.ovn.org/acl_logging: '{\"deny\": \"info\"}'}\n");
    assertThat(json("ovn")).contains(finding("ovn-misspelt-annotation", "Namespace/payments"));
  }

  @Test
  void aRuleOfSeveralPlatformsSpeaksUnderTheirWord() {
    Run.file(folder, "in/a.yaml", Run.DEFECT);
    assertThat(json("ovn"))
        .contains(finding("invalid-annotation-value", "Namespace/payments"))
        .contains("\"rule\": \"ovn-unknown-severity\"");
  }

  @Test
  void whatIsNotLoggedIsAFindingToo() {
    Run.file(folder, "in/a.yaml", Run.NAMESPACE + "---\n" + POLICY);
    assertThat(json("ovn")).contains(finding("ovn-unlogged-namespace", "Namespace/payments"));
  }

  @Test
  void whatAnotherPlatformMakesOfAnObjectIsNone() {
    Run.file(folder, "in/a.yaml", Run.DEFECT);
    assertThat(json("gke")).doesNotContain("ovn-unknown-severity");
  }

  @Test
  void theBytesOfAnObjectAreJudged() {
    Run.file(folder, "in/a.yaml", Run.NAMESPACE + "  annotations: {a: b}\n  annotations: {c: d}\n");
    assertThat(json("ovn")).contains(finding("yaml-duplicate-key", "Namespace/payments"));
  }

  @Test
  void whatBelongsToNoObjectStandsBesideTheTargetsAndFailsNothing() {
    Run.file(folder, "in/a.yaml", Run.NAMESPACE + "...\n" + POLICY);
    String json = json("ovn");
    String refused = json.substring(json.lastIndexOf("\"refused\": ["));
    assertThat(refused)
        .contains("\"rule\": \"yaml-lost-content\"", "\"subject\": null", "\"fingerprint\": \"");
    for (String format : new String[] {"text", "markdown", "html"}) {
      assertThat(Run.in(folder, "coverage", "in", "--platform", "ovn", "--format", format).out())
          .as(format)
          .contains("yaml-lost-content");
    }
  }

  @Test
  void ofTheseOnlyWhatKubectlRefusesFails() {
    Run.file(folder, "in/a.yaml", Run.NAMESPACE + "---\na: b: c\n");
    Run run = Run.in(folder, "coverage", "in", "--platform", "ovn", "--format", "json");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).containsOnlyOnce("\"rule\": \"yaml-invalid\"");
  }

  /// Breaking a file must not hide its policies; one that was broken before hides none.
  @Test
  void whatKubectlRefusedBeforeIsSaidAndFailsNothing() {
    Run.file(folder, "base/b.yaml", "a: b: c\n");
    Run.file(folder, "in/a.yaml", Run.NAMESPACE);
    Repository repository = Repository.in(folder);
    repository.write("in/b.yaml", "a: b: c\n").branch();
    repository.write("in/b.yaml", "a: b: c: d\n");
    Run run = repository.gate("--platform", "ovn", "--format", "json");
    assertThat(run.code()).as(run.toString()).isZero();
    assertThat(run.out()).contains("\"rule\": \"yaml-invalid\"");
  }

  @Test
  void oneCodeDoesNotHideTheOthersInText() {
    StringBuilder many = new StringBuilder(Run.DEFECT);
    for (int i = 0; i < 40; i++) {
      many.append("---\n").append(Run.NAMESPACE.replace("payments", "n" + i));
      many.append("---\n").append(POLICY.replace("namespace: payments", "namespace: n" + i));
    }
    many.append("---\n").append(Run.NAMESPACE.replace("payments", "last"));
    many.append("  annotations: {k8s.ovn.org/acl-logging: '{\"alow\": \"info\"}'}\n");
    Run.file(folder, "in/a.yaml", many.toString());
    String text = Run.in(folder, "coverage", "in", "--platform", "ovn").out();
    assertThat(text)
        .contains("error[ovn-unknown-severity]", "warning[ovn-unknown-key]", " more: ")
        .contains("ovn-unlogged-namespace");
  }
}
