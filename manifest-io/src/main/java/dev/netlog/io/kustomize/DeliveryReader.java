package dev.netlog.io.kustomize;

import dev.netlog.io.yaml.Document;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what the Flux and Argo CD objects of a file build, and whether they are switched off.
///
/// Sources: [Flux's Kustomization](https://fluxcd.io/flux/components/kustomize/kustomizations/),
/// [its HelmRelease](https://fluxcd.io/flux/components/helm/helmreleases/), [Argo CD's
/// Application](https://argo-cd.readthedocs.io/en/stable/user-guide/kustomize/).
final class DeliveryReader {
  private static final String FLUX = "kustomize.toolkit.fluxcd.io/";
  private static final String HELM = "helm.toolkit.fluxcd.io/";
  private static final String ARGO = "argoproj.io/";

  /// Source: [Argo CD's skip
  /// reconcile](https://argo-cd.readthedocs.io/en/stable/user-guide/skip_reconcile/).
  private static final String SKIPPED = "argocd.argoproj.io/skip-reconcile";

  private final Manifest manifest;
  private final List<Build> builds;

  /// @param builds receives the builds
  DeliveryReader(Manifest manifest, List<Build> builds) {
    this.manifest = manifest;
    this.builds = builds;
  }

  /// Whether a file may hold such objects.
  static boolean mayBeIn(Manifest manifest) {
    String text = manifest.text();
    return text.contains(FLUX)
        || text.contains(HELM)
        || text.contains(ARGO)
        || text.contains(RemovalReader.GROUP);
  }

  /// Reads the object of a document, or the items of a List.
  void read(Document document, Value.Mapping object) {
    read(document, object, JsonPointer.ROOT);
  }

