package dev.netlog.cli.report.coverage;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.coverage.Coverage;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.points.CoverageEngine;
import dev.netlog.coverage.witness.Witness;
import dev.netlog.coverage.witness.WitnessFinder;
import dev.netlog.inventory.Assumptions;
import dev.netlog.io.text.Region;
import dev.netlog.io.text.SourceText;
import dev.netlog.io.yaml.Document;
import dev.netlog.io.yaml.Locator;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.platform.Decision;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Platform;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.rule.Place;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One cluster with its coverage, and the stories of its points.
final class Cluster implements PointExplainer {
  private static final Region NOWHERE = new Region(1, 1, 1, 1);

  private final @Nullable Manifest manifest;
  private final boolean base;
  private final Coverage coverage;
  private final WitnessFinder witnesses;

  /// @param manifest null where the objects come from no file, though they say so
  private Cluster(@Nullable Manifest manifest, boolean base, Coverage coverage) {
    this.manifest = manifest;
    this.base = base;
    this.coverage = coverage;
    this.witnesses = new WitnessFinder(coverage);
  }

  static Cluster gke(String yaml) {
    return gke(yaml, Map.of());
  }

  static Cluster gke(String yaml, Map<String, String> assumed) {
    return read("gke", yaml, assumed);
  }

  static Cluster ovn(String yaml) {
    return read("ovn", yaml, Map.of());
  }

  /// The same manifests as the base of a comparison.
  Cluster asBase() {
    return new Cluster(manifest, true, coverage);
  }

  /// Objects that come from no file.
  static Cluster of(String platform, List<Resource> resources, Map<String, String> assumed) {
    return of(platform, resources, assumed, CoverageEngine.ipv4());
  }

  static Cluster of(
      String platform,
      List<Resource> resources,
      Map<String, String> assumed,
      CoverageEngine engine) {
    TargetInput input =
        TargetInput.of(refusingNothing(platform(platform)), resources, new Assumptions(assumed));
    return new Cluster(null, false, engine.evaluate(input, CoverageEngine.SEQUENTIAL));
  }

  /// A platform whose API server stores any name: reports must bear whatever they are given.
  private static Platform refusingNothing(Platform platform) {
    InvocationHandler handler =
        (_, method, arguments) ->
            method.getName().equals("refusals") ? List.of() : method.invoke(platform, arguments);
    return (Platform)
        Proxy.newProxyInstance(
            Platform.class.getClassLoader(), new Class<?>[] {Platform.class}, handler);
  }

  private static Platform platform(String id) {
    return RuleCatalog.standard().platforms().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Cluster read(String platform, String yaml, Map<String, String> assumed) {
    Manifest manifest =
        new ManifestReader(RuleCatalog.standard())
            .read("clusters/a.yaml", yaml.getBytes(StandardCharsets.UTF_8));
    List<Resource> resources = new ArrayList<>();
    for (Document document : manifest.documents()) {
      Origin origin = new Origin(manifest.path(), document.index(), JsonPointer.ROOT);
      Resource resource = document.isEmpty() ? null : Resource.of(document.value(), origin);
      if (resource != null) {
        resources.add(resource);
      }
    }
    return new Cluster(
        manifest, false, coverage(platform, resources, assumed, CoverageEngine.ipv4()));
  }

  private static Coverage coverage(
      String platform,
      List<Resource> resources,
      Map<String, String> assumed,
      CoverageEngine engine) {
    TargetInput input = TargetInput.of(platform(platform), resources, new Assumptions(assumed));
    return engine.evaluate(input, CoverageEngine.SEQUENTIAL);
  }

  Coverage coverage() {
    return coverage;
  }

  @Override
  public PointExplanation of(SubjectPoint point) {
    Point of = point.point().point();
    if (point.state() instanceof LoggingState.Unknown unknown
        && unknown.causeCode().equals("unmodelled-policy")) {
      return new PointExplanation(at(of), List.of(), null, null, null, null);
    }
    Decision decision = coverage.target().platform().decisionOf(of, coverage.target().inventory());
    List<PointExplanation.Step> steps = new ArrayList<>();
    for (Decision.Step step : decision.steps()) {
      steps.add(
          new PointExplanation.Step(
              step.parts(), step.meaning(), at(step.resource(), step.place())));
    }
    Decision.Remedy remedy = decision.remedy();
    Witness witness = witnesses.find(point);
    return new PointExplanation(
        at(of),
        steps,
        remedy == null ? null : remedy.text(),
        remedy == null ? null : remedy.line(),
        remedy == null || remedy.edit() == null
            ? null
            : at(remedy.resource(), Place.key(remedy.edit().pointer())),
        witness == null ? null : witness.sentence());
  }

  private PointExplanation.@Nullable At at(Point point) {
    Place name = Place.value(JsonPointer.of("metadata", "name"));
    return switch (point.reason()) {
      case Reason.Allowing(Resource policy, _) -> at(policy, name);
      case Reason.DefaultDeny _ ->
          point.applied().policies().isEmpty()
              ? null
              : at(point.applied().policies().getFirst(), name);
      case Reason.AdminRule(Resource policy, var direction, int index) ->
          at(policy, Place.value(JsonPointer.of("spec", direction.word()).child(index)));
      case Reason.NamespaceRule(Resource policy, int index, _) ->
          at(policy, Place.value(JsonPointer.of("spec", "egress").child(index)));
      case Reason.Unmodelled(Resource policy, _) -> at(policy, name);
      case Reason.UnreadText _ -> null;
    };
  }

  PointExplanation.@Nullable At at(@Nullable Resource resource, @Nullable Place place) {
    if (resource == null || place == null) {
      return null;
    }
    if (manifest == null) {
      return new PointExplanation.At(resource.origin().path(), NOWHERE, base);
    }
    Document document = manifest.documents().get(resource.origin().document());
    Locator.Span span = Locator.of(manifest, document).span(resource.origin().within(), place);
    Region region = new SourceText(manifest.text()).region(span.start(), span.end());
    return new PointExplanation.At(resource.origin().path(), region, base);
  }
}
