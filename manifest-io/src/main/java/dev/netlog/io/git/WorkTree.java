package dev.netlog.io.git;

import dev.netlog.io.files.ShownPath;
import dev.netlog.rule.Quoted;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.RepositoryCache.FileKey;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/// The repository that contains the paths of a command line, found upwards from them.
///
/// Environment variables such as `GIT_DIR` are ignored: a hook sets them, and the paths decide. A
/// git directory counts only under the name `.git`: any other folder that looks like one may be
/// part of an untrusted change.
///
/// @param root the folder that contains `.git`, without symbolic links
/// @param gitDirectory `.git`, or the folder that a file of that name points to
/// @param paths the paths that the user named
record WorkTree(Path root, Path gitDirectory, List<NamedPath> paths) {
  private static final String POINTER = "gitdir: ";

  WorkTree {
    paths = List.copyOf(paths);
  }

  /// A path that the user named.
  ///
  /// @param given as on the command line
  /// @param inRepository relative to the root of the repository, in the form of [Tree]
  /// @param place maps it and the paths below it to names in reports
  record NamedPath(String given, String inRepository, ShownPath place) {
    String display(String below) {
      return place.below(below);
    }
  }

  static WorkTree of(Path workingDirectory, List<String> paths) throws ComparisonException {
    Path root = null;
    String first = "";
    List<NamedPath> named = new ArrayList<>();
    for (String given : paths) {
      Path path = absolute(workingDirectory, given);
      Place place = place(path, given);
      if (root == null) {
        root = place.root();
        first = given;
      } else if (!root.equals(place.root())) {
        throw new ComparisonException(
            Quoted.of(first)
                + " and "
                + Quoted.of(given)
                + " are in different git repositories; compare each in its own run");
      }
      ShownPath shown = ShownPath.of(workingDirectory.normalize(), path);
      named.add(new NamedPath(given, place.inRepository(), shown));
    }
    if (root == null) {
      throw new ComparisonException("no path is named; name a folder of a git repository");
    }
    return new WorkTree(root, gitDirectory(root), named);
  }

  private static Path absolute(Path workingDirectory, String given) throws ComparisonException {
    if (given.equals("-")) {
      throw new ComparisonException(
          "\"-\" is standard input, which has no base; name files or folders of a git repository");
    }
    try {
      return workingDirectory.resolve(given).normalize();
    } catch (InvalidPathException e) {
      throw new ComparisonException(given + ": this is not a valid path; check the spelling", e);
    }
  }

  /// A repository and a path in it.
  private record Place(Path root, String inRepository) {
    static Place of(Path root, Path path, Path realRoot) {
      List<String> names = new ArrayList<>();
      root.relativize(path).forEach(name -> names.add(name.toString()));
      return new Place(realRoot, Tree.name(String.join("/", names)));
    }
  }

  /// A link inside the repository is resolved later in each tree: the same name may be a link in
  /// one tree and a folder in the other.
  private static @Nullable Place find(Path path, String given) throws ComparisonException {
    try {
      Path real = real(path);
      Path realRoot = root(real);
      Path root = root(path);
      if (root != null && (realRoot == null || root.toRealPath().equals(realRoot))) {
        return Place.of(root, path, root.toRealPath());
      }
      if (realRoot != null) {
        return Place.of(realRoot, real, realRoot);
      }
      return null;
    } catch (IOException e) {
      throw new ComparisonException(
          Quoted.of(given) + " cannot be looked up (" + e.getMessage() + "); check the path", e);
    }
  }

  private static Place place(Path path, String given) throws ComparisonException {
    Place place = find(path, given);
    if (place == null) {
      throw new ComparisonException(
          Quoted.of(given)
              + " is not in a git repository; name a path in one, or compare folders with"
              + " --base-path");
    }
    return place;
  }

  /// A path relative to the root of this repository, null if it lies outside.
  ///
  /// @param path absolute
  @Nullable String inRepository(Path path) throws ComparisonException {
    Place place = find(path, path.toString());
    return place == null || !place.root().equals(root) ? null : Tree.text(place.inRepository());
  }

  /// The path without symbolic links, up to the part that exists.
  private static Path real(Path path) throws IOException {
    for (Path above = path; above != null; above = above.getParent()) {
      if (Files.exists(above)) {
        return above.toRealPath().resolve(above.relativize(path));
      }
    }
    return path;
  }

  private static @Nullable Path root(Path start) {
    for (Path here = start; here != null; here = here.getParent()) {
      Path git = here.resolve(".git");
      if (Files.isRegularFile(git) || FileKey.isGitRepository(git.toFile(), FS.DETECTED)) {
        return here;
      }
    }
    return null;
  }

  /// Follows the file `.git` of a submodule or a linked work tree.
  private static Path gitDirectory(Path root) throws ComparisonException {
    Path git = root.resolve(".git");
    if (!Files.isRegularFile(git)) {
      return git;
    }
    try {
      String text = Files.readString(git, StandardCharsets.UTF_8).strip();
      Path target = root.resolve(text.startsWith(POINTER) ? text.substring(POINTER.length()) : "?");
      if (FileKey.isGitRepository(target.toFile(), FS.DETECTED)) {
        return target;
      }
    } catch (IOException | InvalidPathException e) {
      throw new ComparisonException(lost(git), e);
    }
    throw new ComparisonException(lost(git));
  }

  private static String lost(Path git) {
    return Quoted.of(git.toString())
        + " names no git repository; run git worktree repair, or clone again";
  }
}
