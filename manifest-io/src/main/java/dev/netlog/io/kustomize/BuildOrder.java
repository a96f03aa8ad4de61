package dev.netlog.io.kustomize;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Lists the transformations of a file in the order in which kustomize applies them: those of the
/// innermost kustomization first, and those of its components before its own.
///
/// Source: [kustomize's
/// KustTarget](https://github.com/kubernetes-sigs/kustomize/blob/kustomize/v5.7.1/api/internal/target/kusttarget.go),
/// `accumulateTarget`.
final class BuildOrder {
  /// More levels of folders than this are a circle.
  private static final int DEEPEST = 100;

  private final Function<String, @Nullable Build> byFolder;

  /// @param byFolder the kustomization of a folder
  BuildOrder(Function<String, @Nullable Build> byFolder) {
    this.byFolder = byFolder;
  }

  /// The transformations of a file in a build; null if the build does not use it, or uses it more
  /// than once, which kustomize refuses.
  @Nullable List<Transformation> of(Build start, String path) {
    Steps steps = steps(start, path, false, 0);
    return steps.uses == 1 ? steps.found : null;
  }

  private static final class Steps {
    private final List<Transformation> found = new ArrayList<>();
    private int uses;
  }

  /// @param isThere whether the build that uses this component has the file already
  private Steps steps(Build build, String path, boolean isThere, int depth) {
    Steps all = new Steps();
    if (depth > DEEPEST) {
      all.uses = 2;
      return all;
    }
    for (String name : build.resources()) {
      String place = BuildGraph.resolve(build.file(), name);
      Build child = place == null ? null : byFolder.apply(place);
      if (child != null) {
        add(all, steps(child, path, false, depth + 1));
      } else if (path.equals(place)) {
        all.uses++;
      }
    }
    for (String name : build.components()) {
      String place = BuildGraph.resolve(build.file(), name);
      Build component = place == null ? null : byFolder.apply(place);
      if (component != null) {
        add(all, steps(component, path, isThere || all.uses > 0, depth + 1));
      }
    }
    if (isThere || all.uses > 0) {
      all.found.addAll(inOrder(build.transformations()));
    }
    return all;
  }

  private static void add(Steps all, Steps some) {
    all.uses += some.uses;
    all.found.addAll(some.found);
  }

  /// kustomize adds `labels` before `commonLabels`, which win.
  private static List<Transformation> inOrder(List<Transformation> own) {
    List<Transformation> ordered = new ArrayList<>();
    own.stream().filter(each -> each.member().equals("labels")).forEach(ordered::add);
    own.stream().filter(each -> !each.member().equals("labels")).forEach(ordered::add);
    return ordered;
  }
}
