package dev.netlog.cli.coverage.state;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.input.InputReader;
import dev.netlog.cli.input.InputRequest;
import dev.netlog.cli.input.ManifestLoader;
import dev.netlog.cli.input.Progress;
import dev.netlog.cli.input.Workers;
import dev.netlog.io.files.FileFinder;
import dev.netlog.io.files.FoundFiles;
import dev.netlog.io.files.InputFile;
import dev.netlog.io.files.ManifestNames;
import dev.netlog.io.git.ComparisonException;
import dev.netlog.io.git.GitComparison;
import dev.netlog.io.git.GitFile;
import dev.netlog.io.git.GitFiles;
import dev.netlog.io.git.Side;
import dev.netlog.io.kustomize.Build;
import dev.netlog.io.kustomize.BuildReader;
import dev.netlog.io.yaml.KustomizationFiles;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.rule.Quoted;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads manifests from folders or from commits. A file that is the same in two commits is read
/// once.
public final class StateReader {
  private final InputRequest request;
  private final Workers workers;
  private final InputReader reader;
  private final ManifestLoader loader;
  private final Function<Manifest, List<UnreadPart>> search;
  private final Map<Content, Loaded> known = new HashMap<>();

  private record Content(String path, String blob) {
    static Content of(GitFile file) {
      return new Content(file.path(), file.blob());
    }
  }

  /// A file, with its content if it is a kustomization.
  private record Loaded(
      Manifest manifest,
      @Nullable KustomizationFiles kustomization,
      List<Build> builds,
      List<UnreadPart> unread) {}

  /// A reader that also searches each file, with its text, for parts that cannot be read.
  ///
  /// @param search used on several threads
  public StateReader(
      InputRequest request,
      RuleCatalog catalog,
      Workers workers,
      Function<Manifest, List<UnreadPart>> search) {
    this.search = search;
    this.request = request;
    this.workers = workers;
    this.reader = new InputReader(request, new ManifestReader(catalog), workers);
    this.loader = reader.loader();
  }

  private Loaded loaded(Manifest manifest) {
    String name = manifest.path().substring(manifest.path().lastIndexOf('/') + 1);
    return new Loaded(
        manifest.withoutNeedlessText(),
        ManifestNames.isKustomization(name) ? KustomizationFiles.of(manifest) : null,
        BuildReader.of(manifest),
        search.apply(manifest));
  }

  /// The state of the given paths now.
  public State folder(List<String> paths) {
    return folder(paths, null, UnaryOperator.identity());
  }

  /// The state of the head's paths, in a comparison with a folder.
  public State head(HeadPaths both) {
    return folder(request.paths(), both.base(), UnaryOperator.identity());
  }

  /// The state of the base folder.
  ///
  /// @param path as on the command line
  public State base(String path, HeadPaths both, State head) {
    Set<String> there =
        head.manifests().stream().map(Manifest::path).collect(Collectors.toUnmodifiableSet());
    return folder(List.of(path), both.folder(), file -> both.atHead(file, there));
  }

  private State folder(List<String> paths, @Nullable Path otherSide, UnaryOperator<String> atHead) {
    InputReader.Input<Loaded> input = reader.read(paths, otherSide, this::loaded);
    FoundFiles found = input.found();
    List<Loaded> loaded = input.files();
    return new State(
        manifests(loaded),
        found.skipped(),
        found.ignored(),
        found.unreadable(),
        found.newlyIgnored(),
        found.deadLinks(),
        kustomizations(loaded),
        builds(loaded),
        loaded.stream().flatMap(each -> each.unread().stream()).toList(),
        new FolderFiles(found.files(), request.bytes(), atHead));
  }

  /// The state of the paths in a commit.
  public State commit(GitComparison comparison, Side side) throws ComparisonException {
    GitFiles found = comparison.files(side, loader.search());
    List<GitFile> unread =
        found.files().stream().filter(file -> !known.containsKey(Content.of(file))).toList();
    Progress progress = request.progress();
    progress.total(unread.size());
    List<Loaded> read =
        workers.map(
            unread,
            file -> {
              Loaded loaded =
                  loaded(loader.load(file.path(), () -> comparison.read(file, request.bytes())));
              progress.step();
              return loaded;
            });
    progress.done();
    for (int i = 0; i < unread.size(); i++) {
      known.put(Content.of(unread.get(i)), read.get(i));
    }
    List<Loaded> loaded = found.files().stream().map(file -> known.get(Content.of(file))).toList();
    return new State(
        manifests(loaded),
        found.skipped(),
        found.ignored(),
        List.of(),
        found.newlyIgnored(),
        found.deadLinks(),
        kustomizations(loaded),
        builds(loaded),
        loaded.stream().flatMap(each -> each.unread().stream()).toList(),
        new CommitFiles(comparison, found.files(), request.bytes()));
  }

  /// Remarks for the user about paths that are not at the head and about uncommitted changes, one
  /// line each.
  public List<String> notes(GitComparison comparison) throws ComparisonException {
    List<String> notes = new ArrayList<>();
    GitFiles head = comparison.files(Side.HEAD, loader.search());
    for (String path : head.absent()) {
      notes.add(
          Quoted.of(path)
              + " is in the base but not in HEAD, so objects that are nowhere else count"
              + " as deleted");
    }
    String uncommitted = uncommitted(comparison, head);
    if (uncommitted != null) {
      notes.add(uncommitted);
    }
    return notes;
  }

  private @Nullable String uncommitted(GitComparison comparison, GitFiles head)
      throws ComparisonException {
    List<String> there =
        FileFinder.find(request.workingDirectory(), request.paths()).files().stream()
            .map(InputFile::path)
            .toList();
    List<String> changed = comparison.uncommitted(head, there).stream().distinct().toList();
    if (changed.isEmpty()) {
      return null;
    }
    int more = changed.size() - 1;
    return "uncommitted changes in "
        + changed.getFirst()
        + (more == 0 ? "" : " and " + more + (more == 1 ? " more file" : " more files"))
        + " do not count";
  }

  private static List<Manifest> manifests(List<Loaded> loaded) {
    return loaded.stream().map(Loaded::manifest).toList();
  }

  private static List<Build> builds(List<Loaded> loaded) {
    return loaded.stream().flatMap(each -> each.builds().stream()).toList();
  }

  private static Map<String, KustomizationFiles> kustomizations(List<Loaded> loaded) {
    Map<String, KustomizationFiles> kustomizations = new LinkedHashMap<>();
    for (Loaded each : loaded) {
      if (each.kustomization() != null) {
        kustomizations.put(each.manifest().path(), each.kustomization());
      }
    }
    return kustomizations;
  }
}
