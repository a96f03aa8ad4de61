package dev.netlog.cli.lint;

import dev.netlog.cli.input.FileBytes;
import dev.netlog.cli.input.InputFile;
import dev.netlog.cli.input.Reasons;
import dev.netlog.cli.report.Summary.NotUnderstood;
import dev.netlog.cli.yaml.Manifest;
import dev.netlog.cli.yaml.ManifestReader;
import java.io.IOException;

/// Reads one file into a manifest; what goes wrong becomes part of the manifest.
final class ManifestLoader {
  private final ManifestReader reader;
  private final FileBytes bytes;

  ManifestLoader(ManifestReader reader, FileBytes bytes) {
    this.reader = reader;
    this.bytes = bytes;
  }

  Manifest load(InputFile file) {
    try {
      return reader.read(file.path(), bytes.read(file));
    } catch (FileBytes.TooLargeException e) {
      return skipped(
          file,
          "too-large",
          "the file is " + e.getMessage() + "; split it, or pass a larger --max-file-size");
    } catch (OutOfMemoryError e) {
      // One file must not take the others with it; its tree is garbage by now.
      return skipped(file, "limit", "the file needs more memory than there is; split it");
    } catch (IOException e) {
      return skipped(file, "unreadable", Reasons.of(e));
    }
  }

  private static Manifest skipped(InputFile file, String reason, String message) {
    return Manifest.notUnderstood(new NotUnderstood(file.path(), 1, reason, message));
  }
}
