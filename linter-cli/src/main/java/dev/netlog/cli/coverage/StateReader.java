package dev.netlog.cli.coverage;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.git.ComparisonException;
import dev.netlog.cli.git.GitComparison;
import dev.netlog.cli.git.GitFile;
import dev.netlog.cli.git.GitFiles;
import dev.netlog.cli.git.Side;
import dev.netlog.cli.input.FileFinder;
import dev.netlog.cli.input.FoundFiles;
import dev.netlog.cli.input.InputFile;
import dev.netlog.cli.lint.ManifestLoader;
import dev.netlog.cli.lint.Progress;
import dev.netlog.cli.lint.Workers;
import dev.netlog.cli.yaml.Manifest;
import dev.netlog.cli.yaml.ManifestReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads manifests from folders or from commits. A file that is the same in two commits is read
/// once.
final class StateReader {
  private final CoverageRequest request;
  private final Workers workers;
  private final ManifestLoader loader;
  private final Map<Content, Manifest> known = new HashMap<>();

  private record Content(String path, String blob) {
    static Content of(GitFile file) {
      return new Content(file.path(), file.blob());
    }
  }

  StateReader(CoverageRequest request, RuleCatalog catalog, Workers workers) {
    this.request = request;
    this.workers = workers;
    this.loader = new ManifestLoader(new ManifestReader(catalog), request.bytes());
  }

  /// What paths lead to now.
  State folder(List<String> paths) {
    Workers.Batch<InputFile, Manifest> reading =
        workers.batch(
            file -> {
              Manifest manifest = loader.load(file).withoutNeedlessText();
              request.progress().step();
              return manifest;
            });
    FoundFiles found = FileFinder.find(request.workingDirectory(), paths, reading::add);
    request.progress().total(found.files().size());
    List<Manifest> manifests = reading.results(found.files());
    request.progress().done();
    return new State(manifests, found.skipped(), found.ignored(), found.unreadable());
  }

  /// What paths led to in a commit.
  State commit(GitComparison comparison, Side side) throws ComparisonException {
    GitFiles found = comparison.files(side);
    List<GitFile> unread =
        found.files().stream().filter(file -> !known.containsKey(Content.of(file))).toList();
    Progress progress = request.progress();
    progress.total(unread.size());
    List<Manifest> read =
        workers.map(
            unread,
            file -> {
              Manifest manifest =
                  loader
                      .load(file.path(), () -> comparison.read(file, request.bytes()))
                      .withoutNeedlessText();
              progress.step();
              return manifest;
            });
    progress.done();
    for (int i = 0; i < unread.size(); i++) {
      known.put(Content.of(unread.get(i)), read.get(i));
    }
    List<Manifest> manifests =
        found.files().stream().map(file -> known.get(Content.of(file))).toList();
    return new State(manifests, found.skipped(), found.ignored(), List.of());
  }
}
