package dev.netlog.cli.input;

import dev.netlog.io.files.FileFinder;
import dev.netlog.io.files.FoundFiles;
import dev.netlog.io.files.InputFile;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds and reads files; reading starts while files are still being found.
public final class InputReader {
  private final InputRequest request;
  private final Workers workers;
  private final ManifestLoader loader;

  /// The files that were found and read.
  ///
  /// @param files the result for each found file, in the same order
  public record Input<T>(FoundFiles found, List<T> files) {
    public Input {
      files = List.copyOf(files);
    }
  }

  /// A reader of what a request asks for.
  public InputReader(InputRequest request, ManifestReader manifests, Workers workers) {
    this.request = request;
    this.workers = workers;
    this.loader = new ManifestLoader(manifests, request.bytes());
  }

  /// Reads single files.
  public ManifestLoader loader() {
    return loader;
  }

  /// Reads the files for the paths of the request.
  ///
  /// @param use converts a manifest, on any thread; only its result is kept
  public <T> Input<T> read(Function<Manifest, T> use) {
    return read(request.paths(), null, use);
  }

  /// Reads the files for some paths.
  ///
  /// @param otherSide the folder that a named folder is compared with, null without a comparison
  /// @param use converts a manifest, on any thread; only its result is kept
  public <T> Input<T> read(
      List<String> paths, @Nullable Path otherSide, Function<Manifest, T> use) {
    Workers.Batch<InputFile, T> reading =
        workers.batch(
            file -> {
              T made = use.apply(loader.load(file));
              request.progress().step();
              return made;
            });
    FoundFiles found =
        FileFinder.find(
            request.workingDirectory(),
            paths,
            loader.search().comparedWith(otherSide),
            reading::add);
    request.progress().total(found.files().size());
    List<T> files = reading.results(found.files());
    request.progress().done();
    return new Input<>(found, files);
  }
}
