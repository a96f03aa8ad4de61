package dev.netlog.cli.coverage.unreadable;

import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.ResourceId;
import dev.netlog.model.Value;
import dev.netlog.platform.text.Unreadable;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A mapping that looks like an object but that the cluster does not get as one.
///
/// @param where its place, and why it is no object
/// @param kind its kind, empty if it has none
/// @param group its group, null if it has no version
/// @param namespace as written, null if there is none
/// @param name as written
/// @param value the whole mapping, to be compared with the base
/// @param sent whether kubectl sends it unchanged: then it can only be an object with a misspelt
///   kind or group, which the API server refuses
record CarriedObject(
    Unreadable where,
    String kind,
    @Nullable String group,
    @Nullable String namespace,
    String name,
    Value value,
    boolean sent) {
  private static final JsonPointer NAME = JsonPointer.of("metadata", "name");
  private static final JsonPointer NAMESPACE = JsonPointer.of("metadata", "namespace");

  /// The mapping as an object; null if it has no name to identify it.
  static @Nullable CarriedObject of(Unreadable where, Value.Mapping mapping) {
    String name = mapping.textAt(NAME);
    if (name == null || name.isEmpty()) {
      return null;
    }
    String version = mapping.textAt(JsonPointer.of("apiVersion"));
    String kind = mapping.textAt(JsonPointer.of("kind"));
    return new CarriedObject(
        where,
        kind == null ? "" : kind,
        version == null ? null : new ResourceId(version, "", null, "").group(),
        mapping.textAt(NAMESPACE),
        name,
        mapping,
        false);
  }

  /// The same as an object that kubectl sends.
  CarriedObject sentAt(Unreadable place) {
    return new CarriedObject(place, kind, group, namespace, name, value, true);
  }

  /// Whether this could become an object once a tool has extracted it and filled in its
  /// placeholders.
  boolean couldBe(GroupKind wanted, @Nullable String inNamespace, String called) {
    if (sent) {
      return isMisspelt(wanted)
          && name.equals(called)
          && (namespace == null || inNamespace == null || namespace.equals(inNamespace));
    }
    boolean sameKind = kind.isEmpty() || PlaceholderMatch.couldBe(kind, wanted.kind());
    boolean sameGroup =
        group == null
            || group.equals(wanted.group())
            || PlaceholderMatch.isIn(group)
            || isOld(wanted);
    boolean sameNamespace =
        namespace == null
            || namespace.isEmpty()
            || inNamespace == null
            || PlaceholderMatch.couldBe(namespace, inNamespace);
    return sameKind && sameGroup && sameNamespace && PlaceholderMatch.couldBe(name, called);
  }

  /// Whether kind and group are nearly the wanted ones. A kind of another known group, such as a
  /// NetworkPolicy of Calico, is another object.
  private boolean isMisspelt(GroupKind wanted) {
    String own = group == null ? "" : group;
    boolean isIt = own.equals(wanted.group()) && kind.equals(wanted.kind());
    boolean nearGroup =
        own.isEmpty() || own.endsWith("k8s.io") || own.equalsIgnoreCase(wanted.group());
    return !isIt && nearGroup && singular(kind).equals(singular(wanted.kind()));
  }

  private static String singular(String kind) {
    String word = kind.strip().toLowerCase(Locale.ROOT);
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    return word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
  }

  /// The group of early policies and workloads, which API servers no longer serve.
  ///
  /// Source: [deprecated API migration
  /// guide](https://kubernetes.io/docs/reference/using-api/deprecation-guide/#v1-16).
  private boolean isOld(GroupKind wanted) {
    return "extensions".equals(group)
        && (wanted.group().equals("networking.k8s.io") || wanted.group().equals("apps"));
  }
}
