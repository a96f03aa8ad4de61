package dev.netlog.io.kustomize;

import dev.netlog.io.files.ManifestNames;
import dev.netlog.io.yaml.Document;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;

/// Reads the builds that a file defines.
public final class BuildReader {
  private static final List<String> CHARTS = List.of("helmCharts", "helmChartInflationGenerator");

  private BuildReader() {}

  /// The builds of a file, in document order.
  ///
  /// @param manifest with its text
  public static List<Build> of(Manifest manifest) {
    String name = manifest.path().substring(manifest.path().lastIndexOf('/') + 1);
    boolean isKustomization = ManifestNames.isKustomization(name);
    if (!isKustomization && !DeliveryReader.mayBeIn(manifest)) {
      return List.of();
    }
    List<Build> builds = new ArrayList<>();
    DeliveryReader deliveries = new DeliveryReader(manifest, builds);
    for (Document document : manifest.documents()) {
      if (document.failure() == null && document.value() instanceof Value.Mapping members) {
        if (isKustomization) {
          builds.add(kustomization(manifest, document, members));
        } else {
          deliveries.read(document, members);
        }
      }
    }
    return builds;
  }

  /// Whether a file holds nothing but policies of Open Cluster Management that only watch, and
  /// write no object.
  ///
  /// @param manifest with its text
  public static boolean onlyWatches(Manifest manifest) {
    boolean found = false;
    for (Document document : manifest.documents()) {
      if (document.isEmpty()) {
        continue;
      }
      if (!(document.value() instanceof Value.Mapping object)) {
        return false;
      }
      String version = object.textAt(JsonPointer.of("apiVersion"));
      if (version == null
          || !version.startsWith(RemovalReader.GROUP)
          || !RemovalReader.isIdle(object)) {
        return false;
      }
      found = true;
    }
    return found;
  }

  private static Build kustomization(Manifest manifest, Document document, Value.Mapping members) {
    TransformationReader changes = new TransformationReader(manifest, document);
    changes.members(members, JsonPointer.ROOT);
    List<String> resources = new ArrayList<>(TransformationReader.texts(members, "resources"));
    resources.addAll(TransformationReader.texts(members, "bases"));
    List<String> charts = new ArrayList<>();
    for (String member : CHARTS) {
      for (Value chart : members.itemsAt(JsonPointer.of(member))) {
        String name = chart.textAt(JsonPointer.of("name"));
        charts.add(name == null ? "chart" : name);
      }
    }
    charts.addAll(TransformationReader.texts(members, "generators"));
    List<String> components = TransformationReader.texts(members, "components");
    boolean isComponent = "Component".equals(members.textAt(JsonPointer.of("kind")));
    return new Build(
        manifest.path(),
        "",
        false,
        isComponent,
        resources,
        components,
        charts,
        changes.found(),
        BuildOrigin.NONE);
  }
}
