package dev.netlog.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/// A server that was started for the tests. Its output goes to a file. It ends with this Java
/// virtual machine at the latest.
final class Child implements AutoCloseable {
  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(
            Thread.ofPlatform().unstarted(() -> RUNNING.forEach(Process::destroyForcibly)));
  }

  private final String name;
  private final Process process;
  private final Path log;

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /// Starts a program in the root of the repository.
  static Child start(String name, Path log, List<String> command) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Settings.ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
    try {
      Process process = builder.start();
      RUNNING.add(process);
      return new Child(name, process, log);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot start " + command.getFirst(), e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /// What it has said so far.
  String said() {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The last of what it has said, for messages.
  String lastWords() {
    String said = said();
    return name
        + " said (all of it is in "
        + log
        + "):\n"
        + said.substring(Math.max(0, said.length() - 4000));
  }

  /// Asks it to end.
  void terminate() {
    process.destroy();
  }

  /// Ends it as the kernel does when memory runs out.
  void kill() {
    process.destroyForcibly();
    int _ = exitCode();
  }

  /// Waits for its end.
  int exitCode() {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError(name + " does not end; " + lastWords());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
    RUNNING.remove(process);
    return process.exitValue();
  }

  /// Resident memory in KiB, as Linux counts it.
  long residentKibibytes() {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow(() -> new AssertionError(name + " has ended; " + lastWords()));
    } catch (IOException e) {
      throw new UncheckedIOException("no memory figures of " + name, e);
    }
  }

  /// Ends it at once, as all that it holds is of no more use.
  @Override
  public void close() {
    kill();
  }
}
