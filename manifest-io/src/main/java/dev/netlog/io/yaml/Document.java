package dev.netlog.io.yaml;

import dev.netlog.io.yaml.syntax.Failure;
import dev.netlog.io.yaml.syntax.JsonReader;
import dev.netlog.io.yaml.syntax.Leniency;
import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.Part;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.model.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One document of a manifest.
///
/// Keeps only its place in the file. The tree is parsed again on demand, which is rare; this keeps
/// memory small for large repositories.
public final class Document {
  private final String text;
  private final int index;
  private final Part part;
  private final int start;
  private final @Nullable Failure failure;
  private final boolean empty;
  private boolean last = true;

  Document(String text, int index, Part part, int start, @Nullable Failure failure, boolean empty) {
    this.text = text;
    this.index = index;
    this.part = part.withoutTree();
    this.start = start;
    this.failure = failure;
    this.empty = empty;
  }

  /// Its index in the file, from 0.
  public int index() {
    return index;
  }

  /// Where its content starts, in UTF-16 units of the file's text.
  public int start() {
    return start;
  }

  /// Why kubectl refuses it, null if kubectl accepts it.
  public @Nullable Failure failure() {
    return failure;
  }

  /// A document whose YAML kubectl reads but whose objects it refuses; kubectl goes on with the
  /// next one.
  static Document ofNoObjects(String text, int index, Part part, int start, Failure failure) {
    Document document = new Document(text, index, part, start, failure, false);
    document.last = false;
    return document;
  }

  /// Whether kubectl refuses it and stops reading the file.
  public boolean endsFile() {
    return failure != null && last;
  }

  /// Whether it is empty or null.
  public boolean isEmpty() {
    return empty;
  }

  /// The object that kubectl would send; JSON null for an empty document.
  ///
  /// @throws IllegalStateException if kubectl refuses the document
  public Value value() {
    try {
      Node root = root();
      return root == null ? Value.Null.NULL : ValueBuilder.build(root);
    } catch (RefusedDocumentException e) {
      throw new IllegalStateException("document " + index + " was read before", e);
    }
  }

  /// The keys that silently overwrite earlier ones.
  ///
  /// @throws IllegalStateException if kubectl refuses the document
  public List<DuplicateKey> duplicateKeys() {
    try {
      Node root = root();
      return root == null
          ? List.of()
          : DocumentCheck.check(root, _ -> false).overwrites().stream()
              .map(two -> new DuplicateKey(two.name(), two.first().start(), two.second().start()))
              .toList();
    } catch (RefusedDocumentException e) {
      throw new IllegalStateException("document " + index + " was read before", e);
    }
  }

  /// The document's tree, null if it is empty.
  @Nullable Node root() throws RefusedDocumentException {
    return switch (part) {
      case Part.Json json -> new JsonReader(text, json.start()).next();
      case Part.Yaml yaml -> Leniency.compose(text, yaml.start(), yaml.end()).composed().root();
      case Part.Refused _ -> null;
    };
  }
}
