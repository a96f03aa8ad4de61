package dev.netlog.cli.coverage.unreadable;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.coverage.state.PatchFiles;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.cli.coverage.state.WholeTree;
import dev.netlog.cli.input.Places;
import dev.netlog.coverage.input.ObjectIdentity;
import dev.netlog.coverage.input.UnreadableObject;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.git.ComparisonException;
import dev.netlog.io.kustomize.Build;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.model.Value;
import dev.netlog.platform.Platform;
import dev.netlog.platform.text.Unreadable;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.WorkloadKinds;
import dev.netlog.rule.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds the objects of the base that cannot be read at the head, so that a change that makes a
/// file unreadable does not count as one that deletes its objects.
///
/// An object that is missing at the head counts as deleted if nothing new in the head could hold
/// it. In doubt it is unreadable.
public final class UnreadableObjects {
  private static final JsonPointer SPEC = JsonPointer.of("spec");

  private final State base;
  private final State head;
  private final Places places;
  private final PatchFiles patches;
  private final List<Resource> newPatches;
  private final ChangedFiles changed;
  private final BuiltObjects built;
  private final MovedObjects moved;
  private final KustomizedObjects kustomizedBefore;
  private final KustomizedObjects kustomizedNow;

  /// Compares two sides.
  ///
  /// @param head its manifests, with patches read as objects
  /// @param tree all files of the head
  /// @throws ComparisonException if the tree of the head cannot be read
  public UnreadableObjects(State base, State head, WholeTree tree, RuleCatalog catalog)
      throws ComparisonException {
    ManifestReader reader = new ManifestReader(catalog);
    this.base = base;
    this.head = head;
    this.places = new Places(head.manifests());
    this.patches = PatchFiles.of(head.kustomizations());
    this.newPatches = newPatches(base, head, patches);
    this.changed = new ChangedFiles(base, head, reader);
    BuildGraphs builds = BuildGraphs.of(base, head);
    BuildGraphs all = BuildGraphs.of(base, head, OuterBuilds.of(head, tree, catalog));
    NamedFiles sources = new NamedFiles(base, head, tree);
    this.kustomizedBefore = new KustomizedObjects(base, builds.before(), sources::atBase, catalog);
    this.kustomizedNow = new KustomizedObjects(head, builds.now(), sources::atHead, catalog);
    this.built =
        new BuiltObjects(
            base,
            all,
            sources,
            new BuiltObjects.Merges(kustomizedBefore.merged(), kustomizedNow.merged()),
            reader,
            catalog::concerns);
    this.moved = new MovedObjects(base, head, builds, tree, catalog);
  }

  private static List<Resource> newPatches(State base, State head, PatchFiles patches) {
    Set<String> old =
        PatchFiles.of(base.kustomizations()).paths().stream()
            .map(base.files()::atHead)
            .collect(Collectors.toSet());
    return head.manifests().stream()
        .filter(manifest -> patches.holds(manifest.path()) && !old.contains(manifest.path()))
        .flatMap(manifest -> manifest.resources().stream())
        .toList();
  }

  /// What builds change at the base.
  public KustomizedObjects kustomizedBefore() {
    return kustomizedBefore;
  }

  /// What builds change at the head.
  public KustomizedObjects kustomizedNow() {
    return kustomizedNow;
  }

  /// One target on both sides.
  ///
  /// @param before its objects at the base
  /// @param now its objects at the head
  /// @param holds whether a file of the head belongs to it
  public record Target(
      Platform platform, List<Resource> before, List<Resource> now, Predicate<String> holds) {}

  /// The objects of a target's base that cannot be read at its head, in the order of the base.
  ///
  /// @throws ComparisonException where the tree of the head cannot be read
  public List<UnreadableObject> of(Target target) throws ComparisonException {
    Map<ObjectIdentity, Resource> now = new HashMap<>();
    for (Resource each : target.now()) {
      ObjectIdentity identity = ObjectIdentity.of(target.platform(), each);
      if (kustomizedNow.isApplied(each, target.holds())) {
        now.put(identity, each);
      } else {
        now.putIfAbsent(identity, each);
      }
    }
    Elsewhere elsewhere = new Elsewhere(changed, target.holds());
    BuiltObjects.Target building = built.target(target);
    List<UnreadableObject> unreadable = new ArrayList<>();
    for (Resource object : target.before()) {
      ObjectIdentity identity = ObjectIdentity.of(target.platform(), object);
      if (identity.name().isEmpty()) {
        continue;
      }
      Resource there = now.get(identity);
      Unreadable where =
          there == null
              ? lost(object, target, elsewhere)
              : unusable(object, there, target.platform());
      if (where == null && there != null) {
        where = notApplied(object, there, target.holds());
      }
      if (where == null) {
        where =
            there == null
                ? building.replaced(object)
                : building.unlike(object, there, identity.namespace() != null);
      }
      if (where != null) {
        unreadable.add(
            new UnreadableObject(ObjectIdentity.placed(target.platform(), object), where));
      }
    }
    Set<ObjectIdentity> old =
        target.before().stream()
            .map(each -> ObjectIdentity.of(target.platform(), each))
            .collect(Collectors.toSet());
    now.forEach(
        (identity, object) -> {
          Unreadable where = old.contains(identity) ? null : built.dropped(object);
          if (where != null) {
            unreadable.add(
                new UnreadableObject(ObjectIdentity.placed(target.platform(), object), where));
          }
        });
    return unreadable;
  }

