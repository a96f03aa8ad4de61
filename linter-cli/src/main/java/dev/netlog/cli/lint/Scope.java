package dev.netlog.cli.lint;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.input.RunPaths;
import dev.netlog.cli.input.SeenPlatforms;
import dev.netlog.cli.report.Summary;
import dev.netlog.inventory.Assumptions;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.model.Resource;
import dev.netlog.run.PlatformUse;
import dev.netlog.run.RuleEngine;
import dev.netlog.settings.Target;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Files that are judged together: those of one target, or a group of the files of no target.
///
/// A file of several targets or groups is judged in each, since it is part of each cluster. A scope
/// does not see the files of others.
///
/// @param group the scope's entry in the summary
/// @param resources the objects to judge
/// @param platforms their platforms
/// @param inventory the other objects
/// @param engine the rules that apply
/// @param assumptions the assumptions about what no object sets
/// @param folders assigns the objects to platforms
/// @param complete whether the objects are declared to be everything in the cluster
record Scope(
    Summary.Group group,
    List<Resource> resources,
    PlatformUse platforms,
    Inventory inventory,
    RuleEngine engine,
    Assumptions assumptions,
    PlatformFolders folders,
    boolean complete) {

  /// The scopes that have files: one for each target and for each group of the other files.
  static List<Scope> of(RuleCatalog catalog, LintRequest request, List<Manifest> manifests) {
    List<Target> targets = request.settings().targets();
    if (targets.isEmpty()) {
      return ofNoTarget(catalog, request, manifests);
    }
    List<Scope> scopes = new ArrayList<>();
    Set<Manifest> others = new LinkedHashSet<>(manifests);
    for (Target target : targets) {
      List<Manifest> own =
          manifests.stream()
              .filter(manifest -> target.holds(paths(request).below(manifest.path())))
              .toList();
      own.forEach(others::remove);
      if (!own.isEmpty()) {
        boolean complete = request.complete() || isComplete(request, target);
        Set<String> named = target.platforms();
        Input input = Input.of(catalog, request, own, named, target.assumptions(), complete);
        scopes.add(
            input.scope(new Summary.Group(null, target.name(), own.size(), input.relevant())));
      }
    }
    if (!others.isEmpty()) {
      scopes.addAll(ofNoTarget(catalog, request, List.copyOf(others)));
    }
    return scopes;
  }

  private static List<Scope> ofNoTarget(
      RuleCatalog catalog, LintRequest request, List<Manifest> manifests) {
    Input input =
        Input.of(
            catalog,
            request,
            manifests,
            request.platforms(),
            request.assumptions(),
            request.complete());
    List<FileGroup> groups = InputDivision.of(request.workingDirectory(), manifests);
    List<Scope> scopes = new ArrayList<>();
    for (FileGroup group : groups) {
      Summary.Group told =
          new Summary.Group(group.path(), null, group.manifests().size(), group.relevant());
      scopes.add(groups.size() == 1 ? input.scope(told) : input.part(told, group));
    }
    return scopes;
  }

  /// What the scopes of one input share.
  private record Input(
      List<Resource> resources,
      PlatformUse platforms,
      Inventory inventory,
      RuleEngine engine,
      Assumptions assumptions,
      PlatformFolders folders,
      boolean complete) {
    static Input of(
        RuleCatalog catalog,
        LintRequest request,
        List<Manifest> manifests,
        Set<String> named,
        Assumptions assumptions,
        boolean complete) {
      List<Resource> resources = objects(manifests);
      PlatformUse platforms = new PlatformUse(named, seen(catalog, resources));
      return new Input(
          resources,
          platforms,
          complete
              ? ManifestInventory.complete(resources, named)
              : ManifestInventory.of(resources, named),
          new RuleEngine(catalog.rules(), platforms, request.settings().severities()),
          assumptions,
          new PlatformFolders(platforms, resources, catalog.platforms()),
          complete);
    }

    int relevant() {
      return resources.size();
    }

    Scope scope(Summary.Group group) {
      return new Scope(
          group, resources, platforms, inventory, engine, assumptions, folders, complete);
    }

    /// A part of the input. Even if the input is declared complete, the part is not: an object that
    /// it lacks may be in another part.
    Scope part(Summary.Group group, FileGroup files) {
      List<Resource> own = objects(files.manifests());
      Inventory known = ManifestInventory.of(own, platforms.named());
      return new Scope(
          group,
          own,
          platforms,
          complete ? new PartInventory(known, inventory) : known,
          engine,
          assumptions,
          folders,
          false);
    }

    private static List<Resource> objects(List<Manifest> manifests) {
      return manifests.stream().flatMap(manifest -> manifest.resources().stream()).toList();
    }
  }

  private static Set<String> seen(RuleCatalog catalog, List<Resource> resources) {
    Set<String> seen = new TreeSet<>();
    SeenPlatforms.in(resources, catalog.platforms()).forEach(platform -> seen.add(platform.id()));
    return seen;
  }

  /// A target counts as complete only in a run that reads all of its paths.
  private static boolean isComplete(LintRequest request, Target target) {
    return Boolean.TRUE.equals(target.complete()) && paths(request).takeIn(target);
  }

  private static RunPaths paths(LintRequest request) {
    return new RunPaths(request.workingDirectory(), request.settings().folder(), request.paths());
  }
}
