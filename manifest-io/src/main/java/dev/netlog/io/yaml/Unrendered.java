package dev.netlog.io.yaml;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds content of a document that another tool has to render first, if policies or their logging
/// depend on it. kubectl sends no such object, so no rule sees it; the report lists it instead.
final class Unrendered {
  private static final Set<String> TEMPLATE_GROUPS = Set.of("template.openshift.io", "");

  /// A run of characters that can be the key of an annotation, or a pointer to one.
  private static final Pattern TOKEN = Pattern.compile("[\\w.~/-]++");

  private final String path;
  private final RuleCatalog catalog;

  Unrendered(String path, RuleCatalog catalog) {
    this.path = path;
    this.catalog = catalog;
  }

  /// Content that is not judged.
  ///
  /// @param start its start in the text
  /// @param message what it is, and what to lint instead
  record Found(int start, String message) {}

  /// Searches a document that kubectl accepts; null if everything relevant in it is judged.
  ///
  /// @param outlines its objects
  @Nullable Found in(Node root, List<Outline> outlines) throws RefusedDocumentException {
    for (Outline outline : outlines) {
      Found template = isTemplate(outline) ? template(outline.node()) : null;
      if (template != null) {
        return template;
      }
    }
    if (root instanceof Node.Mapping mapping && Kustomization.isOne(path, outlines)) {
      return found(
          outsideOfMetadata(mapping),
          "this kustomization sets logging in objects of other files, which is not judged here;"
              + " lint what \"kustomize build\" prints");
    }
    if (root instanceof Node.Sequence sequence && isJsonPatch(sequence)) {
      return found(
          mention(sequence),
          "this JSON patch sets logging in an object that is not here, so it is not judged; lint"
              + " the patched object");
    }
    return null;
  }

  private static @Nullable Found found(@Nullable Node at, String message) {
    return at == null ? null : new Found(at.start(), message);
  }

  private static boolean isTemplate(Outline outline) {
    return outline.kind().equals("Template")
        && TEMPLATE_GROUPS.contains(outline.groupKind().group());
  }

  private @Nullable Found template(Node.Mapping template) throws RefusedDocumentException {
    if (!(Entries.value(template, "objects") instanceof Node.Sequence objects)) {
      return null;
    }
    Node first = null;
    int number = 0;
    for (Node object : objects.items()) {
      if (isOfInterest(object)) {
        first = first == null ? object : first;
        number++;
      }
    }
    String what =
        number == 1
            ? "an object of this Template is about policies or their logs, and is not judged"
            : number
                + " objects of this Template are about policies or their logs, and are not judged";
    return found(first, what + " before it is processed; lint what \"oc process\" prints");
  }

  private boolean isOfInterest(Node object) throws RefusedDocumentException {
    for (Outline outline : Outline.of(object)) {
      if (catalog.platforms().stream().anyMatch(p -> p.reads(outline.groupKind()))) {
        return true;
      }
    }
    return mention(object) != null;
  }

  private static boolean isJsonPatch(Node.Sequence sequence) throws RefusedDocumentException {
    return !sequence.items().isEmpty()
        && sequence.items().getFirst() instanceof Node.Mapping operation
        && Entries.find(operation, "op") != null
        && Entries.find(operation, "path") != null;
  }

  /// The metadata of a kustomization itself is judged like that of any object.
  private @Nullable Node outsideOfMetadata(Node.Mapping kustomization) {
    for (int i = 0; i < kustomization.keys().size(); i++) {
      boolean own =
          kustomization.keys().get(i) instanceof Node.Scalar key && key.value().equals("metadata");
      Node found = own ? null : mention(kustomization.values().get(i));
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /// The first key or scalar that names a logging key. Aliases are skipped: their targets are in
  /// the document too.
  private @Nullable Node mention(Node node) {
    return switch (node) {
      case Node.Scalar scalar -> namesKey(scalar.value()) ? scalar : null;
      case Node.Sequence sequence -> first(sequence.items());
      case Node.Mapping mapping -> {
        Node key = first(mapping.keys());
        yield key != null ? key : first(mapping.values());
      }
      case Node.Alias _ -> null;
    };
  }

  private @Nullable Node first(List<Node> nodes) {
    for (Node node : nodes) {
      Node found = mention(node);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  private boolean namesKey(String text) {
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      if (isKey(tokens.group())) {
        return true;
      }
    }
    return false;
  }

  /// Whether a token is a key such as `k8s.ovn.org/acl-logging`, or a JSON pointer to one, where
  /// the slash is `~1`. File names are neither.
  private boolean isKey(String token) {
    int escaped = token.lastIndexOf("~1");
    String key =
        escaped < 0
            ? token
            : token.substring(token.lastIndexOf('/', escaped) + 1).replace("~1", "/");
    int slash = key.indexOf('/');
    boolean plain = slash > 0 && slash == key.lastIndexOf('/') && key.charAt(0) != '.';
    return plain
        && key.lastIndexOf('.', slash) > 0
        && key.toLowerCase(Locale.ROOT).contains("log")
        && catalog.concerns(key);
  }
}
