package dev.netlog.io.kustomize;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;

/// Something that a build changes in objects.
///
/// @param file its file, by its path in reports
/// @param line from 1
/// @param member the member of a kustomization that defines it, such as `patches`
/// @param key the label or annotation, if the member is a mapping of them; otherwise empty
/// @param value one item of a list, or the value of a key
public record Transformation(String file, int line, String member, String key, Value value) {
  /// The member of a transformation that removes objects: those that its value describes.
  public static final String REMOVAL = "mustnothave";

  /// The files that it names, as written: relative to its own folder.
  List<String> files() {
    List<String> files = new ArrayList<>();
    if (value instanceof Value.Text(String text) && isNamedFile() && text.indexOf('\n') < 0) {
      files.add(text);
    }
    if (value instanceof Value.Mapping mapping) {
      String path = mapping.textAt(JsonPointer.of("path"));
      if (path != null) {
        files.add(path);
      }
    }
    return files;
  }

  private boolean isNamedFile() {
    return switch (member) {
      case "patchesStrategicMerge", "transformers", "configurations" -> true;
      default -> false;
    };
  }
}
