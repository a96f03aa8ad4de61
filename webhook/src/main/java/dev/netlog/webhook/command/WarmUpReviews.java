package dev.netlog.webhook.command;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.fix.Edit;
import dev.netlog.fix.Patched;
import dev.netlog.io.json.JsonWriter;
import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Platform;
import dev.netlog.platform.PlatformKind;
import dev.netlog.webhook.http.SampleReview;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Builds reviews like those of API servers, with all common cases, from the sample objects of the
/// platforms.
final class WarmUpReviews {
  private static final JsonPointer METADATA = JsonPointer.of("metadata");
  private static final JsonPointer ANNOTATIONS = JsonPointer.of("metadata", "annotations");

  private final String uid;
  private final List<SampleReview> samples = new ArrayList<>();

  private WarmUpReviews(String uid) {
    this.uid = uid;
  }

  /// @param uid the prefix of their uids
  static List<SampleReview> of(RuleCatalog catalog, String uid) {
    WarmUpReviews reviews = new WarmUpReviews(uid);
    Map<GroupKind, PlatformKind> kinds = new HashMap<>();
    catalog.kinds().forEach(kind -> kinds.put(kind.kind(), kind));
    for (Platform platform : catalog.platforms()) {
      Map<GroupKind, Value.Mapping> before = new HashMap<>();
      for (Resource sample : platform.samples()) {
        PlatformKind kind = kinds.get(sample.id().groupKind());
        if (kind != null) {
          Value.Mapping object = stored(sample);
          reviews.add(kind, object, before.put(kind.kind(), object));
        }
      }
    }
    return List.copyOf(reviews.samples);
  }

  private void add(PlatformKind kind, Value.Mapping object, Value.@Nullable Mapping before) {
    add("validate", "CREATE", kind, object, null);
    if (before != null) {
      add("validate", "UPDATE", kind, object, before);
    }
    if (kind.is(PlatformKind.Use.INJECTED)
        && Patched.of(object, List.of(new Edit.Remove(ANNOTATIONS)))
            instanceof Value.Mapping bare) {
      add("mutate", "CREATE", kind, bare, null);
    }
  }

  /// The object with the members that API servers add.
  private static Value.Mapping stored(Resource sample) {
    Map<String, Value> metadata =
        new LinkedHashMap<>(sample.content().mappingAt(METADATA).members());
    metadata.put("uid", text("0"));
    metadata.put("creationTimestamp", text("2026-01-01T00:00:00Z"));
    metadata.put("labels", mapping(Map.of("kubernetes.io/metadata.name", text("sample"))));
    Value fields = mapping(Map.of("f:metadata", mapping(Map.of("f:labels", Value.Mapping.EMPTY))));
    Map<String, Value> manager = new LinkedHashMap<>();
    manager.put("manager", text("kubectl"));
    manager.put("operation", text("Update"));
    manager.put("fieldsType", text("FieldsV1"));
    manager.put("fieldsV1", fields);
    metadata.put("managedFields", new Value.Sequence(List.of(mapping(manager))));
    Map<String, Value> content = new LinkedHashMap<>(sample.content().members());
    content.put("metadata", mapping(metadata));
    return mapping(content);
  }

  private void add(
      String path,
      String operation,
      PlatformKind kind,
      Value.Mapping object,
      Value.@Nullable Mapping old) {
    Map<String, Value> request = new LinkedHashMap<>();
    request.put("uid", text(uid + "-0"));
    request.put("kind", triple(kind, "kind", kind.kind().kind()));
    request.put("resource", triple(kind, "resource", kind.plural()));
    request.put("requestKind", triple(kind, "kind", kind.kind().kind()));
    request.put("requestResource", triple(kind, "resource", kind.plural()));
    request.put("name", text("sample"));
    request.put("namespace", text("sample"));
    request.put("operation", text(operation));
    request.put("userInfo", mapping(Map.of("username", text("netlog"))));
    request.put("object", object);
    request.put("oldObject", old == null ? Value.Null.NULL : old);
    request.put("dryRun", new Value.Bool(false));
    Map<String, Value> review = new LinkedHashMap<>();
    review.put("apiVersion", text("admission.k8s.io/v1"));
    review.put("kind", text("AdmissionReview"));
    review.put("request", mapping(request));
    samples.add(new SampleReview(path, json(mapping(review))));
  }

  private static Value triple(PlatformKind kind, String last, String name) {
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("group", text(kind.kind().group()));
    members.put("version", text(kind.versions().getFirst()));
    members.put(last, text(name));
    return mapping(members);
  }

  private static String json(Value value) {
    StringBuilder text = new StringBuilder();
    try {
      new JsonWriter(text, JsonWriter.Layout.COMPACT).value(value);
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return text.toString();
  }

  private static Value text(String text) {
    return new Value.Text(text);
  }

  private static Value.Mapping mapping(Map<String, Value> members) {
    return new Value.Mapping(members);
  }
}
