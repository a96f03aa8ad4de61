package dev.netlog.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A repository made by `git`, whose branch `main` is the base of a branch `change`.
public record Repository(Path folder) {
  public static Repository in(Path folder) {
    Repository repository = new Repository(folder);
    repository.git("init", "--quiet", "--initial-branch=main");
    return repository;
  }

  Repository write(String name, String text) {
    Run.file(folder, name, text);
    return this;
  }

  /// Commits all there is.
  public Repository commit() {
    git("add", "--all");
    git("commit", "--quiet", "--allow-empty", "--message", "a change");
    return this;
  }

  /// Commits what the base is, and goes on with a branch of its own.
  public Repository branch() {
    commit();
    git("checkout", "--quiet", "-b", "change");
    return this;
  }

  /// Commits the change and asks for the coverage against the base.
  Run gate(String... more) {
    commit();
    List<String> words = new ArrayList<>(List.of("coverage", ".", "--base", "main"));
    words.addAll(List.of(more));
    return Run.in(folder, words.toArray(String[]::new));
  }

  /// Makes both branches at once: `main` with some files, `change` with others, in which it stands.
  void branches(Map<String, String> base, Map<String, String> head) {
    head.forEach(this::write);
    StringBuilder stream = new StringBuilder();
    commit(stream, "main", "", base);
    commit(stream, "change", "from refs/heads/main\ndeleteall\n", head);
    feed(stream.toString(), "fast-import", "--quiet");
    git("symbolic-ref", "HEAD", "refs/heads/change");
  }

  private static void commit(
      StringBuilder stream, String branch, String parent, Map<String, String> files) {
    stream
        .append("commit refs/heads/")
        .append(branch)
        .append("\ncommitter c <c@example.org> 0 +0000\ndata 2\nx\n")
        .append(parent);
    files.forEach(
        (path, text) ->
            stream
                .append("M 100644 inline ")
                .append(path)
                .append("\ndata ")
                .append(text.getBytes(StandardCharsets.UTF_8).length)
                .append('\n')
                .append(text)
                .append('\n'));
  }

  public void git(String... arguments) {
    feed("", arguments);
  }

  private void feed(String input, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("GIT_"));
    builder
        .environment()
        .putAll(
            Map.of(
                "GIT_CONFIG_NOSYSTEM", "1",
                "GIT_CONFIG_GLOBAL", "/dev/null",
                "GIT_AUTHOR_NAME", "a",
                "GIT_AUTHOR_EMAIL", "a@example.org",
                "GIT_COMMITTER_NAME", "c",
                "GIT_COMMITTER_EMAIL", "c@example.org"));
    try {
      Process process = builder.redirectErrorStream(true).start();
      try (OutputStream sink = process.getOutputStream()) {
        sink.write(input.getBytes(StandardCharsets.UTF_8));
      }
      try (InputStream output = process.getInputStream()) {
        String text = new String(output.readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
          throw new IllegalStateException(command + ": " + text);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
