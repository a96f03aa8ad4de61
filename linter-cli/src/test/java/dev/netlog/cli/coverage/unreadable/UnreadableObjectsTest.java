package dev.netlog.cli.coverage.unreadable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.Repository;
import dev.netlog.cli.coverage.Base;
import dev.netlog.cli.coverage.CoverageRequest;
import dev.netlog.cli.coverage.TargetRules;
import dev.netlog.cli.coverage.state.CommitTree;
import dev.netlog.cli.coverage.state.FolderTree;
import dev.netlog.cli.coverage.state.HeadPaths;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.cli.coverage.state.StateReader;
import dev.netlog.cli.coverage.state.WholeTree;
import dev.netlog.cli.input.Progress;
import dev.netlog.cli.input.Workers;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.inventory.Assumptions;
import dev.netlog.io.files.FileBytes;
import dev.netlog.io.git.BaseRevision;
import dev.netlog.io.git.GitComparison;
import dev.netlog.io.git.Side;
import dev.netlog.io.yaml.DeepThreads;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.run.Severities;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What of the base nobody can read at the head, and what is deleted; the same between two folders
/// and between two commits.
final class UnreadableObjectsTest {
  private static final String API =
      """
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata: {name: api, namespace: shop}
      spec: {podSelector: {}}
      """;
  private static final String WEB = API.replace("name: api", "name: web");
  private static final String SHOP = "apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n";
  private static final String BROKEN = API.replace("{podSelector: {}}", "{podSelector: {}");
  private static final String POINTER =
      "version https://git-lfs.github.com/spec/v1\noid sha256:" + "0".repeat(64) + "\nsize 12345\n";
  private static final String TEMPLATE =
      "apiVersion: template.openshift.io/v1\nkind: Template\nmetadata: {name: t}\nobjects:\n";

