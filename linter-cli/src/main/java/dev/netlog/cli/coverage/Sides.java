package dev.netlog.cli.coverage;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.cli.coverage.unreadable.KustomizedObjects;
import dev.netlog.cli.coverage.unreadable.UnreadTexts;
import dev.netlog.cli.coverage.unreadable.UnreadableObjects;
import dev.netlog.cli.input.Places;
import dev.netlog.cli.input.RunPaths;
import dev.netlog.cli.input.SeenPlatforms;
import dev.netlog.cli.report.SummaryText;
import dev.netlog.coverage.input.TransformedObjects;
import dev.netlog.coverage.input.UnreadText;
import dev.netlog.coverage.input.UnreadableObject;
import dev.netlog.io.git.ComparisonException;
import dev.netlog.io.kustomize.BuildFolders;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The files of the head and of its base, divided among the targets of a run.
final class Sides {
  private final RuleCatalog catalog;
  private final CoverageRequest request;
  private final RunPaths paths;
  private final State head;
  private final @Nullable State base;
  private final @Nullable UnreadableObjects unreadable;
  private final KustomizedObjects kustomizedNow;
  private final UnreadTexts texts;
  private final Places places;
  private final Places basePlaces;
  private final BuildFolders folders;
  private final Map<WantedTarget, UnnamedNamespaces> namespaces = new LinkedHashMap<>();
  private final Map<WantedTarget, List<Resource>> headRead = new HashMap<>();
  private final Map<WantedTarget, List<Resource>> baseRead = new HashMap<>();
  private final List<String> notes = new ArrayList<>();
  private Set<String> ignored = Set.of();

  /// @param base null if there is none
  /// @param unreadable finds objects of the base that cannot be read at the head, null without a
  ///   base
  Sides(
      RuleCatalog catalog,
      CoverageRequest request,
      State head,
      @Nullable State base,
      @Nullable UnreadableObjects unreadable,
      UnreadTexts texts) {
    this.texts = texts;
    this.catalog = catalog;
    this.request = request;
    this.paths = new RunPaths(request.workingDirectory(), request.folder(), request.paths());
    this.head = head;
    this.base = base;
    this.unreadable = unreadable;
    this.kustomizedNow =
        unreadable == null ? KustomizedObjects.of(head, catalog) : unreadable.kustomizedNow();
    this.folders =
        new BuildFolders(
            unreadable == null
                ? List.of(kustomizedNow.builds())
                : List.of(kustomizedNow.builds(), unreadable.kustomizedBefore().builds()));
    this.places = new Places(head.manifests());
    this.basePlaces = base == null ? places : new Places(base.manifests());
  }

  RunPaths paths() {
    return paths;
  }

  @Nullable State base() {
    return base;
  }

  Places places() {
    return places;
  }

  Places basePlaces() {
    return basePlaces;
  }

  /// Remarks about files for the user, one line each.
  List<String> notes() {
    return notes;
  }

  /// Checks that every file with policies belongs to a target.
  ///
  /// @throws CoverageProblem where a file with policies belongs to no target
  void checkTargets() throws CoverageProblem {
    if (!head.newlyIgnored().isEmpty() && base != null) {
      notes.add(
          "ignored only by the head, and read nevertheless: " + PathList.of(head.newlyIgnored()));
    }
    if (request.targets().stream().allMatch(target -> target.files() == null)) {
      return;
    }
    StrayFiles stray = new StrayFiles(catalog, paths, request.rules(), this::isTaken, base);
    stray.check(head);
    if (!stray.problems().isEmpty()) {
      throw new CoverageProblem(stray.problems());
    }
    ignored = stray.ignored();
    if (stray.note() != null) {
      notes.add(stray.note());
    }
    request.targets().forEach(this::noteAdded);
    request.targets().forEach(this::noteIncomplete);
  }

  private boolean isTaken(String path) {
    return request.targets().stream()
        .map(WantedTarget::files)
        .anyMatch(files -> files == null || files.holds(path));
  }

  private void noteAdded(WantedTarget target) {
    TargetFiles files = target.files();
    if (files == null || files.added().isEmpty()) {
      return;
    }
    List<String> added =
        head.manifests().stream()
            .map(Manifest::path)
            .filter(path -> files.adds(paths.below(path)) && files.holds(paths.below(path)))
            .toList();
    if (!added.isEmpty()) {
      notes.add(
          (files.own().isEmpty()
                  ? "target " + target.name() + " is not in the settings of the base"
                  : "target "
                      + target.name()
                      + " takes more files than in the settings of the base")
              + "; judged by the gates of the base: "
              + PathList.of(added));
    }
  }

