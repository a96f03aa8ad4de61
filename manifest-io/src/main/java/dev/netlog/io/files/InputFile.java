package dev.netlog.io.files;

import java.nio.file.Path;

/// A file to read.
///
/// @param file where it is; not used for standard input
/// @param path as reports name it
/// @param named whether the user named it, other than finding it in a folder
public record InputFile(Path file, String path, boolean named) {
  /// What reports call standard input.
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