  /// The objects of a target's head that the cluster gets as their files say.
  ///
  /// @param now its objects at the head
  /// @param unreadable the result of [#of]
  public static List<Resource> asWritten(
      Platform platform, List<Resource> now, List<UnreadableObject> unreadable) {
    Set<ObjectIdentity> other =
        unreadable.stream()
            .filter(
                each ->
                    BuiltObjects.isReason(each.where().reason())
                        || each.where().reason().equals(NotApplied.REASON))
            .map(each -> identity(each.object()))
            .collect(Collectors.toSet());
    return other.isEmpty()
        ? now
        : now.stream().filter(each -> !other.contains(ObjectIdentity.of(platform, each))).toList();
  }

  private static ObjectIdentity identity(ResourceId id) {
    return new ObjectIdentity(id.groupKind(), id.namespace(), id.name());
  }

  /// Why an object that can be read at the head may differ in the cluster.
  private @Nullable Unreadable unusable(Resource before, Resource now, Platform platform) {
    if (before.content().equals(now.content())) {
      return null;
    }
    JsonPointer open = open(now);
    if (open != null) {
      return open(before) == null ? at(now, open, "placeholder") : null;
    }
    List<InputProblem> refusals = platform.refusals(now);
    return refusals.isEmpty() || !platform.refusals(before).isEmpty()
        ? null
        : at(now, refusals.getFirst().at(), "refused");
  }

  /// The place of a new setting that keeps the object from the cluster.
  private @Nullable Unreadable notApplied(Resource before, Resource now, Predicate<String> holds) {
    if (!kustomizedBefore.isApplied(before, holds)) {
      return null;
    }
    String key = NotApplied.key(now);
    if (key != null) {
      return at(now, Resource.annotationPointer(key), NotApplied.REASON);
    }
    JsonPointer dropper = NotApplied.mayBeDropped(before, now);
    if (dropper != null) {
      return at(now, dropper, NotApplied.REASON);
    }
    Build off = kustomizedNow.off(now, holds);
    return off == null ? null : new Unreadable(off.file(), 1, NotApplied.REASON);
  }

  /// A field of an object that affects policies and has a placeholder.
  private static @Nullable JsonPointer open(Resource object) {
    JsonPointer labels = JsonPointer.of("metadata", "labels");
    List<JsonPointer> read = List.of(labels, SPEC);
    if (WorkloadKinds.all().contains(object.id().groupKind())) {
      read = List.of(WorkloadKinds.template(object.id().groupKind()).append(labels));
    }
    for (JsonPointer each : read) {
      Value value = object.content().at(each);
      if (value != null && PlaceholderMatch.areIn(value)) {
        return each;
      }
    }
    return null;
  }

  private Unreadable at(Resource object, JsonPointer place, String reason) {
    int line = places.region(object.origin(), Place.value(place)).startLine();
    return new Unreadable(object.origin().path(), line, reason);
  }

  /// Where a missing object may be; null if it is deleted.
  private @Nullable Unreadable lost(
      Resource object, ObjectIdentity identity, Target target, Elsewhere elsewhere)
      throws ComparisonException {
    String path = base.files().atHead(object.origin().path());
    Unreadable there = replaced(path);
    if (there == null) {
      there = patched(path, identity);
    }
    if (there == null) {
      there = inFile(path, identity);
    }
    if (there == null) {
      there = elsewhere.holding(path, identity);
    }
    return there == null ? moved.of(path, identity, target.holds()) : there;
  }

  /// Where a missing object may be, by the name and namespace that a build gave it, or by those in
  /// its file.
  private @Nullable Unreadable lost(Resource object, Target target, Elsewhere elsewhere)
      throws ComparisonException {
    ObjectIdentity identity = ObjectIdentity.of(target.platform(), object).asWritten();
    ObjectIdentity written =
        ObjectIdentity.of(target.platform(), kustomizedBefore.merged().written(object)).asWritten();
    Unreadable there = lost(object, identity, target, elsewhere);
    return there != null || written.equals(identity)
        ? there
        : lost(object, written, target, elsewhere);
  }

  /// The file, or a parent folder, has become a link or something else that is not read.
  private @Nullable Unreadable replaced(String path) {
    for (NotUnderstood skipped : head.skipped()) {
      if (isWithin(path, skipped.path())) {
        return new Unreadable(skipped.path(), skipped.line(), UnreadableReasons.of(skipped));
      }
    }
    for (String link : head.deadLinks()) {
      if (isWithin(path, link)) {
        return new Unreadable(link, 1, "link");
      }
    }
    return null;
  }

  private static boolean isWithin(String path, String folder) {
    return path.equals(folder) || path.startsWith(folder + "/");
  }

  private @Nullable Unreadable patched(String path, ObjectIdentity identity) {
    if (patches.holds(path) && changed.has(path)) {
      return new Unreadable(path, 1, PatchFiles.REASON);
    }
    return newPatches.stream()
        .filter(identity::mayBe)
        .findFirst()
        .map(part -> at(part, JsonPointer.ROOT, PatchFiles.REASON))
        .orElse(null);
  }

  /// The file still exists, and something in it cannot be read.
  private @Nullable Unreadable inFile(String path, ObjectIdentity identity) {
    FileEvidence evidence = changed.at(path);
    Unreadable carried = Elsewhere.carried(evidence, identity);
    if (carried != null) {
      return carried;
    }
    UnreadableArea first = null;
    for (UnreadableArea area : evidence.areas()) {
      if (area.whole() || area.mentions(identity.name())) {
        return area.where();
      }
      boolean searchable = area.where().reason().equals("lost");
      first = first == null && !searchable ? area : first;
    }
    return first == null ? null : first.where();
  }
}
