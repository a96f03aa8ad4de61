package dev.netlog.io.files;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Recognises manifests in a folder by their file names.
public final class ManifestNames {
  private static final List<String> SUFFIXES = List.of(".yaml", ".yml", ".json");

  /// The names that
  /// [kustomize](https://github.com/kubernetes-sigs/kustomize/blob/kustomize/v5.7.1/api/konfig/general.go)
  /// looks for.
  private static final Set<String> KUSTOMIZATIONS =
      Set.of("kustomization.yaml", "kustomization.yml", "Kustomization");

  private ManifestNames() {}

  /// Whether a file of this name is read when its folder is named.
  public static boolean isManifest(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return SUFFIXES.stream().anyMatch(lower::endsWith) || isKustomization(name);
  }

  /// Whether kustomize reads a file of this name by default.
  public static boolean isKustomization(String name) {
    return KUSTOMIZATIONS.contains(name);
  }
}
