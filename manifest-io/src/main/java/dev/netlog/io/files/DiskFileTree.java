package dev.netlog.io.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A folder on disk, seen as part of the repository around it, if there is one.
///
/// @param top the root of the repository, or else the folder; absolute and without links
record DiskFileTree(Path top) implements FileTree<Path, RuntimeException> {
  private static final List<String> IGNORE_FILES = List.of(".netlogignore", ".gitignore");

  /// The tree around a folder.
  ///
  /// @param folder absolute and without links
  static DiskFileTree around(Path folder) {
    for (Path here = folder; here != null; here = here.getParent()) {
      if (Files.exists(here.resolve(".git"))) {
        return new DiskFileTree(here);
      }
    }
    return new DiskFileTree(folder);
  }

  @Override
  public Listing<Path> list(Path folder) throws IOException {
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
      stream.forEach(entries::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    entries.sort(null);
    return new Listing<>(entries, List.of());
  }

  @Override
  public Kind kind(Path place) throws IOException {
    BasicFileAttributes attributes =
        Files.readAttributes(place, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (attributes.isSymbolicLink()) {
      return Kind.LINK;
    }
    if (attributes.isDirectory()) {
      return Files.isRegularFile(place.resolve(".git")) ? Kind.SUBMODULE : Kind.FOLDER;
    }
    return attributes.isRegularFile() ? Kind.FILE : Kind.OTHER;
  }

  @Override
  public String name(Path place) {
    return String.valueOf(place.getFileName());
  }

  @Override
  public String path(Path place) {
    String text = top.relativize(place).toString();
    return place.getFileSystem().getSeparator().equals("/") ? text : text.replace('\\', '/');
  }

  @Override
  public boolean isIn(Path place, Path folder) {
    return place.startsWith(folder);
  }

  @Override
  public @Nullable Path folder(String path) {
    try {
      Path folder = top.resolve(path);
      return Files.isDirectory(folder) ? folder : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  @Override
  public @Nullable Path named(Path folder, String name) {
    try {
      Path place = folder.resolve(name).normalize();
      return Files.exists(place, LinkOption.NOFOLLOW_LINKS) ? place : null;
    } catch (InvalidPathException e) {
      // A URL, or a name that no file can have here.
      return null;
    }
  }

  @Override
  public Path follow(Path place) throws IOException {
    return place.toRealPath();
  }

  @Override
  public byte[] read(Path file, FileBytes limit) throws IOException {
    return limit.read(file);
  }

  @Override
  public List<byte[]> ignoreFiles(Path folder) throws IOException {
    List<byte[]> found = new ArrayList<>(0);
    for (String name : IGNORE_FILES) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        found.add(Files.readAllBytes(file));
      }
    }
    return found;
  }

  @Override
  public String submodule() {
    return Reasons.SUBMODULE_NOT_READ;
  }

  /// The operating system limits the length of a path.
  @Override
  public int maxDepth() {
    return Integer.MAX_VALUE;
  }
}
