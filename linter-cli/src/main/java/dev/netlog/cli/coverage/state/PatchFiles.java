package dev.netlog.cli.coverage.state;

import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.yaml.KustomizationFiles;
import dev.netlog.io.yaml.Manifest;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The files that kustomizations name as patches and not also as resources.
///
/// @param paths their paths in reports
public record PatchFiles(Set<String> paths) {
  /// The reason in the report for such a file.
  public static final String REASON = "patch";

  public PatchFiles {
    paths = Set.copyOf(paths);
  }

  /// The files that kustomizations name only as patches.
  ///
  /// @param kustomizations by their paths
  public static PatchFiles of(Map<String, KustomizationFiles> kustomizations) {
    Set<String> patches = new HashSet<>();
    kustomizations.forEach(
        (path, kustomization) -> kustomization.patches().forEach(name -> add(path, name, patches)));
    if (!patches.isEmpty()) {
      Set<String> resources = new HashSet<>();
      kustomizations.forEach(
          (path, kustomization) ->
              kustomization.resources().forEach(name -> add(path, name, resources)));
      patches.removeAll(resources);
    }
    return new PatchFiles(patches);
  }

  private static void add(String kustomization, String name, Set<String> paths) {
    String path = beside(kustomization, name);
    if (path != null) {
      paths.add(path);
    }
  }

  /// The path of a file that a kustomization names; null if the name is an inline text.
  static @Nullable String beside(String kustomization, String name) {
    if (name.indexOf('\n') >= 0) {
      return null;
    }
    try {
      String path = Path.of(kustomization).resolveSibling(name).normalize().toString();
      return path.replace('\\', '/');
    } catch (InvalidPathException e) {
      return null;
    }
  }

  public boolean holds(String path) {
    return paths.contains(path);
  }

  /// A manifest whose objects are parts of others.
  static Manifest withoutObjects(Manifest manifest) {
    List<NotUnderstood> notUnderstood = new ArrayList<>(manifest.notUnderstood());
    if (!manifest.resources().isEmpty()) {
      notUnderstood.add(
          new NotUnderstood(
              manifest.path(),
              1,
              REASON,
              "a kustomization names this file as a patch, so it holds a part of an object; judge"
                  + " what \"kustomize build\" prints"));
    }
    return new Manifest(
        manifest.path(),
        manifest.text(),
        manifest.documents(),
        List.of(),
        manifest.findings(),
        notUnderstood,
        manifest.unrendered(),
        manifest.kustomized(),
        manifest.counts());
  }
}
