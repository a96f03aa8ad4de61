package dev.netlog.platform.shared;

import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.model.Value;
import dev.netlog.platform.Platform;
import dev.netlog.platform.PlatformKind;
import java.util.LinkedHashMap;
import java.util.Map;

/// Builds the objects of [Platform#samples()].
public final class Samples {
  private static final String NAME = "sample";

  private Samples() {}

  /// An object with annotations.
  public static Resource annotated(PlatformKind kind, Map<String, String> annotations) {
    return of(kind, NAME, annotations, Value.Mapping.EMPTY);
  }

  /// An object with a `spec`.
  public static Resource specified(PlatformKind kind, String name, Value.Mapping spec) {
    return of(kind, name, Map.of(), spec);
  }

  /// An object with both.
  public static Resource of(
      PlatformKind kind, String name, Map<String, String> annotations, Value.Mapping spec) {
    String namespace = kind.namespaced() ? NAME : null;
    Map<String, Value> metadata = new LinkedHashMap<>();
    metadata.put("name", new Value.Text(name));
    if (namespace != null) {
      metadata.put("namespace", new Value.Text(namespace));
    }
    if (!annotations.isEmpty()) {
      Map<String, Value> texts = new LinkedHashMap<>();
      annotations.forEach((key, value) -> texts.put(key, new Value.Text(value)));
      metadata.put("annotations", new Value.Mapping(texts));
    }
    String group = kind.kind().group();
    String version = kind.versions().getFirst();
    String apiVersion = group.isEmpty() ? version : group + "/" + version;
    Map<String, Value> content = new LinkedHashMap<>();
    content.put("apiVersion", new Value.Text(apiVersion));
    content.put("kind", new Value.Text(kind.kind().kind()));
    content.put("metadata", new Value.Mapping(metadata));
    if (!spec.members().isEmpty()) {
      content.put("spec", spec);
    }
    return new Resource(
        new ResourceId(apiVersion, kind.kind().kind(), namespace, name),
        new Value.Mapping(content),
        Origin.NOWHERE);
  }
}
