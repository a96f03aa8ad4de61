package dev.netlog.cli.coverage.state;

import dev.netlog.io.files.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All files below the folder of the head, compared with those below the folder of the base.
/// Symbolic links are not followed.
public final class FolderTree implements WholeTree {
  private final Path workingDirectory;
  private final @Nullable Path head;
  private final Path base;
  private final FileBytes bytes;
  private final List<NewFile> changed = new ArrayList<>();
  private final List<String> submodules = new ArrayList<>();
  private boolean compared;

  public FolderTree(HeadPaths both, FileBytes bytes) {
    this.workingDirectory = both.workingDirectory();
    this.head = both.folder();
    this.base = both.base();
    this.bytes = bytes;
  }

  /// Visits a folder and everything below it.
  private static final class Walk extends SimpleFileVisitor<Path> {
    private final List<Path> files = new ArrayList<>();
    private final List<Path> submodules = new ArrayList<>();
    private final Path root;
    private final @Nullable Path without;

    Walk(Path root, @Nullable Path without) {
      this.root = root;
      this.without = without;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (folder.endsWith(".git") || folder.equals(without)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (!folder.equals(root) && Files.isRegularFile(folder.resolve(".git"))) {
        submodules.add(folder);
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /// Skips what cannot be read: a cluster gets nothing from it either.
    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    /// @param without a folder to leave out
    static Walk of(Path root, @Nullable Path without) {
      Walk walk = new Walk(root, without);
      try {
        Files.walkFileTree(root, walk);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return walk;
    }
  }

  private void compare() {
    Path here = head;
    if (compared || here == null) {
      return;
    }
    compared = true;
    Walk walk = Walk.of(here, base);
    List<Path> candidates = new ArrayList<>();
    for (Path file : walk.files) {
      if (!isSame(file, base.resolve(here.relativize(file)))) {
        candidates.add(file);
      }
    }
    Map<Long, List<Path>> bySize = candidates.isEmpty() ? Map.of() : bySize();
    for (Path file : candidates) {
      boolean isInBase =
          bySize.getOrDefault(size(file), List.of()).stream()
              .anyMatch(other -> isSame(file, other));
      changed.add(new NewFile(shown(file), FolderFiles.hash(file).orElse(""), isInBase));
    }
    for (Path folder : walk.submodules) {
      if (!Files.isRegularFile(base.resolve(here.relativize(folder)).resolve(".git"))) {
        submodules.add(shown(folder));
      }
    }
  }

  private Map<Long, List<Path>> bySize() {
    Map<Long, List<Path>> sizes = new HashMap<>();
    for (Path file : Walk.of(base, null).files) {
      sizes.computeIfAbsent(size(file), _ -> new ArrayList<>()).add(file);
    }
    return sizes;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      return -1;
    }
  }

  private static boolean isSame(Path file, Path other) {
    try {
      return Files.isRegularFile(other) && Files.mismatch(file, other) < 0;
    } catch (IOException e) {
      return false;
    }
  }

  private String shown(Path file) {
    String text = workingDirectory.relativize(file).toString();
    return file.getFileSystem().getSeparator().equals("/") ? text : text.replace('\\', '/');
  }

  @Override
  public List<NewFile> changed() {
    compare();
    return List.copyOf(changed);
  }

  @Override
  public List<NewFile> changedOutside() {
    return List.of();
  }

  @Override
  public List<String> newSubmodules() {
    compare();
    return List.copyOf(submodules);
  }

  @Override
  public List<String> below(String path) {
    Path start = path(path);
    return start == null || !Files.exists(start)
        ? List.of()
        : Walk.of(start, null).files.stream().map(this::shown).toList();
  }

  private @Nullable Path path(String shown) {
    try {
      return workingDirectory.resolve(shown).normalize();
    } catch (InvalidPathException e) {
      return null;
    }
  }

  @Override
  public byte[] read(String path) throws IOException {
    return read(workingDirectory.resolve(path));
  }

  private byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return bytes.read(in);
    }
  }

  @Override
  public byte @Nullable [] before(String path) {
    Path here = head;
    Path file = path(path);
    if (here == null || file == null || !file.startsWith(here)) {
      return null;
    }
    try {
      Path old = base.resolve(here.relativize(file));
      return Files.isRegularFile(old) ? read(old) : null;
    } catch (IOException e) {
      return null;
    }
  }
}
