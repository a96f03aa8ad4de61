package dev.netlog.model;

import org.jspecify.annotations.Nullable;

/// The namespace of objects that name none, under a name that no real namespace can have: `(none in
/// apps/a)`. It stands for one namespace of the cluster, whose name and labels are unknown.
public final class UnnamedNamespace {
  private static final String NONE = "(none";

  private UnnamedNamespace() {}

  /// The namespace of the objects of a folder.
  ///
  /// @param folder `/`-separated, empty for the working directory
  public static String in(String folder) {
    return folder.isEmpty() ? NONE + ")" : NONE + " in " + folder + ")";
  }

  /// Whether a namespace is one of these.
  public static boolean is(@Nullable String namespace) {
    return namespace != null && namespace.startsWith(NONE);
  }

  /// A namespace as manifests write it: null for one of these.
  public static @Nullable String written(@Nullable String namespace) {
    return is(namespace) ? null : namespace;
  }
}
