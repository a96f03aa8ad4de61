package dev.netlog.cli.lint;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.yaml.Manifest;
import dev.netlog.inventory.Assumptions;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.run.PlatformUse;
import dev.netlog.run.RuleEngine;
import dev.netlog.settings.Target;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Files that are judged together: those of one target, or those of none.
///
/// A file of several targets is judged in each, since it is part of each cluster. Other files than
/// its own a scope does not see.
///
/// @param resources the objects that are judged
/// @param platforms what they are for
/// @param inventory what is known about other objects
/// @param engine the rules that apply
/// @param assumptions what is taken for granted where no object says it
/// @param complete whether the objects are declared to be all there are
record Scope(
    List<Resource> resources,
    PlatformUse platforms,
    Inventory inventory,
    RuleEngine engine,
    Assumptions assumptions,
    boolean complete) {

  /// The scopes that have files; one for all of them where there are no targets.
  static List<Scope> of(RuleCatalog catalog, LintRequest request, List<Manifest> manifests) {
    List<Target> targets = request.settings().targets();
    if (targets.isEmpty()) {
      return List.of(ofNoTarget(catalog, request, manifests));
    }
    List<Scope> scopes = new ArrayList<>();
    Set<Manifest> others = new LinkedHashSet<>(manifests);
    for (Target target : targets) {
      List<Manifest> own =
          manifests.stream()
              .filter(manifest -> target.holds(below(request, manifest.path())))
              .toList();
      own.forEach(others::remove);
      if (!own.isEmpty()) {
        boolean complete = request.complete() || isComplete(request, target);
        Set<String> named = target.platforms();
        scopes.add(of(catalog, request, own, named, target.assumptions(), complete));
      }
    }
    if (!others.isEmpty()) {
      scopes.add(ofNoTarget(catalog, request, List.copyOf(others)));
    }
    return scopes;
  }

  private static Scope ofNoTarget(
      RuleCatalog catalog, LintRequest request, List<Manifest> manifests) {
    return of(
        catalog,
        request,
        manifests,
        request.platforms(),
        request.assumptions(),
        request.complete());
  }

  private static Scope of(
      RuleCatalog catalog,
      LintRequest request,
      List<Manifest> manifests,
      Set<String> named,
      Assumptions assumptions,
      boolean complete) {
    List<Resource> resources =
        manifests.stream().flatMap(manifest -> manifest.resources().stream()).toList();
    PlatformUse platforms = new PlatformUse(named, seen(catalog, resources));
    return new Scope(
        resources,
        platforms,
        complete
            ? ManifestInventory.complete(resources, named)
            : ManifestInventory.of(resources, named),
        new RuleEngine(catalog.rules(), platforms, request.settings().severities()),
        assumptions,
        complete);
  }

  private static Set<String> seen(RuleCatalog catalog, List<Resource> resources) {
    Set<String> seen = new TreeSet<>();
    for (Platform platform : catalog.platforms()) {
      if (resources.stream().anyMatch(platform::isSeenIn)) {
        seen.add(platform.id());
      }
    }
    return seen;
  }

  /// A target is complete only in a run that reads all of it.
  private static boolean isComplete(LintRequest request, Target target) {
    return Boolean.TRUE.equals(target.complete())
        && target.paths().stream()
            .allMatch(
                path -> {
                  Path wanted = request.settings().folder().resolve(path).normalize();
                  return request.paths().stream()
                      .anyMatch(
                          given ->
                              wanted.startsWith(
                                  request.workingDirectory().resolve(given).normalize()));
                });
  }

  /// A path of a report as targets name paths.
  private static String below(LintRequest request, String path) {
    try {
      Path file = request.workingDirectory().resolve(path).normalize();
      return request.settings().folder().relativize(file).toString().replace('\\', '/');
    } catch (InvalidPathException e) {
      // Standard input has a name that is a path on some systems only.
      return path;
    }
  }
}
