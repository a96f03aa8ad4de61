package dev.netlog.cli.coverage.unreadable;

import dev.netlog.cli.coverage.state.WholeTree;
import dev.netlog.coverage.input.ObjectIdentity;
import dev.netlog.io.yaml.ManifestReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Searches the packaged Helm charts of the head that are new or changed.
final class NewCharts {
  private final WholeTree tree;
  private final ManifestReader reader;
  private final TextSearch search;
  private final Map<String, @Nullable List<OtherFile>> known = new HashMap<>();

  NewCharts(WholeTree tree, ManifestReader reader, TextSearch search) {
    this.tree = tree;
    this.reader = reader;
    this.search = search;
  }

  /// Whether a chart may hold an object. One that cannot be read may.
  ///
  /// @param isBeside whether the chart is among the files of the object's target: then a template
  ///   whose name is open counts too
  boolean mayHold(String path, ObjectIdentity identity, boolean isBeside) {
    List<OtherFile> files = known.computeIfAbsent(path, this::read);
    if (files == null) {
      return isBeside;
    }
    return files.stream()
        .anyMatch(
            file -> file.line(identity, search) > 0 || (isBeside && file.hasTemplateOf(identity)));
  }

  private @Nullable List<OtherFile> read(String path) {
    try {
      List<byte[]> files = ChartArchive.files(tree.read(path));
      if (files == null) {
        return null;
      }
      List<OtherFile> all = new ArrayList<>();
      files.forEach(bytes -> all.add(OtherFile.of(path, bytes, null, reader)));
      return all;
    } catch (IOException e) {
      return null;
    }
  }
}
