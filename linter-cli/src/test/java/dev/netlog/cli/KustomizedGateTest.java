package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Changes of kustomizations, and of what Flux and Argo CD say of them: those that can take logging
/// away fail the gate, though no manifest changes; everyday ones pass.
final class KustomizedGateTest {
  private static final String POLICY =
      Written.loggedPolicy("shop/p", "{podSelector: {}, ingress: [{ports: [{port: 1}]}]}");
  private static final String STAYS = POLICY.replace("name: p", "name: stays");
  private static final String NAMESPACE = Written.namespace("shop", Written.DENY_KEY, "'true'");
  private static final String WEB = Written.deployment("shop/web", "{app: web}");
  private static final String KEPT = "resources: [all.yaml, np.yaml, web.yaml]\n";
  private static final String FLUX =
      """
      apiVersion: kustomize.toolkit.fluxcd.io/v1
      kind: Kustomization
      metadata: {name: app, namespace: flux-system}
      spec:
        path: ./app
      """;
  private static final String ARGO =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Application
      metadata: {name: app, namespace: argocd}
      spec:
        source:
          path: app
      """;

  private static final String HELM =
      """
      apiVersion: helm.toolkit.fluxcd.io/v2
      kind: HelmRelease
      metadata: {name: app, namespace: flux-system}
      spec:
        chart: {spec: {chart: ./app}}
      """;

  @TempDir Path folder;

  /// A change of files.
  ///
  /// @param base files beside `app/all.yaml`, `app/np.yaml` and `app/web.yaml`
  /// @param head what is written then; an empty text deletes a file
  /// @param expected the place and reason that the report names; empty where the gate passes
  record Change(String name, Map<String, String> base, Map<String, String> head, String expected) {
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

  /// A member that `app/kustomization.yaml` gains.
  private static Change gains(String members, String expected, String... more) {
    Map<String, String> head = files(more);
    head.put("app/kustomization.yaml", KEPT + members);
    return new Change(
        "gains " + members.strip(), files("app/kustomization.yaml", KEPT), head, expected);
  }

  private static final String SOURCE =
      """
        sourceRef: {kind: GitRepository, name: app}
      ---
      apiVersion: source.toolkit.fluxcd.io/v1
      kind: GitRepository
      metadata: {name: app, namespace: flux-system}
      spec:
        url: https://example.com/a
        ref: {tag: v1}
      """;

  private static Change changed(String object, String old, String replacement, String... more) {
    Map<String, String> head = files(more);
    head.put("cd.yaml", object.replace(old, replacement));
    return new Change(
        "a Flux or Argo CD object: " + replacement.strip() + List.of(more),
        files("cd.yaml", object),
        head,
        head.containsKey(".sourceignore") ? ".sourceignore" : "cd.yaml");
  }

  private static List<Change> redirections() {
    String flux = FLUX + SOURCE;
    String argo = ARGO + "    repoURL: https://example.com/a\n";
    return List.of(
        changed(flux, "v1}", "v1}", ".sourceignore", "np.yaml\n"),
        changed(flux, "GitRepository, name: app", "GitRepository, name: b"),
        changed(flux, "path: ./app\n", "path: ./app\n  kubeConfig: {secretRef: {name: b}}\n"),
        changed(argo, "path: app\n", "path: app\n    directory: {exclude: np.yaml}\n"),
        changed(argo, "path: app\n", "path: app\n    directory: {exclude: '{a,n*}.yaml'}\n"),
        changed(argo, "path: app\n", "path: app\n    directory: {include: 'a*.yaml'}\n"),
        changed(argo, "example.com/a", "example.com/b"),
        changed(argo, "spec:\n", "spec:\n  destination: {server: 'https://b'}\n"),
        new Change(
            "a policy moves below a path that Argo CD does not search",
            files("cd.yaml", argo),
            files("app/np.yaml", "", "app/s/np.yaml", POLICY),
            "cd.yaml"));
  }

  /// Two overlays of one folder.
  private static Map<String, String> overlays() {
    String overlay = "resources: [../app]\n";
    return files(
        "app/kustomization.yaml",
        KEPT,
        "prod/kustomization.yaml",
        overlay,
        "dev/kustomization.yaml",
        overlay);
  }

  private static String replacement(String select, String rest) {
    return "replacements: [{source: {kind: Namespace}, targets: [{select: "
        + select
        + ", "
        + rest
        + "}]}]\n";
  }

  private static final String PATCH =
      "patches: [{target: {kind: Namespace}, patch: '[{op: remove, path: /metadata/annotations}]'}]\n";

  private static final String TRANSFORMED =
      "app/kustomization.yaml\", \"line\": 2, \"reason\": \"transformed";

  static Stream<Change> changesThatTakeLoggingAway() {
    String here = "app/kustomization.yaml\", \"line\": 1, \"reason\": \"unnamed";
    List<Change> changes = new ArrayList<>();
    changes.add(
        new Change(
            "a file leaves resources",
            files("app/kustomization.yaml", KEPT),
            files("app/kustomization.yaml", "resources: [all.yaml, web.yaml]\n"),
            here));
    changes.add(
        new Change(
            "a file leaves bases",
            files("app/kustomization.yaml", "bases: [all.yaml, np.yaml, web.yaml]\n"),
            files("app/kustomization.yaml", "bases: [all.yaml, web.yaml]\n"),
            here));
    changes.add(
        new Change(
            "a folder leaves resources",
            files("app/kustomization.yaml", KEPT, "kustomization.yaml", "resources: [app]\n"),
            files("kustomization.yaml", "resources: []\n"),
            "\"kustomization.yaml\", \"line\": 1, \"reason\": \"unnamed"));
    changes.add(
        new Change(
            "the kustomization is gone",
            files("app/kustomization.yaml", KEPT),
            files("app/kustomization.yaml", ""),
            "\"reason\": \"unnamed"));
    changes.add(
        new Change(
            "only a component that nobody uses names the file",
            files("app/kustomization.yaml", KEPT),
            files(
                "app/kustomization.yaml",
                "resources: [all.yaml, web.yaml]\n",
                "c/kustomization.yaml",
                "kind: Component\nresources: [../app/np.yaml]\n"),
            here));
    String pointer = "/metadata/annotations/policy.network.gke.io~1enable-deny-logging";
    changes.add(
        gains(
            "patches: [{target: {kind: Namespace}, patch: \"- {op: remove, path: "
                + pointer
                + "}\"}]\n",
            TRANSFORMED));
    changes.add(
        gains(
            "patches: [{path: p.json, target: {kind: NetworkPolicy}}]\n",
            TRANSFORMED,
            "app/p.json",
            "[{\"op\": \"remove\", \"path\": \"/metadata/annotations\"}]"));
    changes.add(
        gains(
            "patchesJson6902: [{target: {kind: Namespace, name: sh.*}, path: no.txt}]\n",
            TRANSFORMED));
    changes.add(
        gains(
            "patchesStrategicMerge: [p.yaml]\n",
            TRANSFORMED,
            "app/p.yaml",
            Written.object(
                "NetworkPolicy", "p", "annotations: {" + Written.ALLOW_KEY + ": null}", "")));
    String lost = "\"gate\": \"regressions\", \"pass\": false";
    changes.add(gains("commonAnnotations: {" + Written.ALLOW_KEY + ": 'false'}\n", lost));
    changes.add(
        gains("labels: [{pairs: {a: b}, fields: [{path: spec/podSelector}]}]\n", TRANSFORMED));
    changes.add(gains("commonLabels: {team: '${TEAM}'}\n", TRANSFORMED));
    // The settings of the cluster are called "default".
    changes.add(gains("namePrefix: x-\n", lost));
    changes.add(gains("nameSuffix: -x\n", lost));
    changes.add(
        gains(
            "transformers: [t.yaml]\n",
            TRANSFORMED,
            "app/t.yaml",
            "kind: AnnotationsTransformer\n"));
    changes.add(
        gains(
            "replacements: [{source: {kind: Namespace}, targets: [{select: {kind: NetworkPolicy}, fieldPaths: [spec.podSelector]}]}]\n",
            TRANSFORMED));
    String escaped = Written.ALLOW_KEY.replace(".", "\\.");
    for (String paths :
        List.of(
            "['metadata.annotations." + escaped + "']",
            "['metadata.annotations.[" + Written.ALLOW_KEY + "]']",
            "['metadata.annotations.*']",
            "['metadata.annotations.[policy']")) {
      changes.add(gains(replacement("{kind: NetworkPolicy}", "fieldPaths: " + paths), TRANSFORMED));
      changes.add(gains(replacement("{}", "fieldPaths: " + paths), TRANSFORMED));
    }
    changes.add(gains(replacement("{kind: NetworkPolicy}", "options: {}"), TRANSFORMED));
    changes.add(
        gains(
            "components: ['https://example.com/c']\n",
            "app/kustomization.yaml\", \"line\": 1, \"reason\": \"transformed"));
    changes.add(
        gains(
            "components: [../c]\n",
            lost,
            "c/kustomization.yaml",
            "kind: Component\nnamePrefix: x-\n"));
    changes.add(
        gains(
            "patches: [{target: {kind: Deployment, name: web}, patch: '[{op: add, path: /spec/template/spec/hostNetwork, value: true}]'}]\n",
            TRANSFORMED));
    changes.add(
        gains(
            "patches: [{target: {kind: Deployment}, patch: '[{op: add, path: /spec/template/spec/affinity, value: {nodeAffinity: {}}}]'}]\n",
            TRANSFORMED));
    changes.add(
        new Change(
            "a patch file changes",
            files(
                "app/kustomization.yaml",
                KEPT + "patches: [{path: p.yaml}]\n",
                "app/p.yaml",
                Written.object("NetworkPolicy", "p", "annotations: {a: b}", "")),
            files(
                "app/p.yaml",
                Written.object(
                    "NetworkPolicy", "p", "annotations: {" + Written.ALLOW_KEY + ": 'false'}", "")),
            TRANSFORMED));
    changes.add(
        new Change(
            "a patch file of another ending changes",
            files(
                "app/kustomization.yaml",
                KEPT + "patches: [{path: p.patch, target: {kind: Namespace}}]\n",
                "app/p.patch",
                "[{op: add, path: /metadata/annotations/team, value: x}]\n"),
            files("app/p.patch", "[{op: remove, path: /metadata/annotations}]\n"),
            TRANSFORMED));
    changes.add(
        new Change(
            "an overlay gains a patch",
            files(
                "app/kustomization.yaml", KEPT, "prod/kustomization.yaml", "resources: [../app]\n"),
            files("prod/kustomization.yaml", "resources: [../app]\n" + PATCH),
            "prod/kustomization.yaml\", \"line\": 2, \"reason\": \"transformed"));
    changes.add(
        new Change(
            "a new overlay takes the place of the folder",
            files("app/kustomization.yaml", KEPT),
            files("prod/kustomization.yaml", "resources: [../app]\n" + PATCH),
            "prod/kustomization.yaml\", \"line\": 2, \"reason\": \"transformed"));
    changes.add(
        new Change(
            "a new kustomization over plain files",
            files(),
            files("app/kustomization.yaml", KEPT + PATCH),
            TRANSFORMED));
    changes.add(
        new Change(
            "Flux gains a patch",
            files("app/kustomization.yaml", KEPT, "flux.yaml", FLUX),
            files(
                "flux.yaml",
                FLUX
                    + "  patches: [{target: {kind: Namespace}, patch: '[{op: remove, path: /metadata/annotations}]'}]\n"),
            "flux.yaml\", \"line\": 6, \"reason\": \"transformed"));
    changes.add(
        new Change(
            "Flux gains common annotations, and its path is elsewhere",
            files("flux.yaml", FLUX.replace("./app", "./other")),
            files(
                "flux.yaml",
                FLUX.replace("./app", "./other")
                    + "  commonMetadata: {annotations: {"
                    + Written.ALLOW_KEY
                    + ": 'false'}}\n"),
            "flux.yaml\", \"line\": 6, \"reason\": \"transformed"));
    changes.add(
        new Change(
            "Argo CD gains a patch",
            files("argo.yaml", ARGO),
            files("argo.yaml", ARGO + "    kustomize: {" + PATCH.strip() + "}\n"),
            "argo.yaml\", \"line\": 7, \"reason\": \"transformed"));
    changes.add(
        new Change(
            "an entry moves to a new kustomization that nothing deploys",
            files("app/kustomization.yaml", KEPT),
            files(
                "app/kustomization.yaml",
                "resources: [all.yaml, web.yaml]\n",
                "attic/kustomization.yaml",
                "resources: [../app/np.yaml]\n"),
            here));
    changes.add(
        new Change(
            "Flux builds another path",
            files("flux.yaml", FLUX),
            files("flux.yaml", FLUX.replace("./app", "./other")),
            "\"flux.yaml\", \"line\": 1, \"reason\": \"unnamed"));
    changes.add(
        new Change(
            "Flux no longer builds the kustomization",
            files("app/kustomization.yaml", KEPT, "flux.yaml", FLUX),
            files("flux.yaml", ""),
            "\"flux.yaml\", \"line\": 1, \"reason\": \"unnamed"));
    changes.addAll(redirections());
    String prod = "\"prod/kustomization.yaml\", \"line\": 1, \"reason\": \"unnamed";
    changes.add(
        new Change(
            "one of two overlays is emptied",
            overlays(),
            files("prod/kustomization.yaml", "resources: []\n"),
            prod));
    changes.add(
        new Change(
            "one of two overlays is emptied, and only an undeployed one is new",
            overlays(),
            files(
                "prod/kustomization.yaml",
                "resources: []\n",
                "attic/kustomization.yaml",
                "resources: [../app]\n"),
            prod));
    Map<String, String> more = overlays();
    more.put("prod/s.yaml", Written.namespace("s", "a", "b"));
    changes.add(
        new Change(
            "the kustomization of an overlay is gone, and its folder stays",
            more,
            files("prod/kustomization.yaml", ""),
            prod));
    changes.add(
        new Change(
            "one of two Flux objects builds another path",
            files("flux.yaml", FLUX + "---\n" + FLUX.replace("name: app", "name: b")),
            files(
                "flux.yaml",
                FLUX.replace("./app", "./c") + "---\n" + FLUX.replace("name: app", "name: b"),
                "c/x.yaml",
                Written.namespace("c", "a", "b")),
            "\"flux.yaml\", \"line\": 1, \"reason\": \"unnamed"));
    changes.add(
        new Change(
            "Argo CD builds another path",
            files("argo.yaml", ARGO),
            files("argo.yaml", ARGO.replace("path: app", "path: other")),
            "\"argo.yaml\", \"line\": 1, \"reason\": \"unnamed"));
    changes.add(
        new Change(
            "a HelmRelease gains a patch of the objects of its chart",
            files("helm.yaml", HELM),
            files(
                "helm.yaml",
                HELM
                    + "  postRenderers: [{kustomize: {patches: [{target: {kind: NetworkPolicy}, patch: '[{op: remove, path: /metadata/annotations}]'}]}}]\n"),
            "\"helm.yaml\", \"line\": 6, \"reason\": \"transformed"));
    return changes.stream();
  }

  static Stream<Change> everydayChanges() {
    String service =
        "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {ports: [{port: 2}]}\n";
    return Stream.of(
        gains("images: [{name: web, newTag: v2}]\n", ""),
        gains("replicas: [{name: web, count: 3}]\n", ""),
        gains("configMapGenerator: [{name: c, literals: [a=b], namespace: other}]\n", ""),
        gains("generatorOptions: {labels: {a: b}}\n", ""),
        gains("namespace: shop\n", ""),
        gains("namespace: other\n", ""),
        gains("commonLabels: {team: a}\n", ""),
        gains("labels: [{pairs: {team: a}, includeSelectors: true}]\n", ""),
        gains(replacement("{}", "fieldPaths: ['metadata.annotations.team\\.x/y']"), ""),
        gains(replacement("{}", "fieldPaths: ['metadata.annotations.[team.x/y]']"), ""),
        gains(
            replacement(
                "{kind: Deployment}",
                "fieldPaths: ['spec.template.spec.containers.[name=c.d].image']"),
            ""),
        gains("commonAnnotations: {team: a}\n", ""),
        gains("labels: [{pairs: {team: a}, includeTemplates: true}]\n", ""),
        gains(
            "patches: [{target: {kind: Service}, patch: '[{op: remove, path: /metadata/annotations}]'}]\n",
            ""),
        gains("patchesStrategicMerge: [s.yaml]\n", "", "app/s.yaml", service),
        gains(
            "patches: [{path: d.yaml}]\n",
            "",
            "app/d.yaml",
            Written.object(
                "Deployment",
                "web",
                "labels: {a: b}",
                "{replicas: 2, template: {spec: {containers: [{name: c, image: i, resources: {limits: {cpu: 1}}}]}}}")),
        gains(
            "patches: [{target: {kind: Deployment}, patch: '[{op: add, path: /spec/template/spec/affinity/podAntiAffinity, value: {}}]'}]\n",
            ""),
        gains(
            "patches: [{target: {kind: Deployment}, patch: '[{op: replace, path: /spec/template/spec/containers/0/image, value: x}]'}]\n",
            ""),
        gains(
            "patches: [{target: {kind: Namespace}, patch: '[{op: add, path: /metadata/annotations/team, value: x}]'}]\n",
            ""),
        gains(
            "patches:\n- patch: |\n"
                + Written.object("NetworkPolicy", "other", "", "{podSelector: {}}")
                    .replace("---\n", "")
                    .indent(4),
            ""),
        new Change(
            "a new entry",
            files("app/kustomization.yaml", KEPT),
            files(
                "app/kustomization.yaml",
                "resources: [all.yaml, np.yaml, web.yaml, more.yaml]\n",
                "app/more.yaml",
                service),
            ""),
        new Change(
            "a policy moves with its annotation and its entry",
            files("app/kustomization.yaml", KEPT),
            files(
                "app/kustomization.yaml",
                "resources: [all.yaml, web.yaml, q.yaml]\n",
                "app/np.yaml",
                "",
                "app/q.yaml",
                POLICY),
            ""),
        new Change(
            "a policy is deleted with its entry",
            files("app/kustomization.yaml", KEPT),
            files("app/kustomization.yaml", "resources: [all.yaml, web.yaml]\n", "app/np.yaml", ""),
            ""),
        new Change(
            "a folder moves with its kustomization",
            files("app/kustomization.yaml", KEPT + "nameSuffix: -x\n"),
            files(
                "app/kustomization.yaml",
                "",
                "app/np.yaml",
                "",
                "app/web.yaml",
                "",
                "apps/a/np.yaml",
                POLICY,
                "apps/a/web.yaml",
                WEB,
                "apps/a/kustomization.yaml",
                "resources: [../../app/all.yaml, np.yaml, web.yaml]\nnameSuffix: -x\n"),
            ""),
        new Change(
            "a patch file of another ending stays",
            files(
                "app/kustomization.yaml",
                KEPT + "patches: [{path: p.patch, target: {kind: Namespace}}]\n",
                "app/p.patch",
                "[{op: remove, path: /metadata/annotations}]\n"),
            files(
                "app/kustomization.yaml",
                KEPT.replace("web.yaml]", "web.yaml] # x")
                    + "patches: [{path: p.patch, target: {kind: Namespace}}]\n"),
            ""),
        new Change(
            "a patch is dropped",
            files("app/kustomization.yaml", KEPT + "namespace: other\n"),
            files("app/kustomization.yaml", KEPT),
            ""),
        new Change(
            "an entry moves to another kustomization that was there",
            files("app/kustomization.yaml", KEPT, "net/kustomization.yaml", "resources: []\n"),
            files(
                "app/kustomization.yaml",
                "resources: [all.yaml, web.yaml]\n",
                "net/kustomization.yaml",
                "resources: [../app/np.yaml]\n"),
            ""),
        new Change(
            "an entry moves to a new kustomization that Flux builds",
            files("app/kustomization.yaml", KEPT, "flux.yaml", FLUX),
            files(
                "app/kustomization.yaml",
                "resources: [all.yaml, web.yaml]\n",
                "net/kustomization.yaml",
                "resources: [../app/np.yaml]\n",
                "flux.yaml",
                FLUX + "---\n" + FLUX.replace("./app", "./net").replace("name: app", "name: net")),
            ""),
        new Change(
            "Flux builds the folder by another object",
            files("flux.yaml", FLUX),
            files("flux.yaml", FLUX.replace("name: app", "name: web")),
            ""),
        new Change(
            "a HelmRelease of another chart gains a patch",
            files("helm.yaml", HELM.replace("./app", "nginx")),
            files(
                "helm.yaml",
                HELM.replace("./app", "nginx")
                    + "  postRenderers: [{kustomize: {patches: [{target: {kind: NetworkPolicy}, patch: '[{op: remove, path: /metadata/annotations}]'}]}}]\n"),
            ""),
        changed(FLUX + SOURCE, "tag: v1", "tag: v2"),
        changed(FLUX + SOURCE, "ref:", "ignore: docs/\n  ref:"),
        changed(FLUX + SOURCE, "v1}", "v1}", ".sourceignore", "*.md\n"),
        changed(ARGO, "path: app\n", "path: app\n    targetRevision: v2\n"),
        changed(ARGO, "path: app\n", "path: app\n    directory: {exclude: 'x*'}\n"),
        changed(ARGO, "path: app\n", "path: app\n    directory: {recurse: true}\n"),
        new Change(
            "a policy moves below a path that Argo CD searches",
            files("cd.yaml", ARGO + "    directory: {recurse: true}\n"),
            files("app/np.yaml", "", "app/s/np.yaml", POLICY),
            ""),
        new Change(
            "one of two overlays is gone", overlays(), files("prod/kustomization.yaml", ""), ""),
        new Change(
            "one of two overlays moves",
            overlays(),
            files(
                "prod/kustomization.yaml",
                "",
                "clusters/prod/kustomization.yaml",
                "resources: [../../app]\n"),
            ""),
        new Change(
            "an overlay that never built the folder is emptied",
            files(
                "app/kustomization.yaml",
                KEPT,
                "dev/kustomization.yaml",
                "resources: [../app]\n",
                "prod/kustomization.yaml",
                "resources: [s.yaml]\n",
                "prod/s.yaml",
                Written.namespace("s", "a", "b")),
            files("prod/kustomization.yaml", "resources: []\n", "prod/s.yaml", ""),
            ""),
        new Change(
            "a further overlay",
            files(
                "app/kustomization.yaml", KEPT, "prod/kustomization.yaml", "resources: [../app]\n"),
            files("stage/kustomization.yaml", "resources: [../app]\nnamespace: stage\n"),
            ""),
        new Change(
            "Flux changes its interval",
            files("flux.yaml", FLUX),
            files("flux.yaml", FLUX + "  interval: 5m\n"),
            ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changesThatTakeLoggingAway")
  void theGateFails(Change change) throws IOException {
    Run run = gate(change);
    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(1);
    assertThat(run.out()).contains(change.expected());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everydayChanges")
  void theGatePasses(Change change) throws IOException {
    Run run = gate(change);
    assertThat(run.code()).as(run.out() + run.err()).isZero();
  }

  private Run gate(Change change) throws IOException {
    Repository repository = Repository.in(folder);
    repository
        .write("app/all.yaml", Written.DELEGATED + NAMESPACE + STAYS)
        .write("app/np.yaml", POLICY)
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
    return repository.gate("--governance", "--config-from", "base", "--format", "json");
  }
}
