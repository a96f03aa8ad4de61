package dev.netlog.io.git;

import dev.netlog.io.files.FileBytes;
import dev.netlog.io.files.FileSearch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A repository made by `git`, for one test. Commits are a minute apart and the same in each run.
final class Scratch {
  /// Reads each line of a kustomization as the name of a file.
  static final FileSearch SEARCH =
      FileSearch.of(
          bytes -> new String(bytes, StandardCharsets.UTF_8).lines().toList(),
          new FileBytes(1024 * 1024, InputStream.nullInputStream()));

  private final Path folder;
  private int minutes;

  private Scratch(Path folder) {
    this.folder = folder;
  }

  /// A new repository without commits, on the branch `main`.
  static Scratch in(Path folder, String... options) throws IOException {
    Files.createDirectories(folder);
    Scratch scratch = at(folder);
    List<String> command = new ArrayList<>(List.of("init", "--quiet", "--initial-branch=main"));
    command.addAll(List.of(options));
    scratch.git(command.toArray(String[]::new));
    return scratch;
  }

  /// A repository or work tree that is there.
  static Scratch at(Path folder) throws IOException {
    return new Scratch(folder.toRealPath());
  }

  Path folder() {
    return folder;
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /// Runs git in the folder and returns what it prints, without the last line break.
  String git(String... arguments) throws IOException {
    return git(new byte[0], arguments);
  }

  String git(byte[] input, String... arguments) throws IOException {
    // Nothing may go on in the background when git has returned.
    List<String> command = new ArrayList<>(List.of("git", "-c", "maintenance.auto=false"));
    command.addAll(List.of("-c", "gc.auto=0", "-c", "protocol.file.allow=always"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    String date = "@" + (1_700_000_000 + 60 * minutes) + " +0000";
    builder
        .environment()
        .putAll(
            Map.of(
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_AUTHOR_NAME", "a",
                "GIT_AUTHOR_EMAIL", "a@example.org",
                "GIT_AUTHOR_DATE", date,
                "GIT_COMMITTER_NAME", "c",
                "GIT_COMMITTER_EMAIL", "c@example.org",
                "GIT_COMMITTER_DATE", date,
                "LC_ALL", "C.UTF-8"));
    Process process = builder.redirectErrorStream(true).start();
    process.getOutputStream().write(input);
    process.getOutputStream().close();
    try (InputStream output = process.getInputStream()) {
      String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IllegalStateException(command + " in " + folder + ": " + text);
      }
      return text.stripTrailing();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  Scratch write(String name, String text) throws IOException {
    Files.createDirectories(path(name).getParent());
    Files.writeString(path(name), text);
    return this;
  }

  Scratch link(String name, String target) throws IOException {
    Files.createDirectories(path(name).getParent());
    Files.createSymbolicLink(path(name), Path.of(target));
    return this;
  }

  /// Commits all there is and returns the id.
  String commit(String message) throws IOException {
    git("add", "--all", "--force");
    git("commit", "--quiet", "--allow-empty", "--message", message);
    minutes++;
    return git("rev-parse", "HEAD");
  }

  /// Lets the next commits be that much later.
  void waitMinutes(int more) {
    minutes += more;
  }

  /// Compares as a user in this folder would.
  GitComparison compare(String base, String... paths) throws ComparisonException {
    return GitComparison.open(folder, List.of(paths), BaseRevision.branchedOff(base));
  }

  GitComparison compareExactly(String base, String... paths) throws ComparisonException {
    return GitComparison.open(folder, List.of(paths), BaseRevision.exactly(base));
  }

  /// The message of a comparison that cannot be.
  String problem(String base, String... paths) {
    try (GitComparison comparison = compare(base, paths)) {
      return "no problem: " + comparison.commit(Side.BASE);
    } catch (ComparisonException e) {
      return String.valueOf(e.getMessage());
    }
  }
}
