package dev.netlog.cli.coverage.unreadable;

import dev.netlog.cli.coverage.merged.MergedObjects;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.coverage.input.ObjectIdentity;
import dev.netlog.io.kustomize.Build;
import dev.netlog.io.kustomize.BuildGraph;
import dev.netlog.io.kustomize.Deliveries;
import dev.netlog.io.kustomize.DroppedFiles;
import dev.netlog.io.kustomize.FieldEffect;
import dev.netlog.io.kustomize.NewTransformations;
import dev.netlog.io.kustomize.Transformation;
import dev.netlog.io.kustomize.TransformationEffect;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.platform.text.Unreadable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds objects of the head that the cluster does not get as their files say, though it did at the
/// base: no kustomization uses the file any longer, or one transforms it.
final class BuiltObjects {
  private static final String UNNAMED = "unnamed";
  private static final String TRANSFORMED = "transformed";

  private final State base;
  private final NamedFiles sources;
  private final Merges merges;
  private final ManifestReader reader;
  private final Predicate<String> isLogging;
  private final BuildGraph before;
  private final BuildGraph now;
  private final Map<Move, List<Transformation>> moved = new HashMap<>();
  private final Deliveries deliveredBefore;
  private final Deliveries deliveredNow;
  private final DroppedFiles dropped;
  private final NewTransformations found;
  private final Set<String> named = new HashSet<>();
  private final Set<String> built = new HashSet<>();
  private final Map<Build, List<Transformation>> changes = new LinkedHashMap<>();

  /// A new build, with the removed builds that it may replace.
  private record Move(Build build, List<Build> gone) {}

  /// What both sides merge exactly, for the targets that they were asked for.
  record Merges(MergedObjects before, MergedObjects now) {}

  BuiltObjects(
      State base,
      BuildGraphs builds,
      NamedFiles sources,
      Merges merges,
      ManifestReader reader,
      Predicate<String> isLogging) {
    this.base = base;
    this.sources = sources;
    this.merges = merges;
    this.reader = reader;
    this.isLogging = isLogging;
    this.before = builds.before();
    this.now = builds.now();
    this.deliveredBefore = new Deliveries(before);
    this.deliveredNow = new Deliveries(now);
    this.dropped = new DroppedFiles(before, now);
    this.found =
        new NewTransformations(
            new NewTransformations.Side(before, sources::atBase),
            new NewTransformations.Side(now, sources::atHead));
    kustomizations(before).forEach(build -> named.addAll(before.files(build)));
    kustomizations(now).stream()
        .filter(this::isRoot)
        .forEach(build -> built.addAll(now.files(build)));
    for (Build build : now.builds()) {
      List<Transformation> changed = found.of(build);
      if (!changed.isEmpty()) {
        changes.put(build, changed);
      }
    }
  }

  /// Whether a reason is one of this class.
  static boolean isReason(String reason) {
    return reason.equals(UNNAMED) || reason.equals(TRANSFORMED);
  }

  /// One target, with its objects after what is merged.
  Target target(UnreadableObjects.Target target) {
    Set<String> keys =
        changes.isEmpty() ? Set.of() : UsedLabels.of(List.of(target.before(), target.now()));
    return new Target(
        target,
        new TransformationEffect(
            reader, new FieldEffect(isLogging, keys), sources::atHead, now.isRenaming()));
  }

  /// The objects of one target.
  final class Target {
    private final TransformationEffect effect;
    private final Predicate<String> holds;
    private final Platform platform;
    private final Map<ObjectIdentity, List<Resource>> byWritten;
    private final Map<ObjectIdentity, List<Resource>> oldByWritten;

    private Target(UnreadableObjects.Target target, TransformationEffect effect) {
      this.effect = effect;
      this.holds = target.holds();
      this.platform = target.platform();
      this.byWritten = byWritten(merges.now(), target.now());
      this.oldByWritten = byWritten(merges.before(), target.before());
    }

    private Map<ObjectIdentity, List<Resource>> byWritten(
        MergedObjects side, List<Resource> objects) {
      Map<ObjectIdentity, List<Resource>> found = new HashMap<>();
      for (Resource object : objects) {
        found.computeIfAbsent(written(side, object), _ -> new ArrayList<>()).add(object);
      }
      return found;
    }

    private ObjectIdentity written(MergedObjects side, Resource object) {
      return ObjectIdentity.of(platform, side.written(object));
    }

