package dev.netlog.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/// Whatever a change does to one file: a point that loses its log fails the gate, or an object of
/// it is really gone, or all its objects can be read and the policies no longer give that verdict.
final class AnyChangeTest {
  /// How many repositories: `-Drepositories=N`.
  private static final int REPOSITORIES = Integer.getInteger("repositories", 1);

  @TempDir Path folder;

  /// What a change does to a file.
  enum Kind {
    DELETE,
    DELETE_ONE_OBJECT,
    RENAME,
    MOVE_INTO_A_LIST,
    DELETE_ANNOTATIONS,
    BREAK_YAML,
    WIDE_CHARACTERS,
    TOO_LARGE,
    TEMPLATE,
    QUOTED_TEMPLATE,
    PLACEHOLDER,
    POINTER,
    LINK,
    WRAP_IN_TEMPLATE,
    WRAP_IN_CONFIG_MAP,
    END_OF_STREAM,
    LOST_SEPARATORS,
    PATCH,
    IGNORE,
    IGNORE_AND_DELETE_ANNOTATIONS,
    RENAME_AND_BREAK;

    /// Whether the cluster may hold an object no longer.
    boolean deletes() {
      return this == DELETE || this == DELETE_ONE_OBJECT;
    }

    /// Whether the cluster gets the same as before.
    boolean changesNothing() {
      return this == RENAME || this == MOVE_INTO_A_LIST || this == IGNORE;
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void noChangeOfOneFileTakesALogAwayUnnoticed(Kind kind) throws IOException {
    int lost = 0;
    for (int seed = 0; seed < REPOSITORIES; seed++) {
      Map<String, String> files = repository(new Random(seed));
      for (Map.Entry<String, String> file : files.entrySet()) {
        lost += check(kind, files, file.getKey(), file.getValue(), seed);
      }
    }
    assertThat(lost > 0).isEqualTo(!kind.changesNothing());
  }

  private int check(Kind kind, Map<String, String> files, String file, String text, int seed)
      throws IOException {
    Path here = folder.resolve(kind + "-" + seed + "-" + file.replace('/', '-'));
    files.forEach((name, each) -> Run.file(here.resolve("base"), name, each));
    files.forEach((name, each) -> Run.file(here.resolve("head"), name, each));
    Set<String> before = covered(json(Run.in(here, coverage("base"))));
    apply(kind, here.resolve("head"), file, text);
    Run run = Run.in(here, coverage("head", "--base-path", "base", "--governance"));
    if (run.code() != 0 && run.out().isEmpty()) {
      return 1;
    }
    Map<?, ?> after = json(run);
    Set<String> lost = new TreeSet<>(before);
    lost.removeAll(covered(after));
    String what = kind + " of " + file + " in repository " + seed + ": " + lost;
    if (kind.changesNothing()) {
      assertThat(lost).as(what).isEmpty();
      assertThat(run.code()).as(what).isZero();
    } else if (!lost.isEmpty() && run.code() == 0) {
      assertThat(kind.deletes()).as(what + " passes the gate").isTrue();
      Set<String> named = new TreeSet<>(lost);
      named.removeIf(key -> PairedPoints.in(after, covered(after)).has(key));
      assertThat(removed(after)).as(what).containsAll(named);
    }
    return lost.size();
  }

  private static String[] coverage(String path, String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "coverage", path, "--platform", "gke", "--format", "json", "--max-file-size", "1"));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private static Map<?, ?> json(Run run) {
    Object report = new Yaml(new LoaderOptions()).load(run.out());
    if (report instanceof Map<?, ?> members && members.get("targets") instanceof List<?> targets) {
      return (Map<?, ?>) targets.getFirst();
    }
    throw new AssertionError(run.err() + run.out());
  }

  private static Set<String> covered(Map<?, ?> target) {
    Set<String> covered = new TreeSet<>();
    for (Object each : list(target, "points")) {
      Map<?, ?> point = (Map<?, ?>) each;
      if ("covered".equals(point.get("state"))) {
        covered.add(
            point.get("subject")
                + "|"
                + point.get("direction")
                + "|"
                + point.get("verdict")
                + "|"
                + point.get("reason"));
      }
    }
    return covered;
  }

  private static List<String> removed(Map<?, ?> target) {
    return target.get("diff") instanceof Map<?, ?> diff
        ? list(diff, "removed").stream().map(String::valueOf).toList()
        : List.of();
  }

  private static Collection<?> list(Map<?, ?> object, String name) {
    return object.get(name) instanceof Collection<?> list ? list : List.of();
  }

