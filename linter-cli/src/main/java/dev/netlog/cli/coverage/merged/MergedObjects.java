package dev.netlog.cli.coverage.merged;

import dev.netlog.cli.coverage.state.State;
import dev.netlog.coverage.input.ObjectIdentity;
import dev.netlog.io.kustomize.BuildGraph;
import dev.netlog.io.kustomize.Deliveries;
import dev.netlog.io.kustomize.ExactMerge;
import dev.netlog.io.kustomize.Transformation;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Makes of the objects of one side what builds make of them. An object that builds bring to
/// several namespaces, or under several names, becomes several objects.
///
/// Where builds give one object different labels or annotations, only its name and namespace are
/// merged. Where two files would give the same object, both stay as written.
public final class MergedObjects {
  private final State state;
  private final Deliveries deliveries;
  private final Map<String, List<Deliveries.Delivery>> known = new HashMap<>();
  private final IdentityHashMap<Resource, Copy> copies = new IdentityHashMap<>();

  /// A way of an object to the cluster.
  ///
  /// @param delivery the build
  /// @param merged its transformations that the object already includes
  public record Way(Deliveries.Delivery delivery, Set<Transformation> merged) {
    public Way {
      merged = Set.copyOf(merged);
    }

    /// The transformations that may change the object further.
    public List<Transformation> rest() {
      return delivery.transformations().stream().filter(each -> !merged.contains(each)).toList();
    }

    /// Whether the build's name and namespace of the object are certain.
    public boolean isCertain() {
      return delivery.ordered() != null && merged.containsAll(identity(delivery));
    }

    private static List<Transformation> identity(Deliveries.Delivery delivery) {
      return delivery.transformations().stream().filter(ExactMerge::isIdentity).toList();
    }
  }

  /// @param written the object as its file has it
  private record Copy(Resource object, Resource written, List<Way> ways) {}

  public MergedObjects(State state, BuildGraph graph) {
    this.state = state;
    this.deliveries = new Deliveries(graph);
  }

  /// The objects of a target after its builds.
  ///
  /// @param written the objects as their files have them
  /// @param holds whether a file belongs to the target, by its path at the head
  public List<Resource> of(Platform platform, List<Resource> written, Predicate<String> holds) {
    List<List<Copy>> all = new ArrayList<>();
    for (Resource object : written) {
      all.add(copies(platform, object, holds));
    }
    revertClashes(platform, all, holds);
    List<Resource> objects = new ArrayList<>();
    for (List<Copy> some : all) {
      for (Copy copy : some) {
        copies.put(copy.object(), copy);
        objects.add(copy.object());
      }
    }
    return objects;
  }

  /// Lets another object stand for one that builds made.
  public void alias(Resource object, Resource made) {
    Copy copy = copies.get(made);
    if (copy != null) {
      copies.put(object, copy);
    }
  }

  /// The object as its file has it.
  public Resource written(Resource object) {
    Copy copy = copies.get(object);
    return copy == null ? object : copy.written();
  }

  /// The ways of an object to the cluster; empty if no build uses its file, or all are off.
  ///
  /// @param object a result of [#of], or an object as written
  public List<Way> ways(Resource object, Predicate<String> holds) {
    Copy copy = copies.get(object);
    return copy == null ? unmerged(object, holds).ways() : copy.ways();
  }

  /// The deliveries of a file that start in the target, or else all.
  public List<Deliveries.Delivery> deliveries(String path, Predicate<String> holds) {
    List<Deliveries.Delivery> all =
        known.computeIfAbsent(path, _ -> deliveries.of(state.files().atHead(path)));
    List<Deliveries.Delivery> own =
        all.stream().filter(each -> holds.test(each.build().file())).toList();
    return own.isEmpty() ? all : own;
  }

  private List<Deliveries.Delivery> active(Resource object, Predicate<String> holds) {
    return deliveries(object.origin().path(), holds).stream()
        .filter(each -> !each.build().isOff())
        .toList();
  }

