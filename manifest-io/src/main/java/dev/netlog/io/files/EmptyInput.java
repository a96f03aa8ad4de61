package dev.netlog.io.files;

import java.util.List;

/// The message for input without any Kubernetes object. It is an error: a run that judged nothing
/// must not look like one that found nothing.
public final class EmptyInput {
  private EmptyInput() {}

  /// One line that names the input.
  ///
  /// @param paths as on the command line
  /// @param files how many files were found there
  public static String line(List<String> paths, int files) {
    List<String> names =
        paths.stream().map(path -> path.equals("-") ? "standard input" : path).toList();
    if (files == 0) {
      return "no manifest found in "
          + String.join(", ", names)
          + "; looked for *.yaml, *.yml and *.json; a file named on the command line is always"
          + " read";
    }
    String read =
        paths.equals(List.of("-"))
            ? ""
            : " (" + files + (files == 1 ? " file" : " files") + " read)";
    return "no manifest in "
        + String.join(", ", names)
        + read
        + ": no document there is a Kubernetes object, which has apiVersion and kind; check the"
        + " paths, or the command that should have written it";
  }
}
