package dev.netlog.io.kustomize;

import java.util.List;

/// Something that builds objects from files: a kustomization, or an object of Flux or Argo CD that
/// runs one.
///
/// @param file where it stands, as reports name it
/// @param name tells it from others where it is an object: `Kustomization/flux-system/app`; empty
///   for a kustomization, which its folder tells
/// @param isComponent whether it is built only where another kustomization uses it
/// @param resources what it builds from, as written: files, folders, addresses
/// @param components folders of components, as written
/// @param charts how Helm charts are called that it inflates
/// @param transformations what it changes
public record Build(
    String file,
    String name,
    boolean isComponent,
    List<String> resources,
    List<String> components,
    List<String> charts,
    List<Transformation> transformations) {
  public Build {
    resources = List.copyOf(resources);
    components = List.copyOf(components);
    charts = List.copyOf(charts);
    transformations = List.copyOf(transformations);
  }

  /// Whether it is a kustomization, whose names are relative to its own folder.
  boolean isKustomization() {
    return name.isEmpty();
  }

  /// The same build where its files have other paths.
  public Build at(String path) {
    return path.equals(file)
        ? this
        : new Build(
            path,
            name,
            isComponent,
            resources,
            components,
            charts,
            transformations.stream()
                .map(
                    each ->
                        new Transformation(
                            path, each.line(), each.member(), each.key(), each.value()))
                .toList());
  }
}