  private static final String DEPLOYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: {{ include "x.name" . }}
        labels:
          {{- include "x.labels" . | nindent 4 }}
      spec:
        template:
      {{ toYaml .Values.pod | indent 4 }}
      """;
  private static final FileBytes BYTES = new FileBytes(10 << 20, InputStream.nullInputStream());

  @TempDir Path folder;

  /// A change of files; null deletes one, a text that starts with `->` makes a link.
  ///
  /// @param expected the objects that are unreadable, each with its place and reason
  record Change(
      String name, Map<String, String> base, Map<String, String> head, List<String> expected) {
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

  private static String encoded(String text) {
    return encoded(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String encoded(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes) + "\n";
  }

  private static byte[] compressed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static Change lost(String name, String head, String expected) {
    return new Change(name, files("np.yaml", API), files("np.yaml", head), List.of(expected));
  }

  private static Change moved(String name, String path, String head, String... expected) {
    return new Change(name, files("np.yaml", API), files(path, head), List.of(expected));
  }

  private static String indented(String text) {
    return text.indent(4);
  }

  private static Change change(
      String name, Map<String, String> base, Map<String, String> head, String... expected) {
    return new Change(name, base, head, List.of(expected));
  }

  private static final String HERE = "NetworkPolicy/shop/api np.yaml:";

  static Stream<Change> unreadable() {
    String list = "apiVersion: v1\nkind: List\nitems:\n- {kind: NetworkPolicy, metadata: 1}\n";
    String kustomization = "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n";
    return Stream.of(
        lost("over 10 MiB", API + "#".repeat(11 << 20), HERE + "1 too-large"),
        lost("UTF-16", "utf16", HERE + "1 encoding"),
        change(
            "deleted beside a file that becomes UTF-16 and does not name it",
            files("np.yaml", WEB, "shop.yaml", API),
            files("shop.yaml", "utf16"),
            "NetworkPolicy/shop/api shop.yaml:1 encoding"),
        lost(
            "a misspelt kind",
            API.replace("kind: NetworkPolicy", "kind: networkpolicy"),
            HERE + "1 refused"),
        lost(
            "a kind in the plural",
            API.replace("kind: NetworkPolicy", "kind: NetworkPolicies"),
            HERE + "1 refused"),
        lost(
            "another group",
            API.replace("apiVersion: networking", "apiVersion: network"),
            HERE + "1 refused"),
        lost("broken YAML", BROKEN, HERE + "5 yaml"),
        lost(
            "an unquoted template",
            API.replace("name: api", "name: {{ .n }}"),
            HERE + "3 template"),
        lost("a template around it", "{{- if .on }}\n" + API + "{{- end }}\n", HERE + "1 template"),
        lost(
            "a quoted name",
            API.replace("name: api", "name: \"{{ .n }}\""),
            HERE + "1 placeholder"),
        lost("an open name", API.replace("name: api", "name: \"a${X}\""), HERE + "1 placeholder"),
        lost("an open namespace", API.replace("shop", "\"${NS}\""), HERE + "1 placeholder"),
        lost("an open kind", API.replace("NetworkPolicy", "${K}"), HERE + "1 placeholder"),
        lost(
            "an open selector",
            API.replace("{}}", "{matchLabels: {a: \"${A}\"}}}"),
            HERE + "4 placeholder"),
        lost("a pointer", POINTER, HERE + "1 lfs"),
        lost("a link out of the tree", "->../../elsewhere.yaml", HERE + "1 link"),
        lost("a link to nothing", "->gone.yaml", HERE + "1 link"),
        lost("behind dots", SHOP + "...\n" + API, HERE + "5 lost"),
        lost("a separator that kubectl does not see", SHOP + " ---\n" + API, HERE + "4 yaml"),
        lost("a separator that is gone", API + WEB, HERE + "5 lost"),
        lost("without a kind", API.replace("kind: NetworkPolicy\n", ""), HERE + "1 refused"),
        lost(
            "an old group",
            API.replace("networking.k8s.io/v1", "extensions/v1beta1"),
            HERE + "1 refused"),
        lost("in a Template", TEMPLATE + "- " + API.indent(2).strip() + "\n", HERE + "5 carried"),
        lost(
            "in a Template with a parameter",
            TEMPLATE
                + "- "
                + API.replace("name: api", "name: \"${NAME}\"").indent(2).strip()
                + "\n",
            HERE + "5 carried"),
        lost(
            "in a ConfigMap",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  x: |\n" + indented(API),
            HERE + "5 carried"),
        lost(
            "broken in a ConfigMap",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  x: |\n"
                + indented(BROKEN),
            HERE + "5 carried"),
        moved("renamed and broken", "a/np.yaml", BROKEN, "NetworkPolicy/shop/api a/np.yaml:5 yaml"),
        moved(
            "renamed and a template",
            "chart/any.yaml",
            "{{ if .x }}\n" + API + "{{ end }}",
            "NetworkPolicy/shop/api chart/any.yaml:1 template"),
        moved(
            "renamed and too large",
            "other.yaml",
            "#".repeat(11 << 20),
            "NetworkPolicy/shop/api other.yaml:1 too-large"),
        moved(
            "renamed and a pointer",
            "other.yaml",
            POINTER,
            "NetworkPolicy/shop/api other.yaml:1 lfs"),
        moved(
            "a link out of the tree instead",
            "other.yaml",
            "->../../elsewhere.yaml",
            "NetworkPolicy/shop/api other.yaml:1 link"),
        moved(
            "moved into a Template",
            "t.yaml",
            TEMPLATE + "- " + API.indent(2).strip() + "\n",
            "NetworkPolicy/shop/api t.yaml:5 carried"),
        moved(
            "an include that could be anything",
            "t/x.yaml",
            "{{ include \"policy\" . }}\n",
            "NetworkPolicy/shop/api t/x.yaml:1 template"),
        moved(
            "a value that could be anything",
            "t/x.yaml",
            "# all\n{{- toYaml .Values.extra }}\n",
            "NetworkPolicy/shop/api t/x.yaml:2 template"),
        moved(
            "an open kind and name",
            "t/x.yaml",
            "apiVersion: v1\nkind: {{ .Values.kind }}\nmetadata: {name: {{ .Values.name }}}\n",
            "NetworkPolicy/shop/api t/x.yaml:2 template"),
        moved(
            "its kind and an open name",
            "t/x.yaml",
            "kind: NetworkPolicy\nmetadata:\n  name: {{ include \"name\" . }}\n",
            "NetworkPolicy/shop/api t/x.yaml:3 template"),
        moved(
            "its kind and a name in two branches",
            "t/x.yaml",
            "kind: NetworkPolicy\nmetadata:\n  labels: {}\n  {{- if .x }}\n  name: web\n  {{- else }}\n  name: {{ .x }}\n  {{- end }}\n",
            "NetworkPolicy/shop/api t/x.yaml:5 template"),
        moved(
            "its kind and an open namespace",
            "t/x.yaml",
            "kind: NetworkPolicy\nmetadata:\n  name: api\n  namespace: {{ .x }}\n",
            "NetworkPolicy/shop/api t/x.yaml:4 template"),
        moved(
            "an include beside another object",
            "t/x.yaml",
            DEPLOYMENT + "{{ include \"policy\" . }}\n",
            "NetworkPolicy/shop/api t/x.yaml:6 template"),
        moved(
            "encoded in a Secret",
            "s.yaml",
            "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata:\n  x: " + encoded(API),
            "NetworkPolicy/shop/api s.yaml:5 carried"),
        moved(
            "compressed in a ConfigMap",
            "s.yaml",
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: s}\nbinaryData:\n  x: "
                + encoded(compressed(API)),
            "NetworkPolicy/shop/api s.yaml:5 carried"),
        change(
            "a folder that becomes a link",
            files("d/np.yaml", API),
            files("d", "->../../gone"),
            "NetworkPolicy/shop/api d:1 link"),
        change(
            "made a patch",
            files("kustomization.yaml", kustomization + "resources: [np.yaml]\n", "np.yaml", API),
            files(
                "kustomization.yaml",
                kustomization + "patches: [{path: np.yaml}]\n",
                "np.yaml",
                API),
            HERE + "1 patch"),
        change(
            "made a patch of another name",
            files("kustomization.yaml", kustomization + "resources: [np.yaml]\n", "np.yaml", API),
            files(
                "kustomization.yaml",
                kustomization + "patchesStrategicMerge: [p.yaml]\n",
                "p.yaml",
                API),
            "NetworkPolicy/shop/api p.yaml:1 patch"),
        change(
            "made a patch in place",
            files("kustomization.yaml", kustomization + "resources: [np.yaml]\n", "np.yaml", API),
            files("kustomization.yaml", kustomization + "patches:\n- patch: |\n" + indented(API)),
            "NetworkPolicy/shop/api kustomization.yaml:4 carried"),
        change(
            "only one of two is broken",
            files("np.yaml", API + "---\n" + WEB),
            files("np.yaml", BROKEN + "---\n" + WEB),
            HERE + "5 yaml"),
        change(
            "a Namespace",
            files("ns.yaml", SHOP, "np.yaml", API),
            files("ns.yaml", SHOP.replace("shop", "{{ .ns }}"), "np.yaml", API),
            "Namespace/shop ns.yaml:3 template"),
        change(
            "a list item",
            files(
                "l.yaml",
                list.replace("{kind: NetworkPolicy, metadata: 1}", API.indent(2).strip())),
            files("l.yaml", POINTER),
            "NetworkPolicy/shop/api l.yaml:1 lfs"));
  }

  static Stream<Change> deleted() {
    String template = "{{ if .x }}\n" + API + "{{ end }}\n";
    String carrier = TEMPLATE + "- " + API.indent(2).strip() + "\n";
    return Stream.of(
        change(
            "a policy of Calico in its place",
            files("np.yaml", API),
            files("np.yaml", API.replace("networking.k8s.io/v1", "projectcalico.org/v3"))),
        change("deleted", files("np.yaml", API, "a.yaml", SHOP), files("a.yaml", SHOP)),
        change(
            "taken out of its file", files("np.yaml", API + "---\n" + WEB), files("np.yaml", WEB)),
        change(
            "commented out",
            files("np.yaml", API + "---\n" + WEB),
            files("np.yaml", WEB + API.indent(0).replaceAll("(?m)^", "# "))),
        change("moved", files("np.yaml", API), files("a/b.yaml", WEB + "---\n" + API)),
        change(
            "moved into a list",
            files("np.yaml", API),
            files(
                "l.yaml", "apiVersion: v1\nkind: List\nitems:\n- " + API.indent(2).strip() + "\n")),
        change(
            "beside what was a template already",
            files("np.yaml", API, "t.yaml", template),
            files("t.yaml", template)),
        change(
            "beside a template that has moved",
            files("np.yaml", API, "t.yaml", template),
            files("u/t.yaml", template)),
        change(
            "beside what was too large already",
            files("np.yaml", API, "t.yaml", "#".repeat(11 << 20)),
            files("t.yaml", "#".repeat(11 << 20))),
        change(
            "beside a link that was there already",
            files("np.yaml", API, "l.yaml", "->../../x.yaml"),
            files("l.yaml", "->../../x.yaml")),
        change(
            "beside a Template that was there already",
            files("np.yaml", API, "t.yaml", carrier),
            files("t.yaml", carrier + "# more\n")),
        change(
            "beside a new template of something else",
            files("np.yaml", API),
            files("t.yaml", "{{ if .x }}\n" + SHOP + "{{ end }}\n")),
        change(
            "beside a new template of a Deployment",
            files("np.yaml", API),
            files("t.yaml", DEPLOYMENT)),
        change(
            "beside a new template of another policy",
            files("np.yaml", API),
            files("t.yaml", "{{ if .x }}\n" + WEB + "{{ end }}\n")),
        change(
            "beside a new template of a policy whose name ends in another way",
            files("np.yaml", API),
            files("t.yaml", API.replace("name: api", "name: {{ .Release.Name }}-web"))),
        change(
            "beside a new template in a file of its name, whose name is another",
            files("a/np.yaml", API),
            files("chart/np.yaml", API.replace("name: api", "name: {{ .Release.Name }}-web"))),
        change(
            "beside a new template of a policy with a port whose name is open",
            files("np.yaml", API),
            files(
                "t.yaml",
                "kind: NetworkPolicy\nmetadata:\n  name: web\nspec:\n  ingress:\n  - ports:\n    - name: {{ .x }}\n")),
        change(
            "beside a new template of a policy in another namespace",
            files("np.yaml", API),
            files(
                "t.yaml",
                "kind: NetworkPolicy\nmetadata:\n  name: {{ .x }}\n  namespace: other\n")),
        change(
            "beside a new loop over other policies",
            files("np.yaml", API),
            files(
                "t.yaml",
                "{{- range .Values.all }}\n---\n"
                    + WEB.replace("{podSelector: {}}", "{{ toYaml .spec }}")
                    + "{{- end }}\n")),
        change(
            "beside a new Secret",
            files("np.yaml", API),
            files(
                "s.yaml",
                "apiVersion: v1\nkind: Secret\nmetadata: {name: s}\ndata:\n  x: " + encoded(WEB))),
        change(
            "beside a new object that mentions it",
            files("np.yaml", API),
            files(
                "cm.yaml",
                """
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: c}
                data: {x: 'kind NetworkPolicy name api'}
                """)),
        change(
            "beside a broken document of its file that was broken already",
            files("np.yaml", API + "---\n" + "a: b: c\n"),
            files("np.yaml", "---\na: b: c\n")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("unreadable")
  void whatNobodyCanReadIsNotDeleted(Change change) throws Exception {
    assertThat(betweenFolders(change)).containsExactlyElementsOf(change.expected());
    assertThat(betweenCommits(change)).containsExactlyElementsOf(change.expected());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("deleted")
  void whatIsGoneIsDeleted(Change change) throws Exception {
    assertThat(betweenFolders(change)).isEmpty();
    assertThat(betweenCommits(change)).isEmpty();
  }

  private interface Reading {
    List<String> with(StateReader reader) throws Exception;
  }

  private List<String> betweenFolders(Change change) throws Exception {
    write(change.base(), folder.resolve("at/base"));
    write(change.head(), folder.resolve("at/head"));
    Path here = folder.resolve("at");
    return run(
        here,
        "head",
        reader -> {
          HeadPaths both = HeadPaths.of(here, "base", List.of("head"));
          State head = reader.head(both);
          return told(reader.base("base", both, head), head, new FolderTree(both, BYTES)).stream()
              .map(line -> line.replace(" head/", " "))
              .toList();
        });
  }

  private List<String> betweenCommits(Change change) throws Exception {
    Path here = Files.createDirectories(folder.resolve("in/repository"));
    Repository repository = Repository.in(here);
    write(change.base(), here);
    repository.branch();
    for (String name : change.base().keySet()) {
      Files.delete(here.resolve(name));
      for (Path up = here.resolve(name).getParent();
          up != null && !up.equals(here);
          up = up.getParent()) {
        Files.delete(up);
      }
    }
    write(change.head(), here);
    repository.commit();
    return run(
        here,
        ".",
        reader -> {
          try (GitComparison git =
              GitComparison.open(here, List.of("."), BaseRevision.exactly("main"))) {
            State head = reader.commit(git, Side.HEAD);
            return told(reader.commit(git, Side.BASE), head, new CommitTree(git, BYTES));
          }
        });
  }

  private static List<String> run(Path here, String path, Reading reading) throws Exception {
    CoverageRequest request =
        new CoverageRequest(
            here,
            List.of(path),
            List.of(),
            new Assumptions(Map.of()),
            false,
            TargetRules.of(List.of()),
            here,
            new Base.None(),
            GateSettings.STANDARD,
            Severities.STANDARD,
            CoverageRequest.Family.IPV4,
            1,
            BYTES,
            Progress.NONE);
    try (var deep = Executors.newSingleThreadExecutor(DeepThreads.named("test"));
        Workers workers = new Workers(1)) {
      return deep.submit(
              () ->
                  reading.with(
                      new StateReader(request, RuleCatalog.standard(), workers, _ -> List.of())))
          .get();
    }
  }

  private static List<String> told(State base, State head, WholeTree tree) throws Exception {
    Platform gke = RuleCatalog.standard().platforms().getFirst();
    return new UnreadableObjects(base, head, tree, RuleCatalog.standard())
            .of(
                new UnreadableObjects.Target(
                    gke, resources(base), resources(head.withoutPatches()), _ -> true))
            .stream()
            .map(
                each ->
                    each.object()
                        + " "
                        + each.where().path()
                        + ":"
                        + each.where().line()
                        + " "
                        + each.where().reason())
            .toList();
  }

  private static List<Resource> resources(State state) {
    return state.manifests().stream().flatMap(file -> file.resources().stream()).toList();
  }

  private static void write(Map<String, String> files, Path folder) {
    files.forEach((name, text) -> write(folder.resolve(name), text));
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      if (text.startsWith("->")) {
        Files.createSymbolicLink(file, Path.of(text.substring(2)));
      } else if (text.equals("utf16")) {
        Files.write(file, ("\uFEFF" + API).getBytes(StandardCharsets.UTF_16LE));
      } else {
        Files.writeString(file, text);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
