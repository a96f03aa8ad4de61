package dev.netlog.cluster;

import dev.netlog.cluster.Tool.Output;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// kubectl, as one user.
record Kubectl(Path kubeconfig) {
  /// For commands that ask no cluster.
  static final Kubectl ANYBODY = new Kubectl(Path.of("/dev/null"));

  private static final String PROGRAM = Binaries.kubectl().toString();

  /// Runs a command.
  Output run(String... arguments) {
    return with("", arguments);
  }

  /// Runs a command that reads a manifest.
  Output with(String input, String... arguments) {
    return in(Settings.ROOT, input, arguments);
  }

  /// Runs a command in a folder, for paths that are short and the same each time.
  Output in(Path folder, String input, String... arguments) {
    List<String> command =
        new ArrayList<>(List.of(PROGRAM, "--kubeconfig=" + kubeconfig, "--request-timeout=60s"));
    command.addAll(List.of(arguments));
    return Tool.run(folder, input, command);
  }
}