    /// Why the cluster does not get an object as written; null if it does.
    ///
    /// @param isNamespaced whether objects of its kind are in a namespace
    @Nullable Unreadable unlike(Resource old, Resource current, boolean isNamespaced) {
      Set<String> others = isBuiltAsBefore(old, current) ? buildsOfOthers(old) : Set.of();
      Unreadable unnamed = unnamed(old, current, others);
      return unnamed == null ? transformed(old, current, isNamespaced) : unnamed;
    }

    /// Why an object that a build of the base gave its name or namespace may still be in the
    /// cluster, though no build of the head gives it; null if it is gone.
    @Nullable Unreadable replaced(Resource old) {
      ObjectIdentity written = written(merges.before(), old);
      if (written.equals(ObjectIdentity.of(platform, old))) {
        return null;
      }
      List<Resource> there = byWritten.getOrDefault(written, List.of());
      for (Resource current : there) {
        Unreadable unnamed = unnamed(old, current, Set.of());
        if (unnamed != null) {
          return unnamed;
        }
      }
      for (Resource current : there) {
        for (MergedObjects.Way way : merges.now().ways(current, holds)) {
          if (!way.isCertain() && !way.rest().isEmpty()) {
            Transformation change = way.rest().getFirst();
            return new Unreadable(change.file(), change.line(), TRANSFORMED);
          }
        }
      }
      return null;
    }

    /// Whether each build that brought the object brings it still.
    private boolean isBuiltAsBefore(Resource old, Resource current) {
      Set<String> here = builds(merges.now().ways(current, holds));
      Set<String> before = builds(merges.before().ways(old, holds));
      return !before.isEmpty() && here.containsAll(before);
    }

    private static Set<String> builds(List<MergedObjects.Way> ways) {
      return ways.stream()
          .map(way -> BuildGraph.id(way.delivery().build()))
          .collect(Collectors.toSet());
    }

    /// The builds that bring the file to other names or namespaces, not to this one.
    private Set<String> buildsOfOthers(Resource old) {
      Set<String> others = new HashSet<>();
      for (Resource copy : oldByWritten.getOrDefault(written(merges.before(), old), List.of())) {
        if (copy.origin().equals(old.origin())) {
          others.addAll(builds(merges.before().ways(copy, holds)));
        }
      }
      others.removeAll(builds(merges.before().ways(old, holds)));
      return others;
    }

    /// @param others builds whose losses are not those of this object
    private @Nullable Unreadable unnamed(Resource old, Resource current, Set<String> others) {
      return BuiltObjects.this.unnamed(
          base.files().atHead(old.origin().path()), current.origin().path(), others);
    }

    private @Nullable Unreadable transformed(Resource old, Resource object, boolean isNamespaced) {
      String from = base.files().atHead(old.origin().path());
      String to = object.origin().path();
      Resource written = merges.now().written(object);
      for (Map.Entry<Build, List<Transformation>> entry : changes.entrySet()) {
        Build build = entry.getKey();
        if (!now.files(build).contains(to) || isFurther(build, from, to)) {
          continue;
        }
        for (Transformation change : changes(build, entry.getValue(), from)) {
          if (isOpen(change, object)
              && (effect.mayChange(change, object, isNamespaced)
                  || effect.mayChange(change, written, isNamespaced))) {
            return new Unreadable(change.file(), change.line(), TRANSFORMED);
          }
        }
      }
      return null;
    }

    /// Whether a build brings the object with a transformation that it does not include.
    private boolean isOpen(Transformation change, Resource object) {
      List<MergedObjects.Way> ways = merges.now().ways(object, holds);
      return ways.isEmpty()
          || change.member().equals(Transformation.REMOVAL)
          || ways.stream().anyMatch(way -> way.rest().contains(change));
    }
  }

  /// What a build newly changes. A new build may be a moved one of the base.
  private List<Transformation> changes(Build build, List<Transformation> all, String from) {
    if (before.build(BuildGraph.id(build)) != null) {
      return all;
    }
    List<Build> gone = new ArrayList<>();
    for (Build old : before.builds()) {
      if (now.build(BuildGraph.id(old)) == null && before.files(old).contains(from)) {
        gone.add(old);
      }
    }
    return gone.isEmpty()
        ? all
        : moved.computeIfAbsent(new Move(build, gone), move -> found.of(move.build(), move.gone()));
  }

