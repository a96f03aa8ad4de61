package dev.netlog.cli.coverage.unreadable;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.coverage.input.ObjectIdentity;
import dev.netlog.coverage.input.TransformedObjects;
import dev.netlog.io.kustomize.Build;
import dev.netlog.io.kustomize.BuildGraph;
import dev.netlog.io.kustomize.Deliveries;
import dev.netlog.io.kustomize.ExactMerge;
import dev.netlog.io.kustomize.FieldEffect;
import dev.netlog.io.kustomize.Transformation;
import dev.netlog.io.kustomize.TransformationEffect;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.platform.text.Unreadable;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds the objects of one side of a run that the cluster does not get as their files say: every
/// build of their file changes them, or none applies them.
public final class KustomizedObjects {
  private final State state;
  private final BuildGraph graph;
  private final Deliveries deliveries;
  private final List<Transformation> removals;
  private final Function<String, byte @Nullable []> bytes;
  private final RuleCatalog catalog;
  private final Map<String, List<Deliveries.Delivery>> known = new HashMap<>();
  private final Map<Origin, Resource> written = new HashMap<>();

  /// @param graph its builds, with paths as at the head
  /// @param bytes the bytes of a file by its path at the head; null if it cannot be read
  KustomizedObjects(
      State state,
      BuildGraph graph,
      Function<String, byte @Nullable []> bytes,
      RuleCatalog catalog) {
    this.state = state;
    this.graph = graph;
    this.removals = graph.removals();
    this.deliveries = new Deliveries(graph);
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

  /// The objects of one target as its builds leave them, as far as the files say exactly what these
  /// do. If the builds of an object leave it in different ways, it is as its file has it.
  ///
  /// @param objects its objects
  /// @param holds whether a file belongs to it, by its path at the head
  public List<Resource> merged(Platform platform, List<Resource> objects, Predicate<String> holds) {
    if (graph.builds().isEmpty()) {
      return objects;
    }
    return objects.stream().map(object -> merged(platform, object, holds)).toList();
  }

  private Resource merged(Platform platform, Resource object, Predicate<String> holds) {
    Resource result = result(platform, object, holds);
    if (result == null) {
      return object;
    }
    written.put(object.origin(), object);
    return result;
  }

  /// What the builds of an object make of it; null if that is not known exactly.
  private @Nullable Resource result(Platform platform, Resource object, Predicate<String> holds) {
    boolean isNamespaced = ObjectIdentity.of(platform, object).namespace() != null;
    Set<Resource> results = new HashSet<>();
    for (Deliveries.Delivery delivery : deliveries(object.origin().path(), holds)) {
      if (!delivery.build().isOff()) {
        if (!delivery.isExact()) {
          return null;
        }
        results.add(ExactMerge.apply(object, delivery.transformations(), isNamespaced));
      }
    }
    return results.size() == 1 ? results.iterator().next() : null;
  }

  /// Whether an object of a target is as [#merged] makes it.
  boolean isMerged(Platform platform, Resource object, Predicate<String> holds) {
    Resource result = result(platform, written(object), holds);
    return result != null && result.content().equals(object.content());
  }

  /// An object as its file has it.
  Resource written(Resource object) {
    return written.getOrDefault(object.origin(), object);
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
      Predicate<Transformation> isOpen =
          isMerged(platform, object, holds) ? each -> !ExactMerge.isExact(each) : _ -> true;
      Transformation change = change(written(object), isNamespaced, effect, isOpen, holds);
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
    List<Deliveries.Delivery> all = deliveries(object.origin().path(), holds);
    return !all.isEmpty() && all.stream().allMatch(each -> each.build().isOff())
        ? all.getFirst().build()
        : null;
  }

  /// The first transformation of an object; null if a build leaves it as it is, or none uses it.
  ///
  /// @param isOpen whether the object does not have a transformation already
  private @Nullable Transformation change(
      Resource object,
      boolean isNamespaced,
      TransformationEffect effect,
      Predicate<Transformation> isOpen,
      Predicate<String> holds) {
    for (Transformation removal : removals) {
      if (effect.mayChange(removal, object, isNamespaced)) {
        return removal;
      }
    }
    @Nullable Transformation first = null;
    for (Deliveries.Delivery delivery : deliveries(object.origin().path(), holds)) {
      if (delivery.build().isOff()) {
        continue;
      }
      Transformation change =
          delivery.transformations().stream()
              .filter(isOpen)
              .filter(each -> effect.mayChange(each, object, isNamespaced))
              .findFirst()
              .orElse(null);
      if (change == null) {
        return null;
      }
      first = first == null ? change : first;
    }
    return first;
  }

  /// The deliveries of a file that start in the target, or else all.
  private List<Deliveries.Delivery> deliveries(String path, Predicate<String> holds) {
    List<Deliveries.Delivery> all =
        known.computeIfAbsent(path, _ -> deliveries.of(state.files().atHead(path)));
    List<Deliveries.Delivery> own =
        all.stream().filter(each -> holds.test(each.build().file())).toList();
    return own.isEmpty() ? all : own;
  }
}