  private void noteIncomplete(WantedTarget target) {
    if (target.complete() && !isComplete(target)) {
      notes.add(
          "target "
              + target.name()
              + " is not taken as complete, since this run does not read all of its paths");
    }
  }

  /// Whether the files of a target are everything in its cluster.
  boolean isComplete(WantedTarget target) {
    TargetFiles files = target.files();
    return target.complete() && (files == null || files.areIn(paths));
  }

  /// The targets that the user has named, or else one for each platform that is detected on either
  /// side.
  List<WantedTarget> wanted() throws CoverageProblem {
    if (!request.targets().isEmpty()) {
      return request.targets();
    }
    List<Resource> all = new ArrayList<>(resources(head, _ -> true));
    if (base != null) {
      all.addAll(resources(base, _ -> true));
    }
    List<WantedTarget> seen =
        SeenPlatforms.in(all, catalog.platforms()).stream()
            .map(
                platform ->
                    WantedTarget.unnamed(platform.id(), request.assumptions(), request.complete()))
            .toList();
    if (seen.isEmpty()) {
      throw new CoverageProblem(
          List.of(
              "the manifests use no supported platform; pass "
                  + SummaryText.platformOptions(catalog.platformIds())
                  + ", or write it into .netlog.yaml"));
    }
    return seen;
  }

  Platform platform(WantedTarget wanted) {
    return catalog.platform(wanted.platform());
  }

  /// The objects of a target's head, with their namespaces.
  List<Resource> headResources(WantedTarget wanted) {
    return placed(kustomizedNow, namespaces(wanted), headRead(wanted), folder(head));
  }

  /// Objects of the head, with the namespaces that they have in the target that was judged.
  ///
  /// @param target a target of other settings
  /// @param written the objects as their files have them
  List<Resource> placedAsJudged(WantedTarget target, List<Resource> written) {
    List<Map.Entry<WantedTarget, UnnamedNamespaces>> judged =
        namespaces.entrySet().stream()
            .filter(
                each ->
                    each.getKey().platform().equals(target.platform())
                        && Objects.equals(each.getKey().namespace(), target.namespace()))
            .toList();
    List<Resource> placed = new ArrayList<>();
    for (Resource object : headMerged(target, written)) {
      UnnamedNamespaces own =
          judged.stream()
              .filter(each -> holds(each.getKey()).test(object.origin().path()))
              .map(Map.Entry::getValue)
              .findFirst()
              .orElseGet(() -> namespaces(target));
      placed.addAll(placed(kustomizedNow, own, List.of(object), folder(head)));
    }
    return placed;
  }

  private UnnamedNamespaces namespaces(WantedTarget wanted) {
    UnnamedNamespaces known = namespaces.get(wanted);
    if (known == null) {
      State old = base;
      List<Resource> now = headRead(wanted);
      known =
          old == null
              ? UnnamedNamespaces.of(platform(wanted), wanted.namespace(), now, folder(head))
              : UnnamedNamespaces.of(
                  platform(wanted),
                  wanted.namespace(),
                  now,
                  folder(head),
                  baseRead(wanted, old),
                  folder(old));
      namespaces.put(wanted, known);
    }
    return known;
  }

  /// Objects with their namespaces, of which the builds know as before.
  private static List<Resource> placed(
      @Nullable KustomizedObjects builds,
      UnnamedNamespaces namespaces,
      List<Resource> objects,
      Function<Resource, String> folder) {
    List<Resource> placed = namespaces.placed(objects, folder);
    for (int i = 0; builds != null && i < placed.size(); i++) {
      builds.merged().alias(placed.get(i), objects.get(i));
    }
    return placed;
  }

  private @Nullable KustomizedObjects kustomizedBefore() {
    return unreadable == null ? null : unreadable.kustomizedBefore();
  }

  /// The objects of a target's head for findings about files: one for each object of a file.
  List<Resource> headFound(WantedTarget wanted) {
    Map<Origin, Resource> byOrigin = new LinkedHashMap<>();
    headRead(wanted).forEach(object -> byOrigin.putIfAbsent(object.origin(), object));
    return List.copyOf(byOrigin.values());
  }

  /// The folder that decides about the namespace of an object that names none.
  private Function<Resource, String> folder(State state) {
    return object -> folders.of(state.files().atHead(object.origin().path()));
  }

