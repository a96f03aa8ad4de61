package dev.netlog.io.kustomize;

import dev.netlog.io.yaml.Document;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Decides whether a transformation may change policies or their logging. In doubt, it does.
public final class TransformationEffect {
  private static final JsonPointer TARGET = JsonPointer.of("target");

  /// Kustomize transformers that cannot affect policies or logging.
  private static final Set<String> HARMLESS =
      Set.of("ImageTagTransformer", "ReplicaCountTransformer");

  private final ManifestReader reader;
  private final FieldEffect fields;
  private final Function<String, byte @Nullable []> files;
  private final boolean isRenamed;
  private final Map<Transformation, List<Value>> patches = new HashMap<>();

  /// @param files the bytes of a file by its path in reports; null if it cannot be read
  /// @param isRenamed whether a build changes names
  public TransformationEffect(
      ManifestReader reader,
      FieldEffect fields,
      Function<String, byte @Nullable []> files,
      boolean isRenamed) {
    this.reader = reader;
    this.fields = fields;
    this.files = files;
    this.isRenamed = isRenamed;
  }

  /// Whether a build with this transformation may change a relevant part of an object.
  ///
  /// @param isNamespaced whether objects of its kind are in a namespace
  public boolean mayChange(Transformation change, Resource object, boolean isNamespaced) {
    return switch (change.member()) {
      case "namespace" -> namespace(change, object, isNamespaced);
      case "namePrefix", "nameSuffix" -> !fields.isNamespace(object);
      case "commonAnnotations" -> fields.isLogging().test(change.key());
      case "commonLabels" ->
          !fields.isNamespace(object) || fields.labelCounts(change.key(), object);
      case "labels" -> labels(change, object);
      case "patches", "patchesStrategicMerge", "patchesJson6902" -> patch(change, object);
      case "transformers" -> transformer(change);
      case Transformation.REMOVAL ->
          change.value() instanceof Value.Mapping removed
              && PatchTarget.isNamedIn(removed, object, false);
      case "replacements" -> replacement(change, object);
      default -> true;
    };
  }

  /// kustomize also renames Namespace objects to the namespace.
  private boolean namespace(Transformation change, Resource object, boolean isNamespaced) {
    boolean isNamespace = fields.isNamespace(object);
    String now = isNamespace ? object.id().name() : object.id().namespace();
    return (isNamespaced || isNamespace)
        && !new Value.Text(now == null ? "" : now).equals(change.value());
  }

  private boolean labels(Transformation change, Resource object) {
    boolean inSelectors = isOn(change, "includeSelectors") || has(change, "fields");
    boolean inTemplates = isOn(change, "includeTemplates");
    for (String key : change.value().mappingAt(JsonPointer.of("pairs")).members().keySet()) {
      boolean counts =
          inTemplates ? fields.templateLabelCounts(key, object) : fields.labelCounts(key, object);
      if (counts || (inSelectors && !fields.isNamespace(object))) {
        return true;
      }
    }
    return !has(change, "pairs");
  }

  private static boolean isOn(Transformation change, String name) {
    return change.value().at(JsonPointer.of(name)) instanceof Value.Bool(boolean on) && on;
  }

  private static boolean has(Transformation change, String name) {
    return change.value().at(JsonPointer.of(name)) != null;
  }

  private boolean patch(Transformation change, Resource object) {
    Value target = change.value().at(TARGET);
    boolean hasTarget = target instanceof Value.Mapping members && !members.members().isEmpty();
    if (hasTarget && !PatchTarget.matches(change.value().mappingAt(TARGET), object, isRenamed)) {
      return false;
    }
    List<Value> parts = patches.computeIfAbsent(change, this::parts);
    return parts.isEmpty()
        || parts.stream().anyMatch(part -> part(part, change, object, hasTarget));
  }

  private boolean part(Value part, Transformation change, Resource object, boolean hasTarget) {
    return switch (part) {
      case Value.Sequence operations -> any(PatchedFields.ofOperations(operations), object);
      case Value.Mapping merge -> {
        boolean isIt = hasTarget || PatchTarget.isNamedIn(merge, object, isRenamed);
        Value.Mapping options = change.value().mappingAt(JsonPointer.of("options"));
        boolean renames =
            options.members().containsValue(new Value.Bool(true))
                && (options.get("allowNameChange") != null
                    || options.get("allowKindChange") != null);
        yield isIt && (renames || any(PatchedFields.ofMerge(merge), object));
      }
      case Value.Text _, Value.Null _, Value.Bool _, Value.Numeral _ -> true;
    };
  }

  private boolean any(List<List<String>> touched, Resource object) {
    return touched.stream().anyMatch(field -> fields.counts(field, object));
  }

  /// The documents of a patch; none if it cannot be read.
  private List<Value> parts(Transformation change) {
    String inline =
        change.value() instanceof Value.Text(String text)
            ? (change.files().isEmpty() ? text : null)
            : change.value().textAt(JsonPointer.of("patch"));
    return inline != null
        ? documents(inline.getBytes(StandardCharsets.UTF_8))
        : change.files().stream().flatMap(name -> documents(change, name).stream()).toList();
  }

  private List<Value> documents(Transformation change, String name) {
    String path = BuildGraph.resolve(change.file(), name);
    byte[] bytes = path == null ? null : files.apply(path);
    return bytes == null ? List.of() : documents(bytes);
  }

  /// The documents of a file; null for a document that cannot be read.
  private List<Value> documents(byte[] bytes) {
    Manifest manifest = reader.read("", bytes);
    List<Value> values = new ArrayList<>();
    for (Document document : manifest.documents()) {
      if (!document.isEmpty()) {
        // A sequence is not an object, but it is a valid JSON patch.
        values.add(value(document));
      }
    }
    return values;
  }

  private static Value value(Document document) {
    try {
      return document.value();
    } catch (IllegalStateException e) {
      return Value.Null.NULL;
    }
  }

  private boolean transformer(Transformation change) {
    List<Value> parts = patches.computeIfAbsent(change, this::parts);
    return parts.isEmpty()
        || !parts.stream()
            .map(part -> part.textAt(JsonPointer.of("kind")))
            .allMatch(kind -> kind != null && HARMLESS.contains(kind));
  }

  private boolean replacement(Transformation change, Resource object) {
    List<Value> targets = change.value().itemsAt(JsonPointer.of("targets"));
    for (Value target : targets) {
      if (PatchTarget.matches(target.mappingAt(JsonPointer.of("select")), object, isRenamed)
          && ReplacedFields.of(target).stream().anyMatch(field -> fields.counts(field, object))) {
        return true;
      }
    }
    return targets.isEmpty();
  }
}
