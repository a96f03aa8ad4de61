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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes of an object of the API server what rules may ask of it, as small as it can be.
///
/// Kept are the name, all labels, the annotations that are about logging, and the `spec` of all but
/// Namespaces. What thousands of objects have in common is kept once. Not safe for use by several
/// threads.
final class Condenser {
  private static final int REMEMBERED = 4 << 20;
  private static final int LONG = 128;
  private static final int OBJECT = 64;
  private static final int DEEPEST = 200;

  private final Predicate<String> keys;
  private final Map<Object, Object> common = new HashMap<>();

  /// About how many bytes `common` may hold on to.
  private int held;

  /// @param keys the annotations to keep
  Condenser(Predicate<String> keys) {
    this.keys = keys;
  }

  Resource condensed(GroupKind kind, GenericKubernetesResource object) {
    ObjectMeta metadata = object.getMetadata();
    String namespace = metadata.getNamespace();
    ResourceId id =
        new ResourceId(
            shared(object.getApiVersion()),
            shared(object.getKind()),
            namespace == null ? null : shared(namespace),
            metadata.getName());
    MappingBuilder members = new MappingBuilder();
    members.put("apiVersion", text(id.apiVersion()));
    members.put("kind", text(id.kind()));
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
      members.put("namespace", text(id.namespace()));
    }
    Value labels = texts(metadata.getLabels(), _ -> true, id);
    if (labels != null) {
      members.put("labels", labels);
    }
    Value annotations = texts(metadata.getAnnotations(), keys, id);
    if (annotations != null) {
      members.put("annotations", annotations);
    }
    return members.build();
  }

  private @Nullable Value texts(
      @Nullable Map<String, String> texts, Predicate<String> wanted, ResourceId id) {
    MappingBuilder members = new MappingBuilder();
    if (texts != null) {
      texts.forEach(
          (key, text) -> {
            if (wanted.test(key)) {
              members.put(
                  shared(key),
                  text == null
                      ? Value.Null.NULL
                      // The name of a namespace is among its labels: its own, not a common one.
                      : text.equals(id.name()) ? new Value.Text(id.name()) : text(text));
            }
          });
    }
    Value.Mapping built = members.build();
    return built.members().isEmpty() ? null : shared(built);
  }

  private Value value(@Nullable Object raw, int depth) {
    if (depth > DEEPEST) {
      throw new IllegalArgumentException("nested too deeply");
    }
    return switch (raw) {
      case null -> Value.Null.NULL;
      case Map<?, ?> map -> {
        MappingBuilder members = new MappingBuilder();
        map.forEach(
            (key, each) -> members.put(shared(String.valueOf(key)), value(each, depth + 1)));
        yield shared(members.build());
      }
      case List<?> list -> {
        List<Value> items = new ArrayList<>(list.size());
        list.forEach(each -> items.add(value(each, depth + 1)));
        yield shared(new Value.Sequence(items));
      }
      case Boolean flag -> shared(new Value.Bool(flag));
      case Number number -> shared(new Value.Numeral(number.toString()));
      default -> text(raw.toString());
    };
  }

  private Value text(String text) {
    if (text.length() > LONG) {
      // Seldom twice the same, and not to be held on to when the object is gone.
      held += text.length();
      return new Value.Text(text);
    }
    return shared(new Value.Text(text));
  }

  /// The first of all that are equal, as far as it is remembered.
  private <T> T shared(T fresh) {
    if (held >= REMEMBERED) {
      common.clear();
      held = 0;
    }
    Object first = common.putIfAbsent(fresh, fresh);
    if (first == null) {
      held += OBJECT + size(fresh);
      return fresh;
    }
    @SuppressWarnings("unchecked")
    T same = (T) first;
    return same;
  }

  private static int size(Object fresh) {
    return switch (fresh) {
      case String text -> text.length();
      case Value.Text(String text) -> text.length();
      case Value.Mapping mapping -> mapping.members().size() * OBJECT;
      case Value.Sequence sequence -> sequence.items().size() * OBJECT;
      default -> 0;
    };
  }
}
