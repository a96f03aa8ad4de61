package dev.netlog.io.git;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.util.FS;
import org.jspecify.annotations.Nullable;

/// Finds files of the work tree that differ from HEAD; a comparison of commits ignores them.
///
/// Files whose size and time match git's index are not read.
final class UncommittedChanges {
  private final Path root;
  private final Path workingDirectory;
  private final DirCache index;

  private UncommittedChanges(Path root, Path workingDirectory, DirCache index) {
    this.root = root;
    this.workingDirectory = workingDirectory;
    this.index = index;
  }

  /// The paths of changed, new and deleted files, in the order of reports.
  ///
  /// @param head the files of HEAD
  /// @param there the files of the work tree, by their paths in reports
  static List<String> of(
      WorkTree workTree, Path workingDirectory, List<GitFile> head, List<String> there)
      throws IOException {
    File file = workTree.gitDirectory().resolve("index").toFile();
    if (!file.isFile()) {
      // Nothing is checked out.
      return List.of();
    }
    DirCache index = Damage.contained(() -> DirCache.read(file, FS.DETECTED));
    UncommittedChanges changes = new UncommittedChanges(workTree.root(), workingDirectory, index);
    List<String> changed = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (GitFile each : head) {
      known.add(each.path());
      if (changes.isChanged(each)) {
        changed.add(each.path());
      }
    }
    there.stream().filter(path -> !known.contains(path)).forEach(changed::add);
    return changed;
  }

  private boolean isChanged(GitFile file) throws IOException {
    Path path;
    try {
      path = workingDirectory.resolve(file.path()).normalize();
    } catch (InvalidPathException e) {
      return false;
    }
    DirCacheEntry entry = path.startsWith(root) ? entry(path) : null;
    if (entry != null && entry.isSkipWorkTree()) {
      return false;
    }
    if (!Files.isRegularFile(path)) {
      return true;
    }
    BasicFileAttributes now =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    boolean asInIndex =
        entry != null
            && now.isRegularFile()
            && entry.getObjectId().name().equals(file.blob())
            && entry.getLength() == (int) now.size()
            && entry.getLastModifiedInstant().equals(now.lastModifiedTime().toInstant());
    return !asInIndex && !holds(path, file);
  }

  private @Nullable DirCacheEntry entry(Path path) {
    return index.getEntry(root.relativize(path).toString().replace('\\', '/'));
  }

  /// Whether a file has the bytes of a blob, apart from line ends that git converts.
  private static boolean holds(Path path, GitFile file) throws IOException {
    if (Files.size(path) > Math.max(file.size() * 2, 1 << 20)) {
      return false;
    }
    byte[] bytes = Files.readAllBytes(path);
    return id(bytes).equals(file.blob()) || id(withoutReturns(bytes)).equals(file.blob());
  }

  private static String id(byte[] bytes) {
    try (ObjectInserter.Formatter formatter = new ObjectInserter.Formatter()) {
      ObjectId id = formatter.idFor(Constants.OBJ_BLOB, bytes);
      return id.name();
    }
  }

  private static byte[] withoutReturns(byte[] bytes) {
    byte[] kept = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      if (bytes[i] != '\r' || i + 1 == bytes.length || bytes[i + 1] != '\n') {
        kept[length++] = bytes[i];
      }
    }
    return Arrays.copyOf(kept, length);
  }
}