  private void read(Document document, Value.Mapping object, JsonPointer at) {
    String version = object.textAt(JsonPointer.of("apiVersion"));
    String kind = object.textAt(JsonPointer.of("kind"));
    if (version == null || kind == null) {
      return;
    }
    if (kind.equals("List")) {
      List<Value> items = object.itemsAt(JsonPointer.of("items"));
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof Value.Mapping item) {
          read(document, item, at.child("items").child(i));
        }
      }
    } else if (version.startsWith(FLUX) && kind.equals("Kustomization")) {
      flux(new TransformationReader(manifest, document), object, at.child("spec"));
    } else if (version.startsWith(RemovalReader.GROUP)) {
      List<Transformation> removals = RemovalReader.of(manifest, document, object);
      if (!removals.isEmpty()) {
        add(object, List.of(), List.of(), removals, BuildOrigin.NONE);
      }
    } else if (version.startsWith(HELM) && kind.equals("HelmRelease")) {
      helm(new TransformationReader(manifest, document), object, at.child("spec"));
    } else if (version.startsWith(ARGO) && kind.equals("Application")) {
      argo(new TransformationReader(manifest, document), object, at, JsonPointer.of("spec"));
    } else if (version.startsWith(ARGO) && kind.equals("ApplicationSet")) {
      JsonPointer spec = JsonPointer.of("spec", "template", "spec");
      argo(new TransformationReader(manifest, document), object, at, spec);
    }
  }

  private void flux(TransformationReader changes, Value.Mapping object, JsonPointer at) {
    Value.Mapping spec = object.mappingAt(JsonPointer.of("spec"));
    changes.members(spec, at);
    changes.text(spec, at, "targetNamespace", "namespace");
    Value.Mapping common = spec.mappingAt(JsonPointer.of("commonMetadata"));
    changes.mapping(common, at.child("commonMetadata"), "annotations", "commonAnnotations");
    changes.plainLabels(common, at.child("commonMetadata"), "labels");
    List<String> components = TransformationReader.texts(spec, "components");
    add(object, List.of(path(spec)), components, changes.found(), flux(object, "spec"));
  }

  /// Only a chart among the files is built from them; any other is elsewhere.
  private void helm(TransformationReader changes, Value.Mapping object, JsonPointer at) {
    String chart = object.textAt(JsonPointer.of("spec", "chart", "spec", "chart"));
    if (chart == null || !chart.contains("/") || chart.contains("://")) {
      return;
    }
    List<Value> steps = object.itemsAt(JsonPointer.of("spec", "postRenderers"));
    for (int i = 0; i < steps.size(); i++) {
      changes.members(
          steps.get(i).mappingAt(JsonPointer.of("kustomize")),
          at.child("postRenderers").child(i).child("kustomize"));
    }
    add(object, List.of(chart), List.of(), changes.found(), flux(object, "spec", "chart", "spec"));
  }

  /// @param below the way to the reference of the source
  private static BuildOrigin flux(Value.Mapping object, String... below) {
    JsonPointer at = JsonPointer.of(below).child("sourceRef");
    List<Value> words = new ArrayList<>();
    words.add(orNull(object.at(at)));
    words.add(orNull(object.at(JsonPointer.of("spec", "kubeConfig"))));
    String namespace = object.textAt(at.child("namespace"));
    String own = object.textAt(JsonPointer.of("metadata", "namespace"));
    String source =
        object.textAt(at.child("kind"))
            + "/"
            + (namespace == null ? own : namespace)
            + "/"
            + object.textAt(at.child("name"));
    return new BuildOrigin(words, source, Map.of());
  }

  private static Value orNull(@Nullable Value value) {
    return value == null ? Value.Null.NULL : value;
  }

  private void argo(
      TransformationReader changes, Value.Mapping object, JsonPointer at, JsonPointer below) {
    Value.Mapping spec = object.mappingAt(below);
    JsonPointer here = at.append(below);
    List<String> paths = new ArrayList<>();
    source(changes, spec.get("source"), here.child("source"), paths);
    List<Value> all = new ArrayList<>();
    all.add(orNull(spec.get("source")));
    List<Value> sources = spec.itemsAt(JsonPointer.of("sources"));
    for (int i = 0; i < sources.size(); i++) {
      source(changes, sources.get(i), here.child("sources").child(i), paths);
    }
    all.addAll(sources);
    add(object, paths, List.of(), changes.found(), origin(all, spec.get("destination")));
  }

  private static BuildOrigin origin(List<Value> sources, @Nullable Value destination) {
    List<Value> words = new ArrayList<>();
    words.add(orNull(destination));
    Map<String, DirectoryFilter> directories = new LinkedHashMap<>();
    for (Value source : sources) {
      words.add(orNull(source.at(JsonPointer.of("repoURL"))));
      boolean isPlain =
          source instanceof Value.Mapping members
              && Stream.of("chart", "helm", "kustomize", "plugin")
                  .allMatch(tool -> members.get(tool) == null);
      if (isPlain) {
        Value recurse = source.at(JsonPointer.of("directory", "recurse"));
        DirectoryFilter filter =
            new DirectoryFilter(
                recurse instanceof Value.Bool(boolean on) && on,
                text(source, "include"),
                text(source, "exclude"));
        directories.putIfAbsent(path((Value.Mapping) source), filter);
      }
    }
    return new BuildOrigin(words, "", directories);
  }

  private static String text(Value source, String name) {
    String text = source.textAt(JsonPointer.of("directory", name));
    return text == null ? "" : text;
  }

  private static void source(
      TransformationReader changes, @Nullable Value source, JsonPointer at, List<String> paths) {
    if (!(source instanceof Value.Mapping members)) {
      return;
    }
    paths.add(path(members));
    Value.Mapping kustomize = members.mappingAt(JsonPointer.of("kustomize"));
    JsonPointer here = at.child("kustomize");
    Value.Mapping rest = kustomize;
    if (kustomize.get("labelWithoutSelector") instanceof Value.Bool(boolean on) && on) {
      Map<String, Value> others = new LinkedHashMap<>(kustomize.members());
      others.remove("commonLabels");
      rest = new Value.Mapping(others);
      changes.plainLabels(kustomize, here, "commonLabels");
    }
    changes.members(rest, here);
    for (String component : TransformationReader.texts(kustomize, "components")) {
      changes.add(here, "components", "", new Value.Text(component));
    }
  }

  private static String path(Value.Mapping members) {
    String path = members.textAt(JsonPointer.of("path"));
    return path == null ? "" : path;
  }

  /// Whether an object of Flux is suspended, or one of Argo CD is skipped.
  private static boolean isOff(Value.Mapping object) {
    boolean isSuspended =
        object.at(JsonPointer.of("spec", "suspend")) instanceof Value.Bool(boolean off) && off;
    return isSuspended || "true".equals(object.textAt(Resource.annotationPointer(SKIPPED)));
  }

  private void add(
      Value.Mapping object,
      List<String> paths,
      List<String> components,
      List<Transformation> changes,
      BuildOrigin origin) {
    String name =
        object.textAt(JsonPointer.of("kind"))
            + "/"
            + object.textAt(JsonPointer.of("metadata", "namespace"))
            + "/"
            + object.textAt(JsonPointer.of("metadata", "name"));
    builds.add(
        new Build(
            manifest.path(),
            name,
            isOff(object),
            false,
            paths,
            components,
            List.of(),
            changes,
            origin));
  }
}
