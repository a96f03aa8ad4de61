package dev.netlog.cli.input;

import dev.netlog.io.files.FileBytes;
import dev.netlog.io.files.FileSearch;
import dev.netlog.io.files.InputFile;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.files.Reasons;
import dev.netlog.io.yaml.KustomizationFiles;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads one file into a manifest; errors become part of the manifest.
public final class ManifestLoader {
  /// The first lines of Git LFS pointers, which are smaller than 1024 bytes. Source: the
  /// [specification of Git LFS](https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md) and its
  /// [older names](https://github.com/git-lfs/git-lfs/blob/main/lfs/pointer.go).
  private static final List<String> LFS_VERSIONS =
      List.of(
          "version https://git-lfs.github.com/spec/",
          "version https://hawser.github.com/spec/",
          "version http://git-media.io/v/");

  private static final int LFS_SIZE = 1024;

  private final ManifestReader reader;
  private final FileBytes bytes;

  /// A loader of files up to a size.
  public ManifestLoader(ManifestReader reader, FileBytes bytes) {
    this.reader = reader;
    this.bytes = bytes;
  }

  /// The options of a file search with this size limit.
  public FileSearch search() {
    return FileSearch.of(
        kustomization -> KustomizationFiles.of(reader.read("", kustomization)).resources(), bytes);
  }

  /// Reads a file.
  public Manifest load(InputFile file) {
    return load(file.path(), () -> bytes.read(file));
  }

  /// The source of a file's bytes.
  @FunctionalInterface
  public interface Source {
    /// All bytes of the file.
    ///
    /// @throws IOException if they cannot be read, or are too many
    byte[] bytes() throws IOException;
  }

  /// Reads a file from any source.
  ///
  /// @param path its path in reports
  public Manifest load(String path, Source source) {
    try {
      byte[] bytes = source.bytes();
      return isLfsPointer(bytes)
          ? skipped(path, "unreadable", Reasons.LFS)
          : reader.read(path, bytes);
    } catch (FileBytes.TooLargeException e) {
      return skipped(
          path,
          "too-large",
          "the file is " + e.getMessage() + "; split it, or pass a larger --max-file-size");
    } catch (OutOfMemoryError e) {
      // One file must not stop the run; its tree can be freed by now.
      return skipped(path, "limit", "the file needs more memory than there is; split it");
    } catch (IOException e) {
      return skipped(path, "unreadable", Reasons.of(e));
    }
  }

  /// Whether a file is a pointer of Git LFS instead of the real file.
  public static boolean isLfsPointer(byte[] bytes) {
    if (bytes.length > LFS_SIZE) {
      return false;
    }
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    return LFS_VERSIONS.stream().anyMatch(text::startsWith);
  }

  private static Manifest skipped(String path, String reason, String message) {
    return Manifest.notUnderstood(new NotUnderstood(path, 1, reason, message));
  }
}
