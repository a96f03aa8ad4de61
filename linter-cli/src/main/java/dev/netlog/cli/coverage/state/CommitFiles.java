package dev.netlog.cli.coverage.state;

import dev.netlog.io.files.FileBytes;
import dev.netlog.io.git.GitComparison;
import dev.netlog.io.git.GitFile;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The files of a commit. Their paths are the same on both sides.
final class CommitFiles implements SideFiles {
  private final GitComparison git;
  private final FileBytes bytes;
  private final Map<String, GitFile> files = new HashMap<>();

  /// @param git must stay open
  CommitFiles(GitComparison git, List<GitFile> found, FileBytes bytes) {
    this.git = git;
    this.bytes = bytes;
    found.forEach(file -> files.put(file.path(), file));
  }

  @Override
  public byte[] read(String path) throws IOException {
    GitFile file = files.get(path);
    if (file == null) {
      throw new NoSuchFileException(path);
    }
    return git.read(file, bytes);
  }

  @Override
  public @Nullable String content(String path) {
    GitFile file = files.get(path);
    return file == null ? null : file.blob();
  }

  @Override
  public String atHead(String path) {
    return path;
  }
}
