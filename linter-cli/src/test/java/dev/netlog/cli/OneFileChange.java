package dev.netlog.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// A change of one file, and what becomes of the objects in it.
final class OneFileChange {
  /// What becomes of an object of the base.
  enum Fate {
    /// It is there and can be read.
    READABLE,
    /// It is there for all anybody knows, and cannot be read.
    UNREADABLE,
    /// It is gone.
    GONE,
    /// Gone, or not to be read: both would be right.
    LOST
  }

  /// The limit of a file's size that the run is given, in MiB.
  static final String LIMIT = "1";

  /// A folder that both sides ignore.
  static final String IGNORED = "ignored";

  private static final int TOO_LARGE = 1100 * 1024;

  private final Map<String, Fate> fates = new HashMap<>();
  private final Path folder;
  private final String path;
  private final List<RepositoryItem> items;
  private final SplittableRandom random;

  private OneFileChange(
      Path folder, String path, List<RepositoryItem> items, SplittableRandom random) {
    this.folder = folder;
    this.path = path;
    this.items = items;
    this.random = random;
  }

  /// One way to change a file.
  enum Way {
    DELETE_FILE,
    DELETE_OBJECT,
    BREAK,
    UTF_16,
    TOO_LARGE,
    TEMPLATE,
    TEMPLATE_NAME,
    LFS_POINTER,
    LINK_OUT,
    WRAP_IN_TEMPLATE,
    WRAP_IN_LIST,
    BEHIND_END_MARK,
    MOVE,
    OTHER_ENDING,
    NO_ANNOTATION,
    OTHER_VALUE,
    OTHER_PORT,
    OTHER_SELECTOR,
    REFUSED_RULE,
    REFUSED_VERSION,
    REFUSED_METADATA,
    HOST_NETWORK,
    NOT_PROGRAMMED,
    OTHER_NAME,
    IGNORE,
    INTO_IGNORED,
    UNNAMED,
    PATCHED;

    /// Whether a kustomization names all files.
    boolean isKustomized() {
      return this == UNNAMED || this == PATCHED;
    }
  }

