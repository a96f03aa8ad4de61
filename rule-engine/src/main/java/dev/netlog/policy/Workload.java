package dev.netlog.policy;

import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.model.Value;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.Ports;
import dev.netlog.network.Protocol;
import dev.netlog.network.Ranges;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An object that creates pods, reduced to what policies depend on.
///
/// @param subject its pods, ignoring owners
/// @param owner the controller that owns it, null if there is none
record Workload(Subject subject, @Nullable Owner owner) {
  private static final JsonPointer LABELS = JsonPointer.of("metadata", "labels");
  private static final JsonPointer OWNERS = JsonPointer.of("metadata", "ownerReferences");

  /// A controller, as an owner reference names it.
  record Owner(GroupKind kind, String name) {}

  static Workload read(Resource resource, List<InputProblem> problems) {
    Fields fields = new Fields(resource, problems);
    GroupKind kind = resource.id().groupKind();
    JsonPointer template = WorkloadKinds.template(kind);
    JsonPointer spec = template.child("spec");
    Value.Mapping pod = resource.content().mappingAt(spec);
    Subject subject =
        new Subject(
            Names.namespace(resource),
            kind.kind(),
            Names.name(resource),
            resource,
            labels(fields, kind, template.append(LABELS)),
            pod.get("hostNetwork") instanceof Value.Bool(boolean host) && host,
            WindowsNodes.arePinned(pod),
            ports(fields, spec),
            Map.of());
    return new Workload(subject, owner(resource.content()));
  }

  /// The reference with which owned objects name it.
  static Owner reference(Resource resource) {
    return new Owner(resource.id().groupKind(), Names.name(resource));
  }

  private static KnownLabels labels(Fields fields, GroupKind kind, JsonPointer at) {
    Map<String, String> known = new TreeMap<>();
    Set<String> unknown = new TreeSet<>(WorkloadKinds.generated(kind));
    fields.isObject(at);
    for (String key : fields.resource().content().mappingAt(at).members().keySet()) {
      String value = fields.text(at.child(key));
      if (!unknown.contains(key)) {
        known.put(key, value == null ? "" : value);
      }
    }
    if (kind.equals(WorkloadKinds.JOB)) {
      String name = Names.name(fields.resource());
      WorkloadKinds.JOB_NAME.forEach(
          key -> {
            if (name.endsWith("*")) {
              unknown.add(key);
            } else {
              known.put(key, name);
            }
          });
    }
    return new KnownLabels(known, unknown, false);
  }

  private static PortNames ports(Fields fields, JsonPointer spec) {
    Map<String, Ranges> names = new TreeMap<>();
    Value.Mapping pod = fields.resource().content().mappingAt(spec);
    for (Value container : pod.itemsAt(JsonPointer.of("containers"))) {
      ports(container, names);
    }
    for (Value container : pod.itemsAt(JsonPointer.of("initContainers"))) {
      // A sidecar: it runs beside the other containers, so its ports count.
      if ("Always".equals(container.textAt(JsonPointer.of("restartPolicy")))) {
        ports(container, names);
      }
    }
    return names.isEmpty() ? PortNames.NONE : new PortNames(names);
  }

  private static void ports(Value container, Map<String, Ranges> names) {
    for (Value port : container.itemsAt(JsonPointer.of("ports"))) {
      String name = port.textAt(JsonPointer.of("name"));
      Integer number = number(port.at(JsonPointer.of("containerPort")));
      String word = port.textAt(JsonPointer.of("protocol"));
      Protocol protocol = word == null ? Protocol.TCP : Protocol.of(word);
      if (name != null && number != null && protocol != null) {
        names.merge(name, Ports.of(protocol, number, number), Ranges::union);
      }
    }
  }

  private static @Nullable Integer number(@Nullable Value value) {
    if (value instanceof Value.Numeral(String literal)) {
      try {
        int number = Integer.parseInt(literal);
        return number >= 1 && number <= 65535 ? number : null;
      } catch (NumberFormatException e) {
        return null;
      }
    }
    return null;
  }

  static @Nullable Owner owner(Value.Mapping content) {
    for (Value reference : content.itemsAt(OWNERS)) {
      boolean controls =
          reference.at(JsonPointer.of("controller")) instanceof Value.Bool(boolean is) && is;
      String kind = reference.textAt(JsonPointer.of("kind"));
      String name = reference.textAt(JsonPointer.of("name"));
      String version = reference.textAt(JsonPointer.of("apiVersion"));
      if (controls && kind != null && name != null) {
        String group = new ResourceId(version == null ? "" : version, kind, null, name).group();
        return new Owner(new GroupKind(group, kind), name);
      }
    }
    return null;
  }
}
