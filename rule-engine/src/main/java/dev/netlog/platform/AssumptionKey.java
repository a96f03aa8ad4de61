package dev.netlog.platform;

import java.util.List;

/// Something that a user can take for granted about a cluster where the manifests do not say it: a
/// key of `--assume` and of `assume` in the settings.
///
/// @param name the key: `namespaces`
/// @param title a name for editors
/// @param description a sentence for editors
/// @param values what can be assumed, the default first
/// @param help what is assumed, for the help of `--assume`
public record AssumptionKey(
    String name, String title, String description, List<String> values, String help) {
  /// What a Namespace that was not read is taken for.
  public static final AssumptionKey NAMESPACES =
      new AssumptionKey(
          "namespaces",
          "Namespaces",
          "What a Namespace is taken for that the files do not hold.",
          List.of("unknown", "unannotated"),
          "a Namespace that is not in the input has no annotation");

  public AssumptionKey {
    values = List.copyOf(values);
  }
}