  /// Changes one file of a checkout.
  ///
  /// @return what becomes of each object of the file, by its name in reports
  static Map<String, Fate> make(
      Way way, Path folder, String path, List<RepositoryItem> items, SplittableRandom random) {
    OneFileChange change = new OneFileChange(folder, path, items, random);
    items.forEach(item -> change.fates.put(item.object(), Fate.READABLE));
    try {
      change.make(way);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return change.fates;
  }

  private void make(Way way) throws IOException {
    Path file = folder.resolve(path);
    String text = GeneratedRepository.text(items);
    switch (way) {
      case DELETE_FILE -> {
        Files.delete(file);
        all(Fate.GONE);
      }
      case DELETE_OBJECT -> {
        int index = random.nextInt(items.size());
        List<RepositoryItem> left = new ArrayList<>(items);
        fates.put(left.remove(index).object(), Fate.GONE);
        Files.writeString(file, GeneratedRepository.text(left));
      }
      case BREAK -> one(item -> item.text() + "broken: [\n", Fate.UNREADABLE, Fate.LOST);
      case UTF_16 -> write(file, text.getBytes(StandardCharsets.UTF_16));
      case TOO_LARGE ->
          write(file, (text + "# x\n".repeat(TOO_LARGE / 4)).getBytes(StandardCharsets.UTF_8));
      case TEMPLATE -> one(item -> "{{- if .Values.x }}\n" + item.text() + "{{- end }}\n");
      case TEMPLATE_NAME ->
          one(item -> item.text().replace("  name: " + item.name(), "  name: {{ .Values.x }}"));
      case LFS_POINTER ->
          write(
              file,
              ("version https://git-lfs.github.com/spec/v1\noid sha256:"
                      + "0".repeat(64)
                      + "\nsize 100\n")
                  .getBytes(StandardCharsets.UTF_8));
      case LINK_OUT -> {
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("../../outside.yaml"));
        all(Fate.UNREADABLE);
      }
      case WRAP_IN_TEMPLATE -> {
        wrap(
            file,
            "apiVersion: template.openshift.io/v1\nkind: Template\nmetadata: {name: t}\nobjects:\n");
        all(Fate.UNREADABLE);
      }
      case WRAP_IN_LIST -> wrap(file, "apiVersion: v1\nkind: List\nitems:\n");
      case BEHIND_END_MARK -> {
        Files.writeString(
            file, "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\n...\n" + text);
        fates.put(items.getFirst().object(), Fate.UNREADABLE);
      }
      case MOVE -> Files.move(file, folder.resolve("moved.yaml"));
      case OTHER_ENDING -> {
        Files.move(file, folder.resolve(path.replace(".yaml", ".txt")));
        all(Fate.UNREADABLE);
      }
      case NO_ANNOTATION ->
          one(
              item -> item.text().replaceFirst(" +annotations:\n.*\n", ""),
              Fate.READABLE,
              Fate.READABLE);
      case OTHER_VALUE ->
          one(
              item -> item.text().replace("\"true\"", "\"yes\"").replace("\"info\"", "\"INFO\""),
              Fate.READABLE,
              Fate.READABLE);
      case OTHER_PORT ->
          one(item -> item.text().replace("port: 808", "port: 90"), Fate.READABLE, Fate.READABLE);
      case OTHER_SELECTOR ->
          one(item -> item.text().replace("app: ", "app: x"), Fate.READABLE, Fate.READABLE);
      case REFUSED_RULE ->
          one(
              item ->
                  item.text()
                      .replace("{port: 8", "{endPort: 1, port: 8")
                      .replace("action: Deny", "action: Refuse")
                      .replace("type: Deny", "type: Refuse"));
      case REFUSED_VERSION ->
          one(item -> item.text().replace("networking.k8s.io/v1\n", "networking.k8s.io/v1beta1\n"));
      case REFUSED_METADATA ->
          one(item -> item.text().replaceFirst("metadata:\n", "metadata:\n  labels: {n: 1}\n"));
      case HOST_NETWORK ->
          one(
              item ->
                  item.text()
                      .replace("      containers:", "      hostNetwork: true\n      containers:"),
              Fate.READABLE,
              Fate.READABLE);
      case NOT_PROGRAMMED ->
          one(
              item ->
                  item.text()
                      .replaceFirst("priority: 1", "priority: 11")
                      .replace("0.0.0.0/0", "0.0.0.0/33"),
              Fate.READABLE,
              Fate.READABLE);
      case OTHER_NAME ->
          one(
              item -> item.text().replace("  name: " + item.name(), "  name: other"),
              Fate.GONE,
              Fate.READABLE);
      case INTO_IGNORED -> {
        Files.createDirectories(folder.resolve(IGNORED));
        Files.move(file, folder.resolve(IGNORED).resolve("x.yaml"));
        all(Fate.UNREADABLE);
      }
      case UNNAMED -> {
        Path kustomization = folder.resolve("kustomization.yaml");
        Files.writeString(
            kustomization, Files.readString(kustomization).replace("- " + path + "\n", ""));
        all(Fate.UNREADABLE);
      }
      case PATCHED -> {
        RepositoryItem item = items.get(random.nextInt(items.size()));
        Files.writeString(
            folder.resolve("kustomization.yaml"),
            "patches:\n- target: {kind: "
                + item.kind()
                + ", name: "
                + item.name()
                + "}\n  patch: '[{op: remove, path: /metadata/annotations}]'\n",
            StandardOpenOption.APPEND);
        fates.put(item.object(), Fate.UNREADABLE);
      }
      case IGNORE ->
          Files.writeString(
              folder.resolve(".netlogignore"), path + "\n", StandardOpenOption.APPEND);
    }
  }

  private interface Edit {
    String of(RepositoryItem item);
  }

  private void all(Fate fate) {
    items.forEach(item -> fates.put(item.object(), fate));
  }

  private void write(Path file, byte[] bytes) throws IOException {
    Files.write(file, bytes);
    all(Fate.UNREADABLE);
  }

  /// Makes one object of the file something that nobody can read.
  private void one(Edit edit) throws IOException {
    one(edit, Fate.UNREADABLE, Fate.READABLE);
  }

  /// @param others what becomes of what stands behind it in the file
  private void one(Edit edit, Fate fate, Fate others) throws IOException {
    int index = random.nextInt(items.size());
    RepositoryItem item = items.get(index);
    String edited = edit.of(item);
    List<RepositoryItem> changed = new ArrayList<>(items);
    changed.set(index, item.with(edited));
    if (!edited.equals(item.text())) {
      fates.put(item.object(), fate);
      items.subList(index + 1, items.size()).forEach(each -> fates.put(each.object(), others));
    }
    Files.writeString(folder.resolve(path), GeneratedRepository.text(changed));
  }

  private void wrap(Path file, String head) throws IOException {
    StringBuilder text = new StringBuilder(head);
    for (RepositoryItem item : items) {
      text.append("  - ").append(item.text().strip().replace("\n", "\n    ")).append('\n');
    }
    Files.writeString(file, text);
  }
}
