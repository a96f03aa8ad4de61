package dev.netlog.cli.coverage;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.cli.input.RunPaths;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.platform.PlatformKind;
import dev.netlog.policy.Names;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds files with policies or logging settings that belong to no target, so that they are not
/// judged.
final class StrayFiles {
  /// The maximum number of lines; more are counted.
  private static final int TOLD = 20;

  private final RuleCatalog catalog;
  private final RunPaths paths;
  private final TargetRules rules;
  private final Predicate<String> isTaken;
  private final Set<String> before = new HashSet<>();
  private final Set<ResourceId> held = new HashSet<>();
  private final List<String> problems = new ArrayList<>();
  private final List<String> old = new ArrayList<>();
  private final Set<String> ignored = new HashSet<>();

  /// @param isTaken whether a target includes a file, by its path relative to the settings folder
  StrayFiles(
      RuleCatalog catalog,
      RunPaths paths,
      TargetRules rules,
      Predicate<String> isTaken,
      @Nullable State base) {
    this.catalog = catalog;
    this.paths = paths;
    this.rules = rules;
    this.isTaken = isTaken;
    if (base != null) {
      base.manifests().forEach(manifest -> addBase(manifest, base));
    }
  }

  private void addBase(Manifest manifest, State base) {
    String path = base.files().atHead(manifest.path());
    before.add(path);
    if (isTakenInBase(path)) {
      manifest.resources().forEach(resource -> held.add(identity(resource)));
    }
  }

  private boolean isTakenInBase(String path) {
    return rules.hasBase()
        ? rules.isTakenInBase(paths.below(path))
        : isTaken.test(paths.below(path));
  }

  /// Checks the files of the head.
  void check(State head) {
    for (Manifest manifest : head.manifests()) {
      String path = paths.below(manifest.path());
      boolean leftOut = rules.isNewlyIgnored(path) && isFree(manifest);
      if (leftOut) {
        ignored.add(manifest.path());
      } else if (!isTaken.test(path) && !rules.isIgnored(path)) {
        Resource first = first(manifest);
        if (first != null) {
          add(manifest, first);
        }
      }
    }
  }

  /// The files that only a new entry of `ignore-paths` covers.
  Set<String> ignored() {
    return ignored;
  }

  /// The errors that stop the run, one line each.
  List<String> problems() {
    if (problems.size() <= TOLD) {
      return problems;
    }
    List<String> told = new ArrayList<>(problems.subList(0, TOLD));
    told.add(
        "and "
            + (problems.size() - TOLD)
            + " more files that belong to no target; fix these first");
    return told;
  }

  /// A note about files that belonged to no target before either; null if there are none.
  @Nullable String note() {
    return old.isEmpty()
        ? null
        : "not judged, because they belong to no target, neither now nor in the base: "
            + PathList.of(old);
  }

  /// Whether no target of the base holds an object of the file.
  private boolean isFree(Manifest manifest) {
    boolean taken = before.contains(manifest.path()) && isTakenInBase(manifest.path());
    return !taken
        && manifest.resources().stream().map(StrayFiles::identity).noneMatch(held::contains);
  }

  private static ResourceId identity(Resource resource) {
    ResourceId id = resource.id();
    String namespace = id.namespace() == null ? "default" : id.namespace();
    return new ResourceId(id.group(), id.kind(), namespace, id.name());
  }

  private void add(Manifest manifest, Resource first) {
    if (before.contains(manifest.path()) && !isTakenInBase(manifest.path())) {
      old.add(manifest.path());
      return;
    }
    boolean tooLate = rules.isNewlyIgnored(paths.below(manifest.path()));
    problems.add(
        manifest.path()
            + ": "
            + Names.inSentence(first)
            + " is in no target, so it is not judged; add the file to the paths of a target in"
            + " .netlog.yaml, or to ignore-paths if no cluster gets it"
            + (tooLate
                ? " (an entry that the base has: a new one does not count for what the base judges)"
                : ""));
  }

  /// The first object of a file that has to be judged.
  private @Nullable Resource first(Manifest manifest) {
    return manifest.resources().stream().filter(this::counts).findFirst().orElse(null);
  }

  private boolean counts(Resource resource) {
    GroupKind kind = resource.id().groupKind();
    if (kind.equals(KubernetesKinds.NAMESPACE)) {
      return catalog.platforms().stream()
          .flatMap(platform -> platform.keys().stream())
          .anyMatch(resource.annotations().members()::containsKey);
    }
    return catalog.kinds().stream()
        .anyMatch(each -> each.kind().equals(kind) && each.is(PlatformKind.Use.READ));
  }
}
