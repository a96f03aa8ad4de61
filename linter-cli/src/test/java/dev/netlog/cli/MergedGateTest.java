package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Builds whose changes netlog merges: what is logged after the build passes the gate, and what
/// loses its log fails it.
final class MergedGateTest {
  private static final String SPEC =
      "{podSelector: {matchLabels: {app: web}}, ingress: [{ports: [{port: 1}]}]}";
  private static final String P = Written.loggedPolicy("p", SPEC);
  private static final String Q = Written.loggedPolicy("q", SPEC.replace("web", "q"));
  private static final String BARE =
      Written.object("NetworkPolicy", "q", "", SPEC.replace("port: 1", "port: 2"));
  private static final String NAMESPACE = Written.namespace("shop", Written.DENY_KEY, "'true'");
  private static final String WEB = Written.deployment("web", "{app: web}");
  private static final String LIST = "resources: [all.yaml, p.yaml, web.yaml]\n";
  private static final String MORE = "resources: [all.yaml, p.yaml, web.yaml, q.yaml]\n";
  private static final String SHOP = "namespace: shop\n";
  private static final String LABELS = "labels: [{pairs: {team: a}, includeSelectors: true}]\n";
  private static final String REMOVAL =
      "patches: [{target: {kind: NetworkPolicy}, patch: '[{op: remove, path: /metadata/annotations}]'}]\n";

  @TempDir Path folder;

