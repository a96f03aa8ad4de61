package dev.netlog.io.files;

import java.nio.file.Path;

/// A file to read.
///
/// @param file its location; not used for standard input
/// @param path its path in reports
/// @param named whether the user named it, instead of a folder that contains it
public record InputFile(Path file, String path, boolean named) {
  /// The name of standard input in reports.
  public static final String STANDARD_INPUT = "<stdin>";

  /// Standard input as a file.
  public static InputFile standardInput() {
    return new InputFile(Path.of("-"), STANDARD_INPUT, true);
  }

  /// Whether this is standard input.
  public boolean isStandardInput() {
    return path.equals(STANDARD_INPUT);
  }
}