  /// Why the cluster does not get a new object: it is in a file that a kustomization named at the
  /// base, and none names now. Null if it may get it.
  @Nullable Unreadable dropped(Resource object) {
    String path = object.origin().path();
    return named.contains(path) ? unnamed(path, path, Set.of()) : null;
  }

  private @Nullable Unreadable unnamed(String from, String to, Set<String> others) {
    if (!named.contains(from) || built.contains(to)) {
      Build loser = dropped.by(from, to);
      return loser == null || others.contains(BuildGraph.id(loser))
          ? undeployed(from, to)
          : new Unreadable(loser.file(), 1, UNNAMED);
    }
    List<Build> namers =
        kustomizations(before).stream()
            .filter(build -> before.files(build).contains(from))
            .toList();
    String place =
        namers.stream()
            .sorted(Comparator.comparingInt(build -> before.files(build).size()))
            .map(build -> now.build(BuildGraph.id(build)))
            .filter(build -> build != null && !takes(build, to))
            .map(build -> build == null ? to : build.file())
            .findFirst()
            .orElse(to);
    return new Unreadable(place, 1, UNNAMED);
  }

  /// The build that deployed a file at the base, if none is known to deploy it at the head: no Flux
  /// or Argo CD object, or only new kustomizations beside the one that named it.
  private @Nullable Unreadable undeployed(String from, String to) {
    List<Build> old = starts(deliveredBefore.of(from));
    List<Build> current = starts(deliveredNow.of(to));
    Unreadable redirected = redirected(old, current, from, to);
    if (redirected != null) {
      return redirected;
    }
    if (current.stream().anyMatch(build -> !build.isKustomization())) {
      return null;
    }
    for (Build build : old) {
      Build same = now.build(BuildGraph.id(build));
      if (!build.isKustomization()) {
        return new Unreadable(same == null ? build.file() : same.file(), 1, UNNAMED);
      }
    }
    boolean allAreNew =
        current.stream().allMatch(build -> before.build(BuildGraph.id(build)) == null);
    if (old.isEmpty() || current.isEmpty() || !allAreNew) {
      return null;
    }
    for (Build build : old) {
      Build same = now.build(BuildGraph.id(build));
      if (same == null || takes(same, to)) {
        return null;
      }
    }
    return new Unreadable(old.getFirst().file(), 1, UNNAMED);
  }

  /// A Flux or Argo CD object that still builds the path of a file, from another source or for
  /// another cluster, unless another object builds the file as this one did.
  private @Nullable Unreadable redirected(
      List<Build> old, List<Build> current, String from, String to) {
    for (Build build : old) {
      Build same = now.build(BuildGraph.id(build));
      if (build.isKustomization() || same == null || !current.contains(same)) {
        continue;
      }
      String place = sources.withholding(build, from, to);
      if (place != null) {
        return new Unreadable(place, 1, UNNAMED);
      }
      boolean stays =
          current.stream().anyMatch(each -> each.origin().words().equals(build.origin().words()));
      if (!stays) {
        return new Unreadable(same.file(), 1, UNNAMED);
      }
    }
    return null;
  }

  private static List<Build> starts(List<Deliveries.Delivery> deliveries) {
    return deliveries.stream().map(Deliveries.Delivery::build).toList();
  }

  private boolean takes(Build build, String path) {
    return now.files(build).contains(path);
  }

  /// Whether a build starts at a kustomization of the head. A component is not a start, nor is one
  /// that another kustomization named at the base and none names now.
  private boolean isRoot(Build build) {
    String id = BuildGraph.id(build);
    return !build.isComponent() && !now.isNamed(id) && !before.isNamed(id);
  }

  /// Whether a new build uses a file in addition to one that used it before and still does: a
  /// further environment.
  private boolean isFurther(Build build, String from, String to) {
    if (before.build(BuildGraph.id(build)) != null || build.resources().isEmpty()) {
      return false;
    }
    boolean isKustomization = build.name().isEmpty();
    for (Build old : before.builds()) {
      Build same = now.build(BuildGraph.id(old));
      if (old.name().isEmpty() == isKustomization
          && same != null
          && before.files(old).contains(from)
          && takes(same, to)
          && !before.isNamed(BuildGraph.id(old))
          && !now.isNamed(BuildGraph.id(same))) {
        return true;
      }
    }
    return false;
  }

  private static List<Build> kustomizations(BuildGraph graph) {
    return graph.builds().stream()
        .filter(build -> build.name().isEmpty())
        .collect(Collectors.toList());
  }
}
