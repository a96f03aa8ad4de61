package dev.netlog.io.kustomize;

import dev.netlog.io.text.SourceText;
import dev.netlog.io.yaml.Document;
import dev.netlog.io.yaml.Locator;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.rule.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Collects what a build changes in objects, named by the members of a kustomization.
///
/// Source: [kustomize's
/// types](https://github.com/kubernetes-sigs/kustomize/blob/kustomize/v5.7.1/api/types/kustomization.go).
final class TransformationReader {
  private static final List<String> LISTS =
      List.of(
          "labels",
          "patches",
          "patchesStrategicMerge",
          "patchesJson6902",
          "transformers",
          "replacements",
          "configurations");
  private static final List<String> MAPPINGS = List.of("commonLabels", "commonAnnotations");
  private static final List<String> TEXTS = List.of("namespace", "namePrefix", "nameSuffix");

  private final String path;
  private final SourceText source;
  private final Locator locator;
  private final List<Transformation> found = new ArrayList<>();

  /// @param manifest with its text
  TransformationReader(Manifest manifest, Document document) {
    this.path = manifest.path();
    this.source = new SourceText(manifest.text());
    this.locator = Locator.of(manifest, document);
  }

  /// The collected transformations, in the order of the calls.
  List<Transformation> found() {
    return found;
  }

  /// Adds the members of a kustomization.
  ///
  /// @param at their place in the document
  void members(Value.Mapping members, JsonPointer at) {
    TEXTS.forEach(member -> text(members, at, member, member));
    MAPPINGS.forEach(member -> mapping(members, at, member, member));
    for (String member : LISTS) {
      List<Value> items = members.itemsAt(JsonPointer.of(member));
      for (int i = 0; i < items.size(); i++) {
        add(at.child(member).child(i), member, "", items.get(i));
      }
    }
  }

  /// Adds a text member.
  ///
  /// @param name its name in the document
  /// @param member its name in a kustomization
  void text(Value.Mapping members, JsonPointer at, String name, String member) {
    if (members.get(name) instanceof Value.Text text && !text.value().isEmpty()) {
      add(at.child(name), member, "", text);
    }
  }

  /// Adds each entry of a mapping, such as an annotation.
  ///
  /// @param name the mapping's name in the document
  /// @param member its name in a kustomization
  void mapping(Value.Mapping members, JsonPointer at, String name, String member) {
    members
        .mappingAt(JsonPointer.of(name))
        .members()
        .forEach((key, value) -> add(at.child(name).child(key), member, key, value));
  }

  /// Adds labels that are not added to selectors.
  ///
  /// @param name the mapping's name in the document
  void plainLabels(Value.Mapping members, JsonPointer at, String name) {
    members
        .mappingAt(JsonPointer.of(name))
        .members()
        .forEach(
            (key, value) ->
                add(
                    at.child(name).child(key),
                    "labels",
                    "",
                    new Value.Mapping(
                        Map.of(
                            "includeTemplates",
                            new Value.Bool(true),
                            "pairs",
                            new Value.Mapping(Map.of(key, value))))));
  }

  /// Adds one transformation.
  void add(JsonPointer at, String member, String key, Value value) {
    int line = source.lineOf(locator.span(JsonPointer.ROOT, Place.value(at)).start());
    found.add(new Transformation(path, line, member, key, value));
  }

  /// The strings of a list.
  static List<String> texts(Value.Mapping members, String name) {
    List<String> texts = new ArrayList<>();
    for (Value item : members.itemsAt(JsonPointer.of(name))) {
      if (item instanceof Value.Text(String text)) {
        texts.add(text);
      }
    }
    return texts;
  }
}
