package dev.netlog.cli.change;

import java.util.List;

/// What kustomize does to objects, as far as the tests ask for it.
final class Transformations {
  private Transformations() {}

  /// Changes the objects as a kustomization says: patches first, as kustomize has it.
  static void apply(Node kustomization, List<Node> objects) {
    for (Node patch : kustomization.nodes("patches")) {
      for (Node object : objects) {
        if (object.kind().equals(patch.text("target", "kind"))
            && object.name().equals(patch.text("target", "name"))) {
          patch(object, patch.text("patch"));
        }
      }
    }
    kustomization
        .texts("commonAnnotations")
        .forEach(
            (key, value) ->
                objects.forEach(each -> each.set(value, "metadata", "annotations", key)));
  }

  /// A patch of RFC 6902 with one operation, or a part of the object.
  private static void patch(Node object, String text) {
    if (text.startsWith("- ")) {
      Node operation = Node.parse("all:\n" + text).nodes("all").getFirst();
      List<String> path =
          List.of(operation.text("path").substring(1).split("/", -1)).stream()
              .map(each -> each.replace("~1", "/").replace("~0", "~"))
              .toList();
      String[] place = path.toArray(String[]::new);
      if (operation.text("op").equals("remove")) {
        object.remove(place);
      } else {
        object.set(operation.get("value"), place);
      }
    } else {
      merge(object, Node.parse(text), new String[0]);
    }
  }

  private static void merge(Node object, Node part, String[] at) {
    part.members()
        .forEach(
            (key, value) -> {
              String[] place = java.util.Arrays.copyOf(at, at.length + 1);
              place[at.length] = String.valueOf(key);
              Node inner = part.node(String.valueOf(key));
              if (value == null) {
                object.remove(place);
              } else if (inner != null) {
                merge(object, inner, place);
              } else {
                object.set(value, place);
              }
            });
  }
}
