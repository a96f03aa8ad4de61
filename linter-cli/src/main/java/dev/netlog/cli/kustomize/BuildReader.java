package dev.netlog.cli.kustomize;

import dev.netlog.cli.input.FileFinder;
import dev.netlog.cli.report.SourceText;
import dev.netlog.cli.yaml.Document;
import dev.netlog.cli.yaml.Locator;
import dev.netlog.cli.yaml.Manifest;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.rule.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads what a file builds.
///
/// Sources: [kustomize's
/// types](https://github.com/kubernetes-sigs/kustomize/blob/kustomize/v5.7.1/api/types/kustomization.go),
/// [Flux's Kustomization](https://fluxcd.io/flux/components/kustomize/kustomizations/), [Argo CD's
/// Application](https://argo-cd.readthedocs.io/en/stable/user-guide/kustomize/).
public final class BuildReader {
  private static final String FLUX = "kustomize.toolkit.fluxcd.io/";
  private static final String ARGO = "argoproj.io/";
  private static final List<String> LISTS =
      List.of(
          "labels",
          "patches",
          "patchesStrategicMerge",
          "patchesJson6902",
          "transformers",
          "replacements",
          "configurations");
  private static final List<String> MAPPINGS = List.of("commonLabels", "commonAnnotations");
  private static final List<String> TEXTS = List.of("namespace", "namePrefix", "nameSuffix");

  private final Manifest manifest;
  private final List<Build> builds = new ArrayList<>();
  private final SourceText source;

  private BuildReader(Manifest manifest) {
    this.manifest = manifest;
    this.source = new SourceText(manifest.text());
  }

  /// The builds of a file, in its order.
  ///
  /// @param manifest with its text
  public static List<Build> of(Manifest manifest) {
    String name = manifest.path().substring(manifest.path().lastIndexOf('/') + 1);
    boolean isKustomization = FileFinder.isKustomization(name);
    if (!isKustomization && !manifest.text().contains(FLUX) && !manifest.text().contains(ARGO)) {
      return List.of();
    }
    BuildReader reader = new BuildReader(manifest);
    for (Document document : manifest.documents()) {
      if (document.failure() == null && document.value() instanceof Value.Mapping members) {
        if (isKustomization) {
          reader.kustomization(document, members);
        } else {
          reader.object(document, members, JsonPointer.ROOT);
        }
      }
    }
    return reader.builds;
  }

  private void kustomization(Document document, Value.Mapping members) {
    List<Transformation> transformations = new ArrayList<>();
    transformations(document, members, JsonPointer.ROOT, transformations);
    List<String> resources = texts(members, "resources");
    resources.addAll(texts(members, "bases"));
    List<String> charts = new ArrayList<>();
    for (Value chart : members.itemsAt(JsonPointer.of("helmCharts"))) {
      charts.add(chart(chart));
    }
    for (Value chart : members.itemsAt(JsonPointer.of("helmChartInflationGenerator"))) {
      charts.add(chart(chart));
    }
    charts.addAll(texts(members, "generators"));
    builds.add(
        new Build(
            manifest.path(), "", resources, texts(members, "components"), charts, transformations));
  }

  private static String chart(Value chart) {
    String name = chart.textAt(JsonPointer.of("name"));
    return name == null ? "chart" : name;
  }

