package dev.netlog.cli.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/// A repository and a change of it, with what the change does to the cluster.
///
/// @param ways how it was changed
public record ChangedTree(ManifestTree base, ManifestTree head, List<Way> ways) {
  private static final List<Way> ALL = List.of(Way.values());
  private static final List<Way> NEUTRAL =
      ALL.stream().filter(Way::isNeutral).collect(Collectors.toUnmodifiableList());

  /// One of very many.
  ///
  /// @param first what it begins with
  public static ChangedTree of(Way first, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int attempt = 0; attempt < 200; attempt++) {
      ManifestTree base = RepositoryMaker.make(random);
      ManifestTree head = base.copy();
      List<Way> ways = new ArrayList<>();
      if (make(head, first, random)) {
        ways.add(first);
        int more = random.nextInt(3);
        List<Way> others = first.isNeutral() && random.nextInt(4) > 0 ? NEUTRAL : ALL;
        for (int i = 0; i < more; i++) {
          Way way = others.get(random.nextInt(others.size()));
          if (!head.files().isEmpty() && make(head, way, random)) {
            ways.add(way);
          }
        }
        if (!head.files().isEmpty() && !base.texts().equals(head.texts())) {
          return new ChangedTree(base, head, ways);
        }
      }
    }
    throw new AssertionError("no repository has anything for " + first);
  }

  private static boolean make(ManifestTree tree, Way way, SplittableRandom random) {
    return switch (way) {
      case DELETE_FILE,
          MOVE_FILE_ANYWHERE,
          MOVE_TO_IGNORED,
          MOVE_TO_OTHER_CLUSTER,
          OTHER_ENDING,
          UNNAMED,
          PATCHED,
          COMMON_ANNOTATION,
          SETTINGS,
          NEW_TARGET,
          IGNORE ->
          new FileChange(tree, random).make(way);
      default ->
          way.isNeutral()
              ? new NeutralChange(tree, random).make(way)
              : new FreeChange(tree, random).make(way);
    };
  }

  /// What had a record, or a policy, and has none: one connection by pod and direction.
  public Map<String, String> losses() {
    Map<String, String> losses = new LinkedHashMap<>();
    base.clusters()
        .keySet()
        .forEach(
            cluster ->
                diff(cluster, "delegated")
                    .losses()
                    .forEach((place, what) -> losses.put(cluster + " " + place, what)));
    return losses;
  }

  /// Whether no connection is decided in another way, or only with a record.
  public boolean isNeutral() {
    return ways.stream().allMatch(Way::isNeutral)
        && losses().isEmpty()
        && base.clusters().keySet().stream()
            .map(cluster -> diff(cluster, "off"))
            .allMatch(diff -> diff.losses().isEmpty() && diff.gaps().isEmpty());
  }

  /// @param absent how the log is where neither side has a NetworkLogging
  private ConnectionDiff diff(String cluster, String absent) {
    Cluster before = cluster(base, cluster, absent);
    Cluster after =
        cluster(
            head,
            head.clusters().getOrDefault(cluster, cluster),
            before.hasLogging() ? "off" : absent);
    if (!before.hasLogging() && after.hasLogging()) {
      before = cluster(base, cluster, "off");
    }
    return ConnectionDiff.of(before, after, head.successors(), head.renamed());
  }

  private static Cluster cluster(ManifestTree tree, String folder, String absent) {
    return new Cluster(tree.platform(), tree.deployed(folder), absent);
  }

  /// The same without an object, on both sides, for each object that both sides have.
  public List<ChangedTree> smaller() {
    List<ChangedTree> smaller = new ArrayList<>();
    for (ManifestTree.Place place : base.places(_ -> true)) {
      ManifestTree before = base.copy();
      ManifestTree after = head.copy();
      before.remove(place);
      String pod = head.successors().get(Pod.id(place.object()));
      String identity =
          head.renamed().getOrDefault(place.object().identity(), place.object().identity());
      after.places(each -> each.identity().equals(identity) || Pod.id(each).equals(pod)).stream()
          .findFirst()
          .ifPresent(after::remove);
      if (!before.files().isEmpty() && !after.files().isEmpty()) {
        smaller.add(new ChangedTree(before, after, ways));
      }
    }
    return smaller;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(ways + " on " + base.platform() + "\n");
    Map<String, String> before = base.texts();
    Map<String, String> after = head.texts();
    before.forEach(
        (path, each) -> {
          boolean stays = each.equals(after.get(path));
          text.append(stays ? "== " : "-- ").append(path).append('\n').append(each);
        });
    after.forEach(
        (path, each) -> {
          if (!each.equals(before.get(path))) {
            text.append("++ ").append(path).append('\n').append(each);
          }
        });
    return text.toString();
  }
}
