package dev.netlog.cli.coverage.state;

import dev.netlog.io.files.FileBytes;
import dev.netlog.io.git.ChangedFile;
import dev.netlog.io.git.ComparisonException;
import dev.netlog.io.git.GitComparison;
import dev.netlog.io.git.GitFile;
import dev.netlog.io.git.TreeDifference;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// All files of HEAD.
public final class CommitTree implements WholeTree {
  private final GitComparison git;
  private final FileBytes bytes;
  private final Map<String, String> blobs = new HashMap<>();
  private final Map<String, String> oldBlobs = new HashMap<>();
  private @Nullable TreeDifference difference;

  /// The tree of the head.
  ///
  /// @param git must stay open
  public CommitTree(GitComparison git, FileBytes bytes) {
    this.git = git;
    this.bytes = bytes;
  }

  private TreeDifference difference() throws ComparisonException {
    TreeDifference known = difference;
    if (known == null) {
      known = git.difference();
      for (ChangedFile file : known.files()) {
        blobs.put(file.path(), file.blob());
        if (file.oldBlob() != null) {
          oldBlobs.put(file.path(), file.oldBlob());
        }
      }
      difference = known;
    }
    return known;
  }

  @Override
  public List<NewFile> changed() throws ComparisonException {
    return difference().files().stream()
        .map(file -> new NewFile(file.path(), file.blob(), file.isInBase()))
        .toList();
  }

  @Override
  public List<NewFile> changedOutside() throws ComparisonException {
    return changed();
  }

  @Override
  public List<String> newSubmodules() throws ComparisonException {
    return difference().submodules();
  }

  @Override
  public List<String> below(String path) throws ComparisonException {
    List<String> paths = new ArrayList<>();
    for (GitFile file : git.headFiles(path)) {
      blobs.put(file.path(), file.blob());
      paths.add(file.path());
    }
    return paths;
  }

  @Override
  public byte[] read(String path) throws IOException {
    String blob = blobs.get(path);
    if (blob == null) {
      throw new NoSuchFileException(path);
    }
    return git.read(blob, bytes);
  }

  @Override
  public byte @Nullable [] before(String path) {
    String blob = oldBlobs.get(path);
    try {
      return blob == null ? null : git.read(blob, bytes);
    } catch (IOException e) {
      return null;
    }
  }
}
