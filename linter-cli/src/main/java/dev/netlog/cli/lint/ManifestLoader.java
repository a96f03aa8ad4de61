package dev.netlog.cli.lint;

import dev.netlog.cli.input.FileBytes;
import dev.netlog.cli.input.InputFile;
import dev.netlog.cli.input.Reasons;
import dev.netlog.cli.report.Summary.NotUnderstood;
import dev.netlog.cli.yaml.Manifest;
import dev.netlog.cli.yaml.ManifestReader;
import java.io.IOException;

/// Reads one file into a manifest; what goes wrong becomes part of the manifest.
public final class ManifestLoader {
  private final ManifestReader reader;
  private final FileBytes bytes;

  /// A loader of files up to a size.
  public ManifestLoader(ManifestReader reader, FileBytes bytes) {
    this.reader = reader;
    this.bytes = bytes;
  }

  /// Reads a file.
  public Manifest load(InputFile file) {
    return load(file.path(), () -> bytes.read(file));
  }

  /// Where the bytes of a file come from.
  @FunctionalInterface
  public interface Source {
    /// All of them.
    ///
    /// @throws IOException where they cannot be read, or are too many
    byte[] bytes() throws IOException;
  }

  /// Reads a file from anywhere.
  ///
  /// @param path as reports name it
  public Manifest load(String path, Source source) {
    try {
      return reader.read(path, source.bytes());
    } catch (FileBytes.TooLargeException e) {
      return skipped(
          path,
          "too-large",
          "the file is " + e.getMessage() + "; split it, or pass a larger --max-file-size");
    } catch (OutOfMemoryError e) {
      // One file must not take the others with it; its tree is garbage by now.
      return skipped(path, "limit", "the file needs more memory than there is; split it");
    } catch (IOException e) {
      return skipped(path, "unreadable", Reasons.of(e));
    }
  }

  private static Manifest skipped(String path, String reason, String message) {
    return Manifest.notUnderstood(new NotUnderstood(path, 1, reason, message));
  }
}
