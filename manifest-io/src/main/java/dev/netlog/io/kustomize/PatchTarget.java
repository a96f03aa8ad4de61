package dev.netlog.io.kustomize;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.model.UnnamedNamespace;
import dev.netlog.model.Value;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/// Decides which objects a patch may apply to. Label and annotation selectors are assumed to match.
///
/// Source: [kustomize's
/// Selector](https://github.com/kubernetes-sigs/kustomize/blob/kustomize/v5.7.1/api/types/selector.go),
/// whose members are regular expressions of whole values.
final class PatchTarget {
  private PatchTarget() {}

  /// Whether a `target` or `select` may match an object.
  ///
  /// @param isRenamed whether a build changes names: a target may use the new name
  static boolean matches(Value.Mapping target, Resource object, boolean isRenamed) {
    ResourceId id = object.id();
    String own = UnnamedNamespace.written(id.namespace());
    String name = target.textAt(JsonPointer.of("name"));
    boolean byNewName = isRenamed && name != null && name.contains(id.name());
    return matches(target, "group", id.group())
        && matches(target, "version", id.version())
        && matches(target, "kind", id.kind())
        && (byNewName || matches(target, "name", id.name()))
        && (own == null || matches(target, "namespace", own));
  }

  private static boolean matches(Value.Mapping target, String member, String actual) {
    String pattern = target.textAt(JsonPointer.of(member));
    if (pattern == null || pattern.isEmpty()) {
      return true;
    }
    try {
      return Pattern.compile(pattern).matcher(actual).matches();
    } catch (PatternSyntaxException e) {
      return true;
    }
  }

  /// Whether a strategic merge patch without a target names an object.
  static boolean isNamedIn(Value.Mapping patch, Resource object, boolean isRenamed) {
    ResourceId id = object.id();
    String own = UnnamedNamespace.written(id.namespace());
    String kind = patch.textAt(JsonPointer.of("kind"));
    String name = patch.textAt(JsonPointer.of("metadata", "name"));
    String namespace = patch.textAt(JsonPointer.of("metadata", "namespace"));
    return (kind == null || kind.equals(id.kind()))
        && isGroup(patch.textAt(JsonPointer.of("apiVersion")), id)
        && (name == null || name.equals(id.name()) || (isRenamed && name.contains(id.name())))
        && (namespace == null || own == null || namespace.equals(own));
  }

  private static boolean isGroup(@Nullable String version, ResourceId id) {
    return version == null || new ResourceId(version, "", null, "").group().equals(id.group());
  }
}
