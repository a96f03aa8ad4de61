package dev.netlog.io.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.ignore.IgnoreNode;
import org.jspecify.annotations.Nullable;

/// What `.gitignore` and `.netlogignore` leave out, from the root of the repository down to one
/// folder.
///
/// Patterns mean what [gitignore](https://git-scm.com/docs/gitignore) says; a `.netlogignore` comes
/// after the `.gitignore` beside it and can take its files back in.
final class IgnoreRules {
  private static final List<String> FILES = List.of(".netlogignore", ".gitignore");

  private final @Nullable IgnoreRules parent;
  private final Path folder;
  private final List<IgnoreNode> nodes;

  private IgnoreRules(@Nullable IgnoreRules parent, Path folder, List<IgnoreNode> nodes) {
    this.parent = parent;
    this.folder = folder;
    this.nodes = nodes;
  }

  /// The rules for a folder that a walk starts in: those of the repository around it too, unless
  /// they leave out the folder itself, which the user has asked for.
  static IgnoreRules above(Path start) throws IOException {
    IgnoreRules rules = new IgnoreRules(null, start, List.of());
    Path repository = repository(start);
    if (repository == null || repository.equals(start)) {
      return rules;
    }
    IgnoreRules outer = new IgnoreRules(null, repository, read(repository));
    Path here = repository;
    for (Path name : repository.relativize(start)) {
      here = here.resolve(name);
      if (outer.ignores(here, true)) {
        return rules;
      }
      outer = here.equals(start) ? outer : outer.in(here);
    }
    return outer;
  }

  /// The rules inside a folder.
  IgnoreRules in(Path inner) throws IOException {
    List<IgnoreNode> own = read(inner);
    return own.isEmpty() ? this : new IgnoreRules(this, inner, own);
  }

  /// Whether a file or folder is left out.
  boolean ignores(Path path, boolean isFolder) {
    String below = folder.relativize(path).toString().replace('\\', '/');
    for (IgnoreNode node : nodes) {
      switch (node.isIgnored(below, isFolder)) {
        case IGNORED -> {
          return true;
        }
        case NOT_IGNORED -> {
          return false;
        }
        case CHECK_PARENT, CHECK_PARENT_NEGATE_FIRST_MATCH -> {}
      }
    }
    return parent != null && parent.ignores(path, isFolder);
  }

  private static List<IgnoreNode> read(Path folder) throws IOException {
    List<IgnoreNode> nodes = new ArrayList<>(0);
    for (String name : FILES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        IgnoreNode node = new IgnoreNode();
        try (InputStream in = Files.newInputStream(file)) {
          node.parse(in);
        }
        nodes.add(node);
      }
    }
    return nodes;
  }

  private static @Nullable Path repository(Path start) {
    for (Path here = start; here != null; here = here.getParent()) {
      if (Files.exists(here.resolve(".git"))) {
        return here;
      }
    }
    return null;
  }
}