  /// @param base files beside `log.yaml`, `app/all.yaml`, `app/p.yaml` and `app/web.yaml`
  /// @param head what is written then; an empty text deletes a file
  record Change(String name, Map<String, String> base, Map<String, String> head) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Map<String, String> files(String... pairs) {
    Map<String, String> files = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      files.put(pairs[i], pairs[i + 1]);
    }
    return files;
  }

  /// The kustomization of `app` in the base.
  private static Map<String, String> app(String text) {
    return files("app/kustomization.yaml", text);
  }

  private static Map<String, String> overlays(String app, String prod, String dev) {
    Map<String, String> files = app(app);
    files.put("prod/kustomization.yaml", "resources: [../app]\n" + prod);
    if (!dev.isEmpty()) {
      files.put("dev/kustomization.yaml", "resources: [../app]\n" + dev);
    }
    return files;
  }

  private static Change addsLoggedPolicy(String members) {
    return new Change(
        "a logged policy beside " + members.strip(),
        app(LIST + members),
        files("app/kustomization.yaml", MORE + members, "app/q.yaml", Q));
  }

  static Stream<Change> loggedChanges() {
    return Stream.of(
        addsLoggedPolicy(SHOP),
        addsLoggedPolicy(SHOP + LABELS),
        addsLoggedPolicy(SHOP + "commonLabels: {team: a}\ncommonAnnotations: {x: y}\n"),
        addsLoggedPolicy(SHOP + "labels: [{pairs: {team: a}, includeTemplates: true}]\n"),
        new Change(
            "a workload of a logged policy",
            app(LIST + SHOP),
            files(
                "app/kustomization.yaml",
                MORE + SHOP,
                "app/q.yaml",
                Written.deployment("web2", "{app: web}"))),
        new Change(
            "a logged policy admits more",
            app(LIST + SHOP),
            files("app/p.yaml", P.replace("port: 1", "port: 2"))),
        new Change(
            "a new folder with a namespace of its own",
            app(LIST + SHOP),
            files(
                "b/all.yaml",
                Written.namespace("b", Written.DENY_KEY, "'true'") + P + WEB,
                "b/kustomization.yaml",
                "resources: [all.yaml]\nnamespace: b\n")),
        new Change(
            "a logged policy in a base below an overlay",
            overlays(LIST, SHOP + LABELS, ""),
            files("app/kustomization.yaml", MORE, "app/q.yaml", Q)),
        new Change(
            "policy and workload get another label",
            app(LIST + SHOP + LABELS),
            files(
                "app/p.yaml",
                P.replace("app: web", "app: w"),
                "app/web.yaml",
                WEB.replace("app: web", "app: w"))),
        new Change(
            "commonLabels become labels",
            app(LIST + SHOP + "commonLabels: {team: a}\n"),
            app(LIST + SHOP + LABELS)),
        new Change(
            "the namespace moves from the overlay to the base",
            overlays(LIST, SHOP, ""),
            overlays(LIST + SHOP, "", "")),
        new Change(
            "a further overlay with another namespace",
            overlays(LIST, SHOP, ""),
            files("dev/kustomization.yaml", "resources: [../app]\nnamespace: dev\n")),
        new Change(
            "another namespace, with its Namespace",
            app(LIST + SHOP),
            app(LIST + "namespace: shop2\n")),
        new Change(
            "one of two overlays loses its folder",
            overlays(LIST, SHOP, "namespace: dev\n"),
            files("dev/kustomization.yaml", "")),
        new Change(
            "new labels of one overlay",
            overlays(LIST, SHOP, "namespace: dev\n"),
            overlays(LIST, SHOP, "namespace: dev\n" + LABELS)),
        new Change(
            "a file moves with its entry",
            app(LIST + SHOP),
            files(
                "app/kustomization.yaml",
                "resources: [all.yaml, sub/p.yaml, web.yaml]\n" + SHOP,
                "app/p.yaml",
                "",
                "app/sub/p.yaml",
                P)));
  }

  static Stream<Change> losses() {
    return Stream.of(
        new Change(
            "a bare policy",
            app(LIST + SHOP),
            files("app/kustomization.yaml", MORE + SHOP, "app/q.yaml", BARE)),
        new Change(
            "the annotation of the policy",
            app(LIST + SHOP),
            files("app/p.yaml", P.replace("'true'", "'false'"))),
        new Change(
            "the annotation of the Namespace",
            app(LIST + SHOP),
            files("app/all.yaml", NAMESPACE.replace("'true'", "'false'"))),
        new Change(
            "a namespace that is not annotated",
            files(
                "app/kustomization.yaml",
                "resources: [p.yaml, web.yaml]\n" + SHOP,
                "b.yaml",
                Written.namespace("b", Written.DENY_KEY, "'false'")),
            app("resources: [p.yaml, web.yaml]\nnamespace: b\n")),
        new Change(
            "a label that only the selector of the policy loses",
            app(LIST + SHOP + LABELS),
            app(
                LIST
                    + SHOP
                    + "labels: [{pairs: {team: b}}]\ncomponents: ['https://example.com/c']\n")),
        new Change(
            "the entry of the policy",
            app(LIST + SHOP),
            app("resources: [all.yaml, web.yaml]\n" + SHOP)),
        new Change("the kustomization", app(LIST + SHOP), files("app/kustomization.yaml", "")),
        new Change("a patch", app(LIST + SHOP), app(LIST + SHOP + REMOVAL)),
        new Change(
            "a patch below an overlay that changes the namespace",
            overlays(LIST, SHOP, ""),
            overlays(LIST + REMOVAL, SHOP, "")),
        new Change(
            "a patch beside a new overlay that changes nothing",
            overlays(LIST, SHOP, ""),
            overlays(LIST, SHOP + REMOVAL, "# as it is\n")),
        new Change(
            "a namespace that another tool fills in",
            app(LIST + SHOP),
            app(LIST + "namespace: ${NAMESPACE}\n")),
        new Change(
            "a namespace that gives two files one object",
            files(
                "app/kustomization.yaml",
                LIST + SHOP,
                "app/p.yaml",
                P.replace("name: p", "name: p, namespace: a"),
                "b/p.yaml",
                P.replace("name: p", "name: p, namespace: b"),
                "b/kustomization.yaml",
                "resources: [p.yaml]\nnamespace: b\n"),
            files("b/kustomization.yaml", "resources: [p.yaml]\n" + SHOP)),
        new Change(
            "the policy moves to a file that is not judged",
            app(LIST + SHOP),
            files(
                "app/kustomization.yaml",
                "resources: [all.yaml, p.txt, web.yaml]\n" + SHOP,
                "app/p.yaml",
                "",
                "x/p.txt",
                P.replace("'true'", "'false'"))),
        new Change(
            "one of two overlays is emptied",
            overlays(LIST, SHOP, "namespace: dev\n"),
            files("dev/kustomization.yaml", "resources: []\nnamespace: dev\n")),
        new Change(
            "one of two overlays gains a patch",
            overlays(LIST, SHOP, "namespace: dev\n"),
            files("dev/kustomization.yaml", "resources: [../app]\nnamespace: dev\n" + REMOVAL)),
        new Change(
            "an annotation for all objects of one of two overlays",
            overlays(LIST, SHOP, "namespace: dev\n"),
            files(
                "dev/kustomization.yaml",
                "resources: [../app]\nnamespace: dev\ncommonAnnotations: {"
                    + Written.DENY_KEY
                    + ": 'false'}\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("loggedChanges")
  void theGatePasses(Change change) throws IOException {
    Run run = gate(change);
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("losses")
  void theGateFails(Change change) throws IOException {
    Run run = gate(change);
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
  }

  private Run gate(Change change) throws IOException {
    Repository repository = Repository.in(folder);
    repository
        .write("log.yaml", Written.DELEGATED)
        .write("app/all.yaml", NAMESPACE)
        .write("app/p.yaml", P)
        .write("app/web.yaml", WEB);
    change.base().forEach(repository::write);
    repository.branch();
    for (Map.Entry<String, String> file : change.head().entrySet()) {
      if (file.getValue().isEmpty()) {
        Files.delete(folder.resolve(file.getKey()));
      } else {
        repository.write(file.getKey(), file.getValue());
      }
    }
    return repository.gate("--governance", "--config-from", "base");
  }
}