  /// A few namespaces with workloads and policies, in files of one or several objects.
  private static Map<String, String> repository(Random random) {
    Map<String, String> files = new LinkedHashMap<>();
    files.put("cluster/logging.yaml", Written.DELEGATED);
    for (String namespace : List.of("edge", "shop").subList(0, 1 + random.nextInt(2))) {
      put(files, random, namespace, "ns", Written.namespace(namespace, Written.DENY_KEY, "'true'"));
      for (String app : List.of("api", "web").subList(0, 1 + random.nextInt(2))) {
        String name = namespace + "/" + app;
        String spec =
            "{podSelector: {matchLabels: {app: "
                + app
                + "}}, ingress: [{ports: [{port: "
                + (1 + random.nextInt(9))
                + "}]}]}";
        put(files, random, namespace, app, Written.loggedPolicy(name, spec));
        if (random.nextBoolean()) {
          put(files, random, namespace, app, Written.deployment(name, "{app: " + app + "}"));
        }
      }
      if (random.nextBoolean()) {
        String open = "{podSelector: {}, policyTypes: [Ingress, Egress]}";
        put(files, random, namespace, "all", Written.policy(namespace + "/all", open));
      }
    }
    return files;
  }

  private static void put(
      Map<String, String> files, Random random, String folder, String name, String object) {
    String file = folder + "/" + (random.nextInt(3) == 0 ? "all" : name) + ".yaml";
    files.merge(file, object, String::concat);
  }

  private static void apply(Kind kind, Path head, String file, String text) {
    Path path = head.resolve(file);
    switch (kind) {
      case DELETE -> delete(path);
      case DELETE_ONE_OBJECT -> Run.file(head, file, text.substring(0, text.lastIndexOf("---\n")));
      case RENAME -> rename(head, path, "moved.yaml", text);
      case MOVE_INTO_A_LIST -> rename(head, path, "list.yaml", list("List", "v1", "items", text));
      case DELETE_ANNOTATIONS -> Run.file(head, file, bare(text));
      case BREAK_YAML -> Run.file(head, file, text.replace("metadata: {", "metadata: {{"));
      case WIDE_CHARACTERS -> write(path, ("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE));
      case TOO_LARGE -> Run.file(head, file, text + "#".repeat(2 << 20));
      case TEMPLATE -> Run.file(head, file, "{{- if .on }}\n" + text + "{{- end }}\n");
      case QUOTED_TEMPLATE ->
          Run.file(head, file, text.replaceAll("name: \\w+", "name: '{{ .x }}'"));
      case PLACEHOLDER -> Run.file(head, file, text.replaceAll("name: \\w+", "name: '\\${X}'"));
      case POINTER ->
          Run.file(
              head, file, "version https://git-lfs.github.com/spec/v1\noid sha256:a\nsize 9\n");
      case LINK -> {
        delete(path);
        link(path, head.resolve("../../elsewhere.yaml"));
      }
      case WRAP_IN_TEMPLATE ->
          Run.file(head, file, list("Template", "template.openshift.io/v1", "objects", text));
      case WRAP_IN_CONFIG_MAP ->
          Run.file(
              head,
              file,
              "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata:\n  x: |\n"
                  + text.indent(4));
      case END_OF_STREAM -> Run.file(head, file, "a: b\n...\n" + text.substring(4));
      case LOST_SEPARATORS -> Run.file(head, file, "a: b\n" + text.replace("---\n", ""));
      case PATCH -> Run.file(head, "kustomization.yaml", "patches: [{path: " + file + "}]\n");
      case IGNORE -> Run.file(head, ".netlogignore", "/" + file + "\n");
      case IGNORE_AND_DELETE_ANNOTATIONS -> {
        Run.file(head, ".gitignore", "/" + file.substring(0, file.indexOf('/')) + "\n");
        Run.file(head, file, bare(text));
      }
      case RENAME_AND_BREAK ->
          rename(head, path, "moved.yaml", text.replace("metadata: {", "metadata: {{"));
    }
  }

  private static String bare(String text) {
    return text.replaceAll("annotations: \\{[^}]*\\}, |, annotations: \\{[^}]*\\}", "")
        .replace("log: true", "log: false");
  }

  private static String list(String kind, String version, String member, String text) {
    StringBuilder list =
        new StringBuilder(
            "apiVersion: "
                + version
                + "\nkind: "
                + kind
                + "\nmetadata: {name: l}\n"
                + member
                + ":\n");
    for (String object : text.split("---\n", -1)) {
      if (!object.isBlank()) {
        list.append("- ").append(object.indent(2).strip()).append('\n');
      }
    }
    return list.toString();
  }

  private static void rename(Path head, Path from, String to, String text) {
    delete(from);
    Run.file(head, "other/" + to, text);
  }

  private static void delete(Path path) {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void link(Path path, Path target) {
    try {
      Files.createSymbolicLink(path, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path path, byte[] bytes) {
    try {
      Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
