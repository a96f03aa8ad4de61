package dev.netlog.model;

import org.jspecify.annotations.Nullable;

/// The identity of an object.
///
/// @param apiVersion as written, `v1` or `networking.k8s.io/v1`
/// @param kind as written
/// @param namespace as written, null if the manifest has none: a namespace that is set later (by
///   kustomize, by `kubectl -n`) is not known here
/// @param name as written, empty if the manifest has none (`generateName`)
public record ResourceId(String apiVersion, String kind, @Nullable String namespace, String name) {

  /// The API group, empty for the core group.
  public String group() {
    int slash = apiVersion.indexOf('/');
    return slash < 0 ? "" : apiVersion.substring(0, slash);
  }

  /// The API version without the group.
  public String version() {
    return apiVersion.substring(apiVersion.indexOf('/') + 1);
  }

  /// Group and kind, without the version.
  public GroupKind groupKind() {
    return new GroupKind(group(), kind);
  }

  /// The form in reports: `NetworkPolicy/payments/api`, `Namespace/payments`.
  @Override
  public String toString() {
    return reference(kind, namespace, name);
  }

  /// The name of an object in reports: `NetworkPolicy/payments/api`, `Namespace/payments`.
  ///
  /// @param namespace null for a cluster-scoped object
  public static String reference(String kind, @Nullable String namespace, String name) {
    return kind + "/" + local(namespace, name);
  }

  /// The name in a [#reference] to an object of a kind, null if it is an object of another kind.
  public static @Nullable String localIn(String reference, String kind) {
    return reference.startsWith(kind + "/") ? reference.substring(kind.length() + 1) : null;
  }

  /// The name of an object without its kind: `payments/api`, `payments`.
  ///
  /// @param namespace null for a cluster-scoped object
  public static String local(@Nullable String namespace, String name) {
    return namespace == null ? name : namespace + "/" + name;
  }
}