  private Copy unmerged(Resource object, Predicate<String> holds) {
    List<Way> ways = new ArrayList<>();
    active(object, holds).forEach(each -> ways.add(new Way(each, Set.of())));
    return new Copy(object, object, ways);
  }

  /// The results of the builds of an object, by identity.
  private List<Copy> copies(Platform platform, Resource object, Predicate<String> holds) {
    boolean isNamespaced = ObjectIdentity.of(platform, object).namespace() != null;
    Map<ObjectIdentity, List<Deliveries.Delivery>> groups = new LinkedHashMap<>();
    for (Deliveries.Delivery each : active(object, holds)) {
      ExactMerge.Result named = merge(each, object, isNamespaced, ExactMerge.Fields.IDENTITY);
      ObjectIdentity identity = ObjectIdentity.of(platform, named.object());
      groups.computeIfAbsent(identity, _ -> new ArrayList<>()).add(each);
    }
    if (groups.isEmpty()) {
      return List.of(unmerged(object, holds));
    }
    List<Copy> found = new ArrayList<>();
    for (List<Deliveries.Delivery> group : groups.values()) {
      found.add(copy(group, object, isNamespaced));
    }
    found.sort(Comparator.comparing(copy -> copy.object().id().toString()));
    return found;
  }

  /// The common result of builds that agree on name and namespace.
  private static Copy copy(List<Deliveries.Delivery> group, Resource object, boolean isNamespaced) {
    Copy all = copy(group, object, isNamespaced, ExactMerge.Fields.ALL);
    Copy named = copy(group, object, isNamespaced, ExactMerge.Fields.IDENTITY);
    return all == null ? (named == null ? new Copy(object, object, List.of()) : named) : all;
  }

  /// @return null if the builds do not agree
  private static @Nullable Copy copy(
      List<Deliveries.Delivery> group,
      Resource object,
      boolean isNamespaced,
      ExactMerge.Fields fields) {
    List<Way> ways = new ArrayList<>();
    @Nullable Resource common = null;
    for (Deliveries.Delivery each : group) {
      ExactMerge.Result result = merge(each, object, isNamespaced, fields);
      if (common != null && !common.content().equals(result.object().content())) {
        return null;
      }
      common = common == null ? result.object() : common;
      ways.add(new Way(each, result.merged()));
    }
    Resource made = common == null ? object : common;
    return new Copy(new Resource(made.id(), made.content(), made.origin()), object, ways);
  }

  /// The object after a build; as written, if that is not known.
  private static ExactMerge.Result merge(
      Deliveries.Delivery delivery,
      Resource object,
      boolean isNamespaced,
      ExactMerge.Fields fields) {
    List<Transformation> ordered = delivery.ordered();
    ExactMerge.Result result =
        ordered == null ? null : ExactMerge.of(ordered, object, isNamespaced, fields);
    return result == null ? new ExactMerge.Result(object, Set.of()) : result;
  }

  /// Puts objects back as written whose identity two files would give.
  private void revertClashes(Platform platform, List<List<Copy>> all, Predicate<String> holds) {
    boolean changed = true;
    while (changed) {
      changed = false;
      Set<ObjectIdentity> seen = new HashSet<>();
      Set<ObjectIdentity> twice = new HashSet<>();
      for (List<Copy> some : all) {
        for (Copy copy : some) {
          ObjectIdentity identity = ObjectIdentity.of(platform, copy.object());
          if (!identity.name().isEmpty() && !seen.add(identity)) {
            twice.add(identity);
          }
        }
      }
      for (int i = 0; i < all.size(); i++) {
        List<Copy> some = all.get(i);
        Resource written = some.getFirst().written();
        boolean isMoved = some.size() > 1 || !some.getFirst().object().id().equals(written.id());
        if (isMoved
            && some.stream()
                .anyMatch(copy -> twice.contains(ObjectIdentity.of(platform, copy.object())))) {
          all.set(i, List.of(unmerged(written, holds)));
          changed = true;
        }
      }
    }
  }
}
