package dev.netlog.cli.coverage.unreadable;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.cli.coverage.state.WholeTree;
import dev.netlog.cli.input.ManifestLoader;
import dev.netlog.coverage.input.ObjectIdentity;
import dev.netlog.io.git.ComparisonException;
import dev.netlog.io.kustomize.Build;
import dev.netlog.io.kustomize.BuildGraph;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import dev.netlog.platform.text.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Finds the new place of an object that is in no file of its target any longer: a file that is not
/// judged, or a name that leads out of the tree. Otherwise the object is deleted.
final class MovedObjects {
  static final String REASON = "moved";

  private final State base;
  private final BuildGraphs builds;
  private final WholeTree tree;
  private final ManifestReader reader;
  private final TextSearch search;
  private final NewCharts charts;
  private final Set<String> read = new HashSet<>();
  private final Set<GroupKind> kinds = new HashSet<>();
  private final Map<String, Optional<OtherFile>> files = new HashMap<>();
  private final Set<String> unsearchable = new HashSet<>();
  private @Nullable List<String> candidates;

  MovedObjects(State base, State head, BuildGraphs builds, WholeTree tree, RuleCatalog catalog) {
    this.base = base;
    this.builds = builds;
    this.tree = tree;
    this.reader = new ManifestReader(catalog);
    this.search = new TextSearch(catalog);
    this.charts = new NewCharts(tree, reader, search);
    head.manifests().forEach(file -> read.add(file.path()));
    for (Manifest file : base.manifests()) {
      file.resources().forEach(object -> kinds.add(object.id().groupKind()));
    }
  }

  /// Where the object may be; null if it is deleted.
  ///
  /// @param path its former file, by its path at the head
  /// @param holds whether a file of the head belongs to its target
  @Nullable Unreadable of(String path, ObjectIdentity identity, Predicate<String> holds)
      throws ComparisonException {
    for (String submodule : tree.newSubmodules()) {
      if (path.equals(submodule) || path.startsWith(submodule + "/")) {
        return new Unreadable(submodule, 1, REASON);
      }
    }
    boolean isOfOthersToo = isOfOthersToo(identity, holds);
    for (String file : candidates()) {
      if (ChartArchive.isOne(file)) {
        if (charts.mayHold(file, identity, holds.test(file))) {
          return new Unreadable(file, 1, REASON);
        }
        continue;
      }
      boolean isJudged = read.contains(file) && (isOfOthersToo || holds.test(file));
      Unreadable found = isJudged ? null : in(file, path, identity, false);
      if (found != null) {
        return found;
      }
    }
    return named(path, identity, holds);
  }

  /// Whether another target held an object with the same identity in the base, as similar clusters
  /// do.
  private boolean isOfOthersToo(ObjectIdentity identity, Predicate<String> holds) {
    for (Manifest manifest : base.manifests()) {
      if (!holds.test(base.files().atHead(manifest.path()))) {
        for (Resource object : manifest.resources()) {
          if (identity.mayBe(object)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  /// New and changed files, without copies of base files that are not judged.
  private List<String> candidates() throws ComparisonException {
    List<String> known = candidates;
    if (known == null) {
      Set<String> judged = new HashSet<>();
      for (Manifest manifest : base.manifests()) {
        String content = base.files().content(manifest.path());
        if (content != null) {
          judged.add(content);
        }
      }
      known = new ArrayList<>();
      for (WholeTree.NewFile file : tree.changed()) {
        if (!file.isInBase() || judged.contains(file.content())) {
          known.add(file.path());
        }
      }
      candidates = known;
    }
    return known;
  }

  /// @param isNamed whether a kustomization newly names the file: then its former content counts
  ///   too
  private @Nullable Unreadable in(
      String file, String path, ObjectIdentity identity, boolean isNamed) {
    OtherFile known = files.computeIfAbsent(file, this::read).orElse(null);
    int line = 0;
    if (known != null) {
      line = (isNamed ? known.withoutBefore() : known).line(identity, search);
    }
    if (unsearchable.contains(file) && name(file).equals(name(path))) {
      line = 1;
    }
    return line == 0 ? null : new Unreadable(file, line, REASON);
  }

  /// The file; empty if it names nothing that could be missing.
  private Optional<OtherFile> read(String file) {
    try {
      byte[] bytes = tree.read(file);
      if (ManifestLoader.isLfsPointer(bytes)) {
        unsearchable.add(file);
        return Optional.empty();
      }
      String text =
          WideText.isLikely(bytes) ? WideText.of(bytes) : new String(bytes, StandardCharsets.UTF_8);
      return kinds.stream().anyMatch(kind -> search.mayHold(text, kind))
          ? Optional.of(OtherFile.of(file, bytes, tree.before(file), reader))
          : Optional.empty();
    } catch (IOException e) {
      unsearchable.add(file);
      return Optional.empty();
    }
  }

  private static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /// A kustomization that used the file, or is in a parent folder, and newly names something that
  /// is not judged.
  private @Nullable Unreadable named(String path, ObjectIdentity identity, Predicate<String> holds)
      throws ComparisonException {
    for (Build build : builds.now().builds()) {
      Build old = builds.before().build(BuildGraph.id(build));
      if (!build.name().isEmpty()
          || !(isAround(build, path)
              || (old != null && builds.before().files(old).contains(path)))) {
        continue;
      }
      if (gains(build.charts(), old == null ? List.of() : old.charts()).findFirst().isPresent()) {
        return new Unreadable(build.file(), 1, REASON);
      }
      List<String> names = new ArrayList<>(build.resources());
      names.addAll(build.components());
      List<String> oldNames = new ArrayList<>();
      if (old != null) {
        oldNames.addAll(old.resources());
        oldNames.addAll(old.components());
      }
      for (String name : gains(names, oldNames).toList()) {
        Unreadable found = behind(name, build, path, identity, holds);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  private static boolean isAround(Build build, String path) {
    int slash = build.file().lastIndexOf('/');
    return slash < 0 || path.startsWith(build.file().substring(0, slash + 1));
  }

  /// New names, ignoring changes of only the version in a name.
  private static Stream<String> gains(List<String> now, List<String> before) {
    Set<String> old = new HashSet<>();
    before.forEach(name -> old.add(withoutVersion(name)));
    return now.stream().filter(name -> !old.contains(withoutVersion(name)));
  }

  private static String withoutVersion(String name) {
    int query = name.indexOf('?');
    return query < 0 ? name : name.substring(0, query);
  }

  private @Nullable Unreadable behind(
      String name, Build build, String path, ObjectIdentity identity, Predicate<String> holds)
      throws ComparisonException {
    String place = BuildGraph.resolve(build.file(), name);
    List<String> below = place == null ? List.of() : tree.below(place);
    if (below.isEmpty()) {
      return new Unreadable(build.file(), 1, REASON);
    }
    for (String file : below) {
      Unreadable found =
          read.contains(file) && holds.test(file) ? null : in(file, path, identity, true);
      if (found != null) {
        return found;
      }
    }
    return null;
  }
}
