package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The words of the report about unknown points: `why` says what is wrong, `ask` what to do.
final class UnknownWordsTest {
  private static final String SPEC = "{podSelector: {}, ingress: [{ports: [{port: 1}]}]}";
  private static final String LOGGED = Written.loggedPolicy("shop/p", SPEC);
  private static final String NAMESPACE = Written.namespace("shop", Written.DENY_KEY, "'true'");

  @TempDir Path folder;

  /// One unknown cause.
  ///
  /// @param files pairs of a path and a text
  /// @param why what is wrong, with the place
  /// @param ask what to do
  record Row(String cause, List<String> files, String why, String ask) {
    @Override
    public String toString() {
      return cause;
    }
  }

  static List<Row> causes() {
    return List.of(
        new Row(
            "unreadable",
            List.of("all.yaml", LOGGED, "t.yaml", "{{ if .on }}\n" + LOGGED + "{{ end }}\n"),
            "why   the text may hold a policy and cannot be read: it is a template\n",
            "ask   render it and judge the output (with a base: compare both outputs with"
                + " --base-path); or add the file to ignore-paths of the base if no cluster gets it\n"),
        new Row(
            "transformed",
            List.of(
                "all.yaml",
                LOGGED,
                "kustomization.yaml",
                "resources: [all.yaml]\npatches: [{target: {kind: NetworkPolicy}, patch: '[{op: remove, path: /metadata/annotations}]'}]\n"),
            "NetworkPolicy/shop/p is not what the cluster gets: a tool changes it"
                + "   kustomization.yaml:2:1\n",
            "ask   judge what the tool builds, such as the output of kustomize build\n"),
        new Row(
            "networklogging-unknown",
            List.of("all.yaml", NAMESPACE + LOGGED),
            "why   NetworkLogging",
            "ask   add the NetworkLogging default; or say what the cluster has: pass --assume"
                + " networkLogging=delegated, or write assume: {networkLogging: delegated} into a"
                + " target in .netlog.yaml (or all, or disabled)\n"),
        new Row(
            "namespace-unknown",
            List.of("all.yaml", Written.DELEGATED + LOGGED),
            "Namespace shop is not in the input\n",
            "ask   add the Namespace object shop, or pass --assume namespaces=unannotated (assume:"
                + " {namespaces: unannotated} of a target in .netlog.yaml)\n"),
        new Row(
            "unmodelled-policy",
            List.of("all.yaml", Written.object("FQDNNetworkPolicy", "shop/f", "", "{}")),
            "why   netlog does not model policies of this kind   all.yaml:4:18\n",
            "ask   check its records in the log; --unknown ignore leaves unknown points out of the"
                + " gates\n"));
  }

  @ParameterizedTest
  @MethodSource("causes")
  void eachCauseHasOneReasonAndOneNextStep(Row row) {
    for (int i = 0; i < row.files().size(); i += 2) {
      Run.file(folder, row.files().get(i), row.files().get(i + 1));
    }
    Run run = Run.in(folder, "coverage", ".", "--platform", "gke");
    assertThat(run.out()).contains("    " + row.cause() + "\n", row.why(), row.ask());
    assertThat(run.out()).doesNotContain("settled by");
  }

  @Test
  void aLossThatTouchesNoPointIsNotNothing() {
    Repository repository =
        Repository.in(folder).write("ns.yaml", NAMESPACE).write("p.yaml", LOGGED);
    repository.branch().write("p.yaml", Written.policy("shop/p", SPEC));
    Run run = repository.gate("--platform", "gke");
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.out()).contains("what the change takes away").doesNotContain("nothing changed");
  }

  @Test
  void aToolMayAddTheAnnotationThatNothingHas() {
    String key = "gke-delegate-without-annotation";
    Run.file(folder, "all.yaml", Written.DELEGATED + NAMESPACE + Written.policy("shop/p", SPEC));
    Run.file(folder, "kustomization.yaml", "resources: [all.yaml]\n");
    assertThat(Run.in(folder, "coverage", ".", "--platform", "gke").out()).contains(key);
    Run.file(
        folder,
        "kustomization.yaml",
        "resources: [all.yaml]\ncommonAnnotations: {" + Written.ALLOW_KEY + ": 'true'}\n");
    assertThat(Run.in(folder, "coverage", ".", "--platform", "gke").out()).doesNotContain(key);
  }
}
