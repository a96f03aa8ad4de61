package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Objects without `metadata.namespace` share a namespace only within their folder or
/// kustomization, so that one application cannot hide what another one does not log.
final class UnnamedNamespaceTest {
  private static final String OPEN =
      Written.loggedPolicy("open", "{podSelector: {}, ingress: [{}]}")
          + Written.deployment("web", "{app: web}");
  private static final String CLOSED = Written.policy("closed", "{podSelector: {}}");
  private static final String BARE =
      Written.policy("bare", "{podSelector: {}, ingress: [{ports: [{port: 1}]}]}");
  private static final String LOGGED = Written.annotated(Written.ALLOW_KEY, "'true'");

  @TempDir Path folder;

  private static Map<String, String> files(String... pairs) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("nl.yaml", Written.DELEGATED);
    for (int i = 0; i < pairs.length; i += 2) {
      files.put(pairs[i], pairs[i + 1]);
    }
    return files;
  }

  private String verdicts(Map<String, String> files) {
    files.forEach((path, text) -> Run.file(folder, path, text));
    Run run = Run.in(folder, "coverage", ".", "--platform", "gke", "--format", "json");
    assertThat(run.code()).as(run.out() + run.err()).isZero();
    return run.out();
  }

  private static final String SHARED = "\"ratio\": {\"low\": \"1/1\", \"high\": \"1/1\"}";

  @Test
  void aLoggedPolicyOfOneFolderHidesNothingOfAnother() {
    assertThat(verdicts(files("apps/a/all.yaml", OPEN, "apps/b/all.yaml", CLOSED)))
        .contains(
            "\"subject\": \"(none in apps/a)/Deployment/web\"",
            "\"subject\": \"(none in apps/b)/Virtual/closed\"",
            "\"low\": \"1/2\"");
  }

  @Test
  void norOfObjectsThatNameTheDefaultNamespace() {
    String named = Written.policy("default/closed", "{podSelector: {}}");
    assertThat(verdicts(files("apps/a/all.yaml", OPEN, "apps/b/all.yaml", named)))
        .contains("(none in apps/a)/Deployment/web", "default/Virtual/closed", "\"low\": \"1/2\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"apps/all.yaml", "apps/other.yaml"})
  void oneFolderIsOneNamespace(String path) {
    Map<String, String> files = files("apps/all.yaml", OPEN);
    files.merge(path, CLOSED, String::concat);
    assertThat(verdicts(files)).contains(SHARED, "\"default/Deployment/web\"");
  }

  @Test
  void soIsAKustomizationWithAllThatItBuilds() {
    Map<String, String> files = files("apps/a/all.yaml", OPEN, "apps/b/all.yaml", CLOSED);
    files.put("kustomization.yaml", "resources: [apps/a, apps/b/all.yaml]\n");
    files.put("apps/a/kustomization.yaml", "resources: [all.yaml]\n");
    assertThat(verdicts(files)).contains(SHARED, "\"default/Deployment/web\"");
  }

  @Test
  void twoOverlaysOfOneBaseAreTwoEnvironments() {
    Map<String, String> files = files("base/kustomization.yaml", "resources: [web.yaml]\n");
    files.put("base/web.yaml", Written.deployment("web", "{app: web}"));
    files.put("prod/kustomization.yaml", "resources: [../base, open.yaml]\n");
    files.put("prod/open.yaml", OPEN.replace("name: web", "name: own"));
    files.put("dev/kustomization.yaml", "resources: [../base, closed.yaml]\n");
    files.put("dev/closed.yaml", CLOSED);
    assertThat(verdicts(files))
        .contains(
            "(none in prod)/Deployment/own", "(none in dev)/Virtual/closed", "\"low\": \"1/2\"");
  }

  @Test
  void aTargetSaysInWhichNamespaceTheyAre() {
    Map<String, String> files = files("apps/a/all.yaml", OPEN, "apps/b/all.yaml", CLOSED);
    files.put(".netlog.yaml", "targets: [{name: t, platform: gke, namespace: shop}]\n");
    assertThat(verdicts(files)).contains(SHARED, "\"shop/Deployment/web\"");
  }

  @Test
  void theNamespaceOfATargetIsAName() {
    Run.file(folder, "x.yaml", OPEN);
    Run.file(folder, ".netlog.yaml", "targets: [{name: t, platform: gke, namespace: Shop/x}]\n");
    Run run = Run.in(folder, "coverage", ".");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(".netlog.yaml:1:", "Shop/x");
  }

  @Test
  void standardInputIsOneFolder() {
    String list = Written.DELEGATED + OPEN + CLOSED;
    Run run = Run.with(list, folder, "coverage", "-", "--platform", "gke", "--format", "json");
    assertThat(run.out()).as(run.err()).contains(SHARED, "\"default/Deployment/web\"");
  }

  @Test
  void explainFindsAnObjectWithoutItsNamespace() {
    verdicts(files("apps/a/all.yaml", OPEN, "apps/b/all.yaml", CLOSED));
    for (String name : List.of("closed", "(none in apps/b)/closed")) {
      Run run = Run.in(folder, "explain", "NetworkPolicy", name, ".", "--platform", "gke");
      assertThat(run.out()).as(run.err()).contains("NetworkPolicy/(none in apps/b)/closed");
    }
  }

  private Run change(Map<String, String> base, Map<String, String> head, String... more) {
    Repository repository = Repository.in(folder);
    base.forEach(repository::write);
    repository.branch();
    base.keySet().stream()
        .filter(path -> !head.containsKey(path))
        .forEach(path -> repository.git("rm", "--quiet", path));
    head.forEach(repository::write);
    String[] words = new String[more.length + 3];
    words[0] = "--governance";
    words[1] = "--platform";
    words[2] = "gke";
    System.arraycopy(more, 0, words, 3, more.length);
    return repository.gate(words);
  }

  private static final String A = OPEN + BARE;

  @Test
  void aSecondApplicationLeavesTheFirstAsItIs() {
    Run run =
        change(files("apps/a/all.yaml", A), files("apps/a/all.yaml", A, "apps/b/w.yaml", WEB));
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  private static final String WEB = Written.deployment("other", "{app: other}");

  @Test
  void aSecondApplicationIsJudgedByItself() {
    Run run =
        change(files("apps/a/all.yaml", A), files("apps/a/all.yaml", A, "apps/b/w.yaml", CLOSED));
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains("(none in apps/b)/Virtual/closed");
  }

  @Test
  void aRenamedFolderChangesNothing() {
    Map<String, String> base = files("apps/a/all.yaml", A, "apps/b/all.yaml", CLOSED);
    Run run = change(base, files("apps/a/all.yaml", A, "teams/b/all.yaml", CLOSED));
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  @Test
  void aRenamedFolderHidesNoLoss() {
    Map<String, String> base = files("apps/a/all.yaml", A, "apps/b/all.yaml", A);
    Run run =
        change(base, files("apps/a/all.yaml", A, "teams/b/all.yaml", A.replace(", " + LOGGED, "")));
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains("lost", "(none in apps/b)/Deployment/web");
  }

  @Test
  void anObjectThatMovesOutOfSightIsNotDeletedBecauseAnotherFolderHasItsName() {
    Map<String, String> base = files("apps/a/all.yaml", OPEN, "apps/b/all.yaml", OPEN);
    Run run = change(base, files("apps/a/all.yaml", OPEN, "apps/b/all.txt", OPEN));
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains("(none in apps/b)/Deployment/web", "moved");
  }

  @Test
  void aPatchOfANamespaceReachesObjectsThatNameNone() {
    Map<String, String> base = files("apps/a/all.yaml", OPEN, "apps/b/all.yaml", OPEN);
    base.put("apps/b/kustomization.yaml", "resources: [all.yaml]\n");
    Map<String, String> head = new LinkedHashMap<>(base);
    head.put(
        "apps/b/kustomization.yaml",
        """
        resources: [all.yaml]
        patches:
          - target: {kind: NetworkPolicy, namespace: shop}
            patch: "[{op: remove, path: /metadata/annotations}]"
        """);
    Run run = change(base, head);
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains("transformed");
  }

  @Test
  void onlyABaseTargetGivesANamespace() {
    Map<String, String> base =
        files("old/all.yaml", OPEN, ".netlog.yaml", "targets: [{name: old, paths: [old]}]\n");
    Map<String, String> head = new LinkedHashMap<>(base);
    head.put("new/a/all.yaml", OPEN);
    head.put("new/b/all.yaml", CLOSED);
    head.put(
        ".netlog.yaml",
        "targets: [{name: old, paths: [old]}, {name: new, paths: [new], namespace: shop}]\n");
    Run run = change(base, head, "--config-from", "base");
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains("(none in new/b)/Virtual/closed");
  }
}