  /// The objects of a target's head, as they were read.
  List<Resource> headRead(WantedTarget wanted) {
    List<Resource> known = headRead.get(wanted);
    if (known == null) {
      Predicate<String> holds = holds(wanted);
      known = headMerged(wanted, resources(head, manifest -> holds.test(manifest.path())));
      headRead.put(wanted, known);
    }
    return known;
  }

  /// The objects of a target of the head after what builds make of them.
  ///
  /// @param written the objects as their files have them
  List<Resource> headMerged(WantedTarget wanted, List<Resource> written) {
    return kustomizedNow.merged(platform(wanted), written, holds(wanted));
  }

  /// The files of the head that belong to a target.
  Set<String> headPaths(WantedTarget wanted) {
    Predicate<String> holds = holds(wanted);
    Set<String> paths = new HashSet<>();
    for (Manifest manifest : head.manifests()) {
      if (holds.test(manifest.path())) {
        paths.add(manifest.path());
      }
    }
    return paths;
  }

  /// The objects of a target's base, with their namespaces; empty without a base.
  private List<Resource> baseResources(WantedTarget wanted) {
    State state = base;
    return state == null
        ? List.of()
        : placed(kustomizedBefore(), namespaces(wanted), baseRead(wanted, state), folder(state));
  }

  private List<Resource> baseRead(WantedTarget wanted, State state) {
    List<Resource> known = baseRead.get(wanted);
    if (known == null) {
      known = readBase(wanted, state);
      baseRead.put(wanted, known);
    }
    return known;
  }

  private List<Resource> readBase(WantedTarget wanted, State state) {
    TargetFiles files = wanted.files();
    List<Resource> written =
        resources(
            state,
            manifest ->
                files == null || files.holds(paths.below(state.files().atHead(manifest.path()))));
    return unreadable == null
        ? written
        : unreadable.kustomizedBefore().merged(platform(wanted), written, holds(wanted));
  }

  /// The texts of a target's head that could not be read and may hold policies.
  ///
  /// @param retained the objects of its base that cannot be read at the head
  List<UnreadText> headTexts(WantedTarget wanted, List<UnreadableObject> retained) {
    return UnreadTexts.counted(
        texts.of(head, platform(wanted), holds(wanted)), baseTexts(wanted), retained);
  }

  /// The same for the base, with paths as at the head; empty without one.
  List<UnreadText> baseTexts(WantedTarget wanted) {
    TargetFiles files = wanted.files();
    return base == null
        ? List.of()
        : texts.of(base, platform(wanted), path -> files == null || files.holds(paths.below(path)));
  }

  /// The objects of a target's base that cannot be read at the head.
  ///
  /// @throws ComparisonException if the tree of the head cannot be read
  List<UnreadableObject> unreadable(WantedTarget wanted, List<Resource> now)
      throws ComparisonException {
    return unreadable == null
        ? List.of()
        : unreadable.of(
            new UnreadableObjects.Target(
                platform(wanted), baseResources(wanted), now, holds(wanted)));
  }

  /// The objects of a target that the head's cluster gets.
  List<Resource> headApplied(WantedTarget wanted, List<Resource> objects) {
    return kustomizedNow.applied(objects, holds(wanted));
  }

  /// The objects of a target that the base's cluster gets.
  List<Resource> baseApplied(WantedTarget wanted) {
    List<Resource> objects = baseResources(wanted);
    return unreadable == null
        ? objects
        : unreadable.kustomizedBefore().applied(objects, holds(wanted));
  }

  /// The objects of a target's head that a build changes.
  TransformedObjects headTransformed(WantedTarget wanted, List<Resource> objects) {
    return kustomizedNow.in(platform(wanted), objects, holds(wanted));
  }

  /// The objects of a target's base that a build changes.
  TransformedObjects baseTransformed(WantedTarget wanted, List<Resource> objects) {
    return unreadable == null
        ? TransformedObjects.NONE
        : unreadable.kustomizedBefore().in(platform(wanted), objects, holds(wanted));
  }

  /// Whether a file of the head belongs to a target, by its path in reports.
  private Predicate<String> holds(WantedTarget wanted) {
    TargetFiles files = wanted.files();
    return path -> !ignored.contains(path) && (files == null || files.holds(paths.below(path)));
  }

  private static List<Resource> resources(State state, Predicate<Manifest> own) {
    return state.manifests().stream()
        .filter(own)
        .flatMap(manifest -> manifest.resources().stream())
        .toList();
  }
}
