package dev.netlog.cli.input;

import dev.netlog.io.files.FileBytes;
import java.nio.file.Path;
import java.util.List;

/// The files that a run reads, and how it reads them.
public interface InputRequest {
  /// The folder that paths in reports are relative to, absolute.
  Path workingDirectory();

  /// The paths as on the command line.
  List<String> paths();

  /// How many files are read at once, at least 1.
  int jobs();

  /// Reads files.
  FileBytes bytes();

  /// Receives the progress.
  Progress progress();
}
