package dev.netlog.io.yaml;

import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.model.FieldMask;
import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.ResourceId;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The version, kind and place of a Kubernetes object in a document, read without building its
/// value. Enough to decide whether a rule needs the object.
///
/// @param apiVersion as written, or inherited from the list around it
/// @param kind as written, or inherited from the list around it
/// @param within the place of the object in the document
/// @param node the object
record Outline(String apiVersion, String kind, JsonPointer within, Node.Mapping node) {

  /// The objects of a document: none, one, or the items of a `…List`.
  ///
  /// kubectl sends the items of a list one by one; an item of a typed list (`NamespaceList`)
  /// without a kind gets the kind from the list (`decodeToList` in apimachinery's unstructured
  /// package).
  static List<Outline> of(Node root) throws RefusedDocumentException {
    List<Outline> found = new ArrayList<>(1);
    collect(root, JsonPointer.ROOT, null, found);
    return found;
  }

  private static void collect(
      Node node, JsonPointer within, @Nullable Outline list, List<Outline> found)
      throws RefusedDocumentException {
    if (!(Entries.target(node) instanceof Node.Mapping mapping)) {
      return;
    }
    String kind = text(mapping, "kind");
    String apiVersion = text(mapping, "apiVersion");
    if (list != null && kind == null && !list.kind().equals("List")) {
      kind = list.kind().substring(0, list.kind().length() - "List".length());
      apiVersion = apiVersion == null ? list.apiVersion() : apiVersion;
    }
    if (kind == null || apiVersion == null) {
      return;
    }
    Outline outline = new Outline(apiVersion, kind, within, mapping);
    if (kind.endsWith("List") && Entries.value(mapping, "items") instanceof Node.Sequence items) {
      for (int i = 0; i < items.items().size(); i++) {
        collect(items.items().get(i), within.child("items").child(i), outline, found);
      }
      return;
    }
    found.add(outline);
  }

  /// A string member of an object, null if it is missing or empty.
  static @Nullable String text(Node.Mapping mapping, String name) throws RefusedDocumentException {
    if (!(Entries.value(mapping, name) instanceof Node.Scalar scalar)) {
      return null;
    }
    return Scalars.value(scalar) instanceof Value.Text(String text) && !text.isEmpty()
        ? text
        : null;
  }

  /// Whether the object has a pod template in the usual place (`spec.template`).
  boolean hasPodTemplate() throws RefusedDocumentException {
    return Entries.value(node, "spec") instanceof Node.Mapping spec
        && Entries.value(spec, "template") instanceof Node.Mapping template
        && Entries.value(template, "spec") instanceof Node.Mapping pod
        && Entries.value(pod, "containers") instanceof Node.Sequence
        && Entries.value(template, "metadata") instanceof Node.Mapping metadata
        && Entries.value(metadata, "labels") instanceof Node.Mapping;
  }

  /// Whether the object has an owner reference in its `metadata`.
  boolean isOwned() throws RefusedDocumentException {
    return Entries.value(node, "metadata") instanceof Node.Mapping metadata
        && Entries.value(metadata, "ownerReferences") instanceof Node.Sequence;
  }

  GroupKind groupKind() {
    return new ResourceId(apiVersion, kind, null, "").groupKind();
  }

  /// The object, with the version and kind that its list gives it.
  Value.Mapping value(FieldMask parts) throws RefusedDocumentException {
    if (!(ValueBuilder.build(node, parts) instanceof Value.Mapping content)) {
      throw new IllegalStateException("a mapping has become something else");
    }
    if (content.get("kind") instanceof Value.Text
        && content.get("apiVersion") instanceof Value.Text) {
      return content;
    }
    Map<String, Value> members = new LinkedHashMap<>(content.members());
    members.put("apiVersion", new Value.Text(apiVersion));
    members.put("kind", new Value.Text(kind));
    return new Value.Mapping(members);
  }
}
