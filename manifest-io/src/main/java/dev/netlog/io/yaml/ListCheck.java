package dev.netlog.io.yaml;

import dev.netlog.io.yaml.syntax.Failure;
import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;

/// Checks the items of a document that holds several objects as kubectl does.
///
/// kubectl decodes the whole document before it handles an item: one item that is not an object
/// makes it refuse all of them. An item that is null, or has no kind and inherits none from its
/// list, is refused alone. Source:
/// [unstructured](https://github.com/kubernetes/apimachinery/blob/master/pkg/apis/meta/v1/unstructured/helpers.go).
final class ListCheck {
  private static final String LIST = "List";
  private static final String CALICO = "projectcalico.org/";

  private ListCheck() {}

  /// The items that kubectl refuses while it sends the others.
  ///
  /// @throws RefusedException where kubectl refuses the document
  static List<Failure> check(Node root, String text) throws RefusedDocumentException {
    Node document = Entries.target(root);
    if (document instanceof Node.Sequence sequence) {
      refuseObjects(sequence);
      return List.of();
    }
    if (!(document instanceof Node.Mapping mapping)) {
      return List.of();
    }
    String kind = Outline.text(mapping, "kind");
    if (kind == null || !kind.endsWith(LIST) || Outline.text(mapping, "apiVersion") == null) {
      return List.of();
    }
    Node items = Entries.value(mapping, "items");
    if (items == null || isNull(items)) {
      return List.of();
    }
    if (!(items instanceof Node.Sequence sequence)) {
      throw refused(
          items, text, "\"items\" of a " + kind + " is not a list; write a list of objects");
    }
    return items(sequence, kind, text);
  }

  /// Refuses lists of objects. Lists of anything else are files of other tools; lists of Calico
  /// objects are accepted by calicoctl.
  private static void refuseObjects(Node.Sequence sequence) throws RefusedDocumentException {
    for (Node item : sequence.items()) {
      if (Entries.target(item) instanceof Node.Mapping object && isForKubectl(object)) {
        throw new RefusedDocumentException(
            sequence.start(),
            sequence.start() + 1,
            "a list is not an object, and kubectl accepts only objects; write each item as its"
                + " own document, or all of them under \"items\" of a List");
      }
    }
  }

  private static boolean isForKubectl(Node.Mapping object) throws RefusedDocumentException {
    String version = Outline.text(object, "apiVersion");
    return version != null && !version.startsWith(CALICO) && Outline.text(object, "kind") != null;
  }

  private static List<Failure> items(Node.Sequence sequence, String kind, String text)
      throws RefusedDocumentException {
    List<Failure> failures = new ArrayList<>();
    for (Node node : sequence.items()) {
      Node item = Entries.target(node);
      if (isNull(item)) {
        failures.add(failure(node, text, "it is null; delete it, or write the object"));
      } else if (!(item instanceof Node.Mapping object)) {
        throw refused(
            node,
            text,
            "an item of a " + kind + " is not an object; write the object, or delete the item");
      } else if (kind.equals(LIST) && Outline.text(object, "kind") == null) {
        failures.add(failure(node, text, "it has no kind; write one, or delete the item"));
      }
    }
    return failures;
  }

  private static boolean isNull(Node node) throws RefusedDocumentException {
    return node instanceof Node.Scalar scalar && Scalars.value(scalar) instanceof Value.Null;
  }

  private static RefusedDocumentException refused(Node at, String text, String problem) {
    Failure failure = failure(at, text, problem);
    return new RefusedDocumentException(failure.start(), failure.end(), problem);
  }

  /// For collections only the start is certain. An empty item is reported at its dash.
  private static Failure failure(Node at, String text, String problem) {
    if (at instanceof Node.Mapping || at instanceof Node.Sequence) {
      return new Failure(at.start(), at.start() + 1, problem);
    }
    int start = at.start();
    if (start == at.end()) {
      int dash = text.lastIndexOf('-', start - 1);
      return new Failure(dash, dash + 1, problem);
    }
    return new Failure(start, at.end(), problem);
  }
}
