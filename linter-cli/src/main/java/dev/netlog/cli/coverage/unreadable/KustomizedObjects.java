package dev.netlog.cli.coverage.unreadable;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.coverage.merged.MergedObjects;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.coverage.input.ObjectIdentity;
import dev.netlog.coverage.input.TransformedObjects;
import dev.netlog.io.kustomize.Build;
import dev.netlog.io.kustomize.BuildGraph;
import dev.netlog.io.kustomize.Deliveries;
import dev.netlog.io.kustomize.FieldEffect;
import dev.netlog.io.kustomize.Transformation;
import dev.netlog.io.kustomize.TransformationEffect;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.platform.text.Unreadable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the objects of one side of a run that the cluster does not get as their files say: every
/// build of their file changes them, or none applies them.
public final class KustomizedObjects {
  private final BuildGraph graph;
  private final MergedObjects merged;
  private final List<Transformation> removals;
  private final Function<String, byte @Nullable []> bytes;
  private final RuleCatalog catalog;

  /// @param graph its builds, with paths as at the head
  /// @param bytes the bytes of a file by its path at the head; null if it cannot be read
  KustomizedObjects(
      State state,
      BuildGraph graph,
      Function<String, byte @Nullable []> bytes,
      RuleCatalog catalog) {
    this.graph = graph;
    this.removals = graph.removals();
    this.merged = new MergedObjects(state, graph);
    this.bytes = bytes;
    this.catalog = catalog;
  }

  /// The same for a run without a base.
  public static KustomizedObjects of(State state, RuleCatalog catalog) {
    List<String> paths = state.manifests().stream().map(Manifest::path).toList();
    return new KustomizedObjects(
        state, new BuildGraph(state.builds(), paths), path -> read(state, path), catalog);
  }

  private static byte @Nullable [] read(State state, String path) {
    try {
      return state.files().read(path);
    } catch (IOException e) {
      return null;
    }
  }

  /// The objects of one target after what netlog merges exactly. The other methods expect these
  /// objects.
  ///
  /// @param written the objects as their files have them
  /// @param holds whether a file belongs to it, by its path at the head
  public List<Resource> merged(Platform platform, List<Resource> written, Predicate<String> holds) {
    return graph.builds().isEmpty() ? written : merged.of(platform, written, holds);
  }

  /// What builds make of objects.
  public MergedObjects merged() {
    return merged;
  }

  /// The builds of this side.
  public BuildGraph builds() {
    return graph;
  }

  /// The transformed objects of one target.
  ///
  /// @param objects its objects
  /// @param holds whether a file belongs to it, by its path at the head
  public TransformedObjects in(Platform platform, List<Resource> objects, Predicate<String> holds) {
    if (graph.builds().isEmpty()) {
      return TransformedObjects.NONE;
    }
    TransformationEffect effect =
        new TransformationEffect(
            new ManifestReader(catalog),
            new FieldEffect(catalog::concerns, UsedLabels.of(List.of(objects))),
            bytes,
            graph.isRenaming());
    Map<Resource, Unreadable> found = new LinkedHashMap<>();
    for (Resource object : objects) {
      boolean isNamespaced = ObjectIdentity.of(platform, object).namespace() != null;
      Transformation change = change(object, isNamespaced, effect, holds);
      if (change != null) {
        found.put(object, new Unreadable(change.file(), change.line(), Unreadable.TRANSFORMED));
      }
    }
    return TransformedObjects.of(platform, found);
  }

  /// The objects of a target that the cluster gets.
  ///
  /// @param holds whether a file belongs to the target, by its path at the head
  public List<Resource> applied(List<Resource> objects, Predicate<String> holds) {
    return objects.stream().filter(object -> isApplied(object, holds)).toList();
  }

  /// Whether the cluster gets an object: neither an annotation nor builds that are switched off
  /// keep it from there.
  boolean isApplied(Resource object, Predicate<String> holds) {
    return NotApplied.key(object) == null && off(object, holds) == null;
  }

  /// A build that is switched off, if all builds of an object are; otherwise null.
  @Nullable Build off(Resource object, Predicate<String> holds) {
    List<Deliveries.Delivery> all = merged.deliveries(object.origin().path(), holds);
    return !all.isEmpty() && all.stream().allMatch(each -> each.build().isOff())
        ? all.getFirst().build()
        : null;
  }

  /// The first transformation of an object; null if a build leaves it as it is, or none uses it.
  private @Nullable Transformation change(
      Resource object, boolean isNamespaced, TransformationEffect effect, Predicate<String> holds) {
    for (Transformation removal : removals) {
      if (effect.mayChange(removal, object, isNamespaced)) {
        return removal;
      }
    }
    Resource written = merged.written(object);
    @Nullable Transformation first = null;
    for (MergedObjects.Way way : merged.ways(object, holds)) {
      Transformation change =
          way.rest().stream()
              .filter(
                  each ->
                      effect.mayChange(each, object, isNamespaced)
                          || effect.mayChange(each, written, isNamespaced))
              .findFirst()
              .orElse(null);
      if (change == null) {
        return null;
      }
      first = first == null ? change : first;
    }
    return first;
  }
}
