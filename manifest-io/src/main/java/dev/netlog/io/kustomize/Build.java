package dev.netlog.io.kustomize;

import java.util.List;

/// A definition that builds objects from files: a kustomization, or an object of Flux or Argo CD
/// that runs one.
///
/// @param file its file, by its path in reports
/// @param name identifies a Flux or Argo CD object: `Kustomization/flux-system/app`; empty for a
///   kustomization, which its folder identifies
/// @param isOff whether it is switched off, so that it changes nothing in the cluster
/// @param isComponent whether it is built only as part of other kustomizations
/// @param resources what it builds from, as written: files, folders, URLs
/// @param components folders of components, as written
/// @param charts the names of the Helm charts that it inflates
/// @param transformations what it changes in objects
/// @param origin the source and destination of a Flux or Argo CD object
public record Build(
    String file,
    String name,
    boolean isOff,
    boolean isComponent,
    List<String> resources,
    List<String> components,
    List<String> charts,
    List<Transformation> transformations,
    BuildOrigin origin) {
  public Build {
    resources = List.copyOf(resources);
    components = List.copyOf(components);
    charts = List.copyOf(charts);
    transformations = List.copyOf(transformations);
  }

  /// Whether it is a kustomization, whose names are relative to its own folder.
  public boolean isKustomization() {
    return name.isEmpty();
  }

  /// The same build without what it changes.
  public Build withoutTransformations() {
    return new Build(
        file, name, isOff, isComponent, resources, components, charts, List.of(), origin);
  }

  /// The same build with its file at another path.
  public Build at(String path) {
    return path.equals(file)
        ? this
        : new Build(
            path,
            name,
            isOff,
            isComponent,
            resources,
            components,
            charts,
            transformations.stream()
                .map(
                    each ->
                        new Transformation(
                            path, each.line(), each.member(), each.key(), each.value()))
                .toList(),
            origin);
  }
}
