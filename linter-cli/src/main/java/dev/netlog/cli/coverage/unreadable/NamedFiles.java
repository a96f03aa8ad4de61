package dev.netlog.cli.coverage.unreadable;

import dev.netlog.cli.coverage.state.SideFiles;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.cli.coverage.state.WholeTree;
import dev.netlog.io.files.IgnoreText;
import dev.netlog.io.git.ComparisonException;
import dev.netlog.io.kustomize.Build;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the files that kustomizations name beside their resources, on both sides. Most are
/// manifests of the run; those with other endings, or outside of its paths, are read from the whole
/// tree.
final class NamedFiles {
  /// Source: [Flux's
  /// sourceignore](https://fluxcd.io/flux/components/source/gitrepositories/#excluding-files).
  private static final String SOURCE_IGNORE = ".sourceignore";

  private final State base;
  private final State head;
  private final WholeTree tree;
  private final Map<String, String> basePaths = new HashMap<>();
  private @Nullable Set<String> changed;

  NamedFiles(State base, State head, WholeTree tree) {
    this.base = base;
    this.head = head;
    this.tree = tree;
    base.manifests().forEach(file -> basePaths.put(base.files().atHead(file.path()), file.path()));
  }

  /// The bytes of a file of the head; null if it cannot be read.
  byte @Nullable [] atHead(String path) {
    byte[] bytes = read(head.files(), path);
    try {
      return bytes == null && tree.below(path).contains(path) ? tree.read(path) : bytes;
    } catch (IOException | ComparisonException e) {
      return null;
    }
  }

  /// The bytes of a file of the base; null if it cannot be read.
  ///
  /// @param path its path at the head
  byte @Nullable [] atBase(String path) {
    String own = basePaths.get(path);
    byte[] bytes = own == null ? null : read(base.files(), own);
    if (bytes != null) {
      return bytes;
    }
    try {
      return changed().contains(path) ? tree.before(path) : atHead(path);
    } catch (ComparisonException e) {
      return null;
    }
  }

  /// The file by which the source of a Flux object newly leaves out a file; null if there is none.
  ///
  /// @param from its path in the base, as at the head
  /// @param to its path at the head
  @Nullable String withholding(Build build, String from, String to) {
    if (build.origin().source().isEmpty()) {
      return null;
    }
    return ignoring(from, to);
  }

  private @Nullable String ignoring(String from, String to) {
    try {
      for (String path : changed()) {
        if (path.equals(SOURCE_IGNORE) || path.endsWith("/" + SOURCE_IGNORE)) {
          byte[] now = atHead(path);
          if (ignores(path, now, to) && !ignores(path, tree.before(path), from)) {
            return path;
          }
        }
      }
      return null;
    } catch (ComparisonException e) {
      return null;
    }
  }

  private static boolean ignores(String path, byte @Nullable [] text, String file) {
    String folder = path.substring(0, path.length() - SOURCE_IGNORE.length());
    return text != null
        && file.startsWith(folder)
        && new IgnoreText(text).names(file.substring(folder.length()));
  }

  private Set<String> changed() throws ComparisonException {
    Set<String> known = changed;
    if (known == null) {
      known = new HashSet<>();
      for (WholeTree.NewFile file : tree.changed()) {
        known.add(file.path());
      }
      changed = known;
    }
    return known;
  }

  private static byte @Nullable [] read(SideFiles files, String path) {
    try {
      return files.read(path);
    } catch (IOException e) {
      return null;
    }
  }
}
