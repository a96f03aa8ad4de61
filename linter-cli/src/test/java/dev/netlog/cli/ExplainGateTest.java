package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `coverage --explain-gate` tells what the gates compared.
final class ExplainGateTest {
  private static final String SPEC = "{podSelector: {}, ingress: [{ports: [{port: 1}]}]}";

  @TempDir Path folder;
  private Repository repository;

  @BeforeEach
  void aRepository() {
    repository =
        Repository.in(folder)
            .write("nl.yaml", Written.DELEGATED)
            .write("ns.yaml", Written.namespace("shop", Written.DENY_KEY, "'true'"))
            .write("old.yaml", Written.loggedPolicy("shop/p", SPEC))
            .write("web.yaml", Written.deployment("shop/web", "{app: web}"))
            .write("gone.yaml", Written.loggedPolicy("gone/q", SPEC));
    repository.branch();
  }

  private String explained(String... more) {
    String[] words = new String[more.length + 3];
    words[0] = "--explain-gate";
    words[1] = "--platform";
    words[2] = "gke";
    System.arraycopy(more, 0, words, 3, more.length);
    Run run = repository.gate(words);
    return (run.out() + run.err()).replaceAll("\\([0-9a-f]{10}\\)", "(commit)");
  }

  @Test
  void aChangeThatChangesNothing() {
    assertThat(explained("--assume", "input=complete"))
        .contains(
            "settings: ",
            "target gke: assumes input=complete\n",
            "target gke: compared HEAD (commit) with main (commit): 4 verdict points with 4\n",
            "target gke: patch passes, since there is nothing to measure\n",
            "not understood: nothing\n")
        .doesNotContain("renamed", "moved", "deleted, out of", "cannot be read any more");
  }

  @Test
  void whatIsRenamedMovedAndDeleted() {
    repository.git("rm", "--quiet", "old.yaml", "gone.yaml", "web.yaml");
    repository
        .write("new.yaml", Written.loggedPolicy("shop/p2", SPEC))
        .write("apps/web.yaml", Written.deployment("shop/web", "{app: web}"));
    assertThat(explained("--assume", "namespaces=unannotated"))
        .contains(
            "target gke: assumes namespaces=unannotated\n",
            "target gke: renamed: NetworkPolicy/shop/p -> NetworkPolicy/shop/p2\n",
            "target gke: moved: Deployment/shop/web from web.yaml to apps/web.yaml\n",
            "target gke: deleted, out of both sides: gone/Virtual/q|ingress|allow|")
        .doesNotContain("cannot be read any more");
  }

  @Test
  void whatCannotBeReadAndWhatIsGovernedNoMore() {
    repository
        .write("old.yaml", "{{ if .on }}\n" + Written.loggedPolicy("shop/p", SPEC) + "{{ end }}\n")
        .write(
            "gone.yaml",
            Written.loggedPolicy("gone/q", SPEC.replace("{}", "{matchLabels: {a: b}}")));
    assertThat(explained("--governance"))
        .contains(
            "target gke: cannot be read any more: shop/Deployment/web|ingress|allow|NetworkPolicy/shop/p",
            "target gke: governed by no policy any more: gone/Virtual/q:ingress",
            "not understood: old.yaml:1 ");
  }
}