  /// An object of Flux or Argo CD; a List of some.
  private void object(Document document, Value.Mapping object, JsonPointer at) {
    String version = object.textAt(JsonPointer.of("apiVersion"));
    String kind = object.textAt(JsonPointer.of("kind"));
    if (version == null || kind == null) {
      return;
    }
    if (kind.equals("List")) {
      List<Value> items = object.itemsAt(JsonPointer.of("items"));
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof Value.Mapping item) {
          object(document, item, at.child("items").child(i));
        }
      }
    } else if (version.startsWith(FLUX) && kind.equals("Kustomization")) {
      flux(document, object, at.child("spec"));
    } else if (version.startsWith(ARGO) && kind.equals("Application")) {
      argo(document, object, at.child("spec"));
    } else if (version.startsWith(ARGO) && kind.equals("ApplicationSet")) {
      argo(document, object, at.append(JsonPointer.of("spec", "template", "spec")));
    }
  }

  private static String name(Value.Mapping object) {
    return object.textAt(JsonPointer.of("kind"))
        + "/"
        + object.textAt(JsonPointer.of("metadata", "namespace"))
        + "/"
        + object.textAt(JsonPointer.of("metadata", "name"));
  }

  private void flux(Document document, Value.Mapping object, JsonPointer at) {
    Value.Mapping spec = object.mappingAt(below(at));
    List<Transformation> transformations = new ArrayList<>();
    transformations(document, spec, at, transformations);
    text(document, spec, at, "targetNamespace", "namespace", transformations);
    Value.Mapping common = spec.mappingAt(JsonPointer.of("commonMetadata"));
    JsonPointer commonAt = at.child("commonMetadata");
    mapping(document, common, commonAt, "annotations", "commonAnnotations", transformations);
    plainLabels(document, common, commonAt, "labels", transformations);
    add(object, spec, List.of(path(spec)), transformations);
  }

  private void argo(Document document, Value.Mapping object, JsonPointer at) {
    Value.Mapping spec = object.mappingAt(below(at));
    List<Transformation> transformations = new ArrayList<>();
    List<String> paths = new ArrayList<>();
    source(document, spec.get("source"), at.child("source"), paths, transformations);
    List<Value> sources = spec.itemsAt(JsonPointer.of("sources"));
    for (int i = 0; i < sources.size(); i++) {
      source(document, sources.get(i), at.child("sources").child(i), paths, transformations);
    }
    add(object, Value.Mapping.EMPTY, paths, transformations);
  }

  private void source(
      Document document,
      @Nullable Value source,
      JsonPointer at,
      List<String> paths,
      List<Transformation> transformations) {
    if (!(source instanceof Value.Mapping members)) {
      return;
    }
    paths.add(path(members));
    Value.Mapping kustomize = members.mappingAt(JsonPointer.of("kustomize"));
    JsonPointer here = at.child("kustomize");
    if (flag(kustomize, "labelWithoutSelector")) {
      Map<String, Value> rest = new LinkedHashMap<>(kustomize.members());
      rest.remove("commonLabels");
      plainLabels(document, kustomize, here, "commonLabels", transformations);
      kustomize = new Value.Mapping(rest);
    }
    transformations(document, kustomize, here, transformations);
    for (String component : texts(kustomize, "components")) {
      transformations.add(
          new Transformation(
              manifest.path(), line(document, here), "components", "", new Value.Text(component)));
    }
  }

  private static boolean flag(Value.Mapping members, String name) {
    return members.get(name) instanceof Value.Bool(boolean on) && on;
  }

  private static String path(Value.Mapping members) {
    String path = members.textAt(JsonPointer.of("path"));
    return path == null ? "" : path;
  }

  private void add(
      Value.Mapping object,
      Value.Mapping spec,
      List<String> paths,
      List<Transformation> transformations) {
    builds.add(
        new Build(
            manifest.path(),
            name(object),
            paths,
            texts(spec, "components"),
            List.of(),
            transformations));
  }

  /// The pointer without the items of a List before it.
  private static JsonPointer below(JsonPointer at) {
    int spec = at.tokens().indexOf("spec");
    return new JsonPointer(at.tokens().subList(spec, at.tokens().size()));
  }

  private void transformations(
      Document document, Value.Mapping members, JsonPointer at, List<Transformation> found) {
    TEXTS.forEach(member -> text(document, members, at, member, member, found));
    MAPPINGS.forEach(member -> mapping(document, members, at, member, member, found));
    for (String member : LISTS) {
      List<Value> items = members.itemsAt(JsonPointer.of(member));
      for (int i = 0; i < items.size(); i++) {
        int line = line(document, at.child(member).child(i));
        found.add(new Transformation(manifest.path(), line, member, "", items.get(i)));
      }
    }
  }

  private void text(
      Document document,
      Value.Mapping members,
      JsonPointer at,
      String name,
      String member,
      List<Transformation> found) {
    if (members.get(name) instanceof Value.Text(String text) && !text.isEmpty()) {
      int line = line(document, at.child(name));
      found.add(new Transformation(manifest.path(), line, member, "", new Value.Text(text)));
    }
  }

  private void mapping(
      Document document,
      Value.Mapping members,
      JsonPointer at,
      String name,
      String member,
      List<Transformation> found) {
    members
        .mappingAt(JsonPointer.of(name))
        .members()
        .forEach(
            (key, value) ->
                found.add(
                    new Transformation(
                        manifest.path(),
                        line(document, at.child(name).child(key)),
                        member,
                        key,
                        value)));
  }

  /// Labels that reach no selector, in the words of a kustomization.
  private void plainLabels(
      Document document,
      Value.Mapping members,
      JsonPointer at,
      String name,
      List<Transformation> found) {
    members
        .mappingAt(JsonPointer.of(name))
        .members()
        .forEach(
            (key, value) ->
                found.add(
                    new Transformation(
                        manifest.path(),
                        line(document, at.child(name).child(key)),
                        "labels",
                        "",
                        new Value.Mapping(
                            Map.of(
                                "includeTemplates",
                                new Value.Bool(true),
                                "pairs",
                                new Value.Mapping(Map.of(key, value)))))));
  }

  private int line(Document document, JsonPointer at) {
    return source.lineOf(
        Locator.of(manifest, document).span(JsonPointer.ROOT, Place.value(at)).start());
  }

  private static List<String> texts(Value.Mapping members, String name) {
    List<String> texts = new ArrayList<>();
    for (Value item : members.itemsAt(JsonPointer.of(name))) {
      if (item instanceof Value.Text(String text)) {
        texts.add(text);
      }
    }
    return texts;
  }
}
