package dev.netlog.cli.input;

import dev.netlog.io.files.FileBytes;
import java.nio.file.Path;
import java.util.List;

/// Which files a run reads, and how.
public interface InputRequest {
  /// What paths in reports are relative to, absolute.
  Path workingDirectory();

  /// The paths as on the command line.
  List<String> paths();

  /// How many files are read at once, at least 1.
  int jobs();

  /// How files are read.
  FileBytes bytes();

  /// Told how far reading has come.
  Progress progress();
}
