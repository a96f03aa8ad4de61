package dev.netlog.webhook.cluster;

import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.MappingBuilder;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.model.Value;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.ObjectMeta;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reduces an object of the API server to what rules may ask about.
///
/// It keeps the name, all labels, the annotations about logging, and the `spec`, except for
/// Namespaces. Safe for use by several threads.
final class Condenser {
  private static final int DEEPEST = 200;

  /// Shared: separate values would take memory that [CacheBudget] does not count.
  private static final Value TRUE = new Value.Bool(true);

  private static final Value FALSE = new Value.Bool(false);

  private final Predicate<String> keys;

  /// @param keys the annotations to keep
  Condenser(Predicate<String> keys) {
    this.keys = keys;
  }

  Resource condensed(GroupKind kind, GenericKubernetesResource object) {
    ObjectMeta metadata = object.getMetadata();
    String namespace = metadata.getNamespace();
    ResourceId id =
        new ResourceId(object.getApiVersion(), object.getKind(), namespace, metadata.getName());
    MappingBuilder members = new MappingBuilder();
    members.put("apiVersion", new Value.Text(id.apiVersion()));
    members.put("kind", new Value.Text(id.kind()));
    members.put("metadata", metadata(id, metadata));
    Object spec = object.getAdditionalProperties().get("spec");
    if (spec != null && !kind.equals(KubernetesKinds.NAMESPACE)) {
      members.put("spec", value(spec, 0));
    }
    return new Resource(id, members.build(), Origin.NOWHERE);
  }

  private Value metadata(ResourceId id, ObjectMeta metadata) {
    MappingBuilder members = new MappingBuilder();
    members.put("name", new Value.Text(id.name()));
    if (id.namespace() != null) {
      members.put("namespace", new Value.Text(id.namespace()));
    }
    Value labels = texts(metadata.getLabels(), _ -> true);
    if (labels != null) {
      members.put("labels", labels);
    }
    Value annotations = texts(metadata.getAnnotations(), keys);
    if (annotations != null) {
      members.put("annotations", annotations);
    }
    return members.build();
  }

  private @Nullable Value texts(@Nullable Map<String, String> texts, Predicate<String> wanted) {
    MappingBuilder members = new MappingBuilder();
    if (texts != null) {
      texts.forEach(
          (key, text) -> {
            if (wanted.test(key)) {
              members.put(key, text == null ? Value.Null.NULL : new Value.Text(text));
            }
          });
    }
    Value.Mapping built = members.build();
    return built.members().isEmpty() ? null : built;
  }

  private Value value(@Nullable Object raw, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("nested too deeply");
    }
    return switch (raw) {
      case null -> Value.Null.NULL;
      case Map<?, ?> map -> {
        MappingBuilder members = new MappingBuilder();
        map.forEach((key, each) -> members.put(String.valueOf(key), value(each, depth + 1)));
        yield members.build();
      }
      case List<?> list -> {
        List<Value> items = new ArrayList<>(list.size());
        list.forEach(each -> items.add(value(each, depth + 1)));
        yield new Value.Sequence(items);
      }
      case Boolean flag -> flag ? TRUE : FALSE;
      case Number number -> new Value.Numeral(number.toString());
      default -> new Value.Text(raw.toString());
    };
  }
}
