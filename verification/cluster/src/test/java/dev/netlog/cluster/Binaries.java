package dev.netlog.cluster;

import dev.netlog.cluster.Tool.Output;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where the programs of Kubernetes are.
final class Binaries {
  private static final Path BUILD = Settings.ROOT.resolve("verification/cluster/servers/build");

  private Binaries() {}

  /// The folder of etcd and kube-apiserver, which are built if need be. Where they cannot be had
  /// the run fails.
  static Path servers() {
    List<String> command = new ArrayList<>(List.of(BUILD.toString()));
    if (Settings.anyVersion()) {
      command.add("--new");
    }
    command.add(Settings.VERSION);
    Output output = Tool.run(Settings.ROOT, "", command);
    if (output.code() != 0) {
      throw new AssertionError(output.err().strip());
    }
    return Path.of(output.out().strip());
  }

  /// The kubectl of the machine, or else the one beside the servers.
  static Path kubectl() {
    Path name = Path.of("kubectl");
    return Stream.of(System.getenv("PATH").split(":", -1))
        .map(folder -> Path.of(folder).resolve(name))
        .filter(Files::isExecutable)
        .findFirst()
        .or(() -> Optional.of(servers().resolve(name)).filter(Files::isExecutable))
        .orElseThrow(
            () ->
                new AssertionError(
                    "there is no kubectl on the PATH nor in KUBEBUILDER_ASSETS; install it"));
  }
}
