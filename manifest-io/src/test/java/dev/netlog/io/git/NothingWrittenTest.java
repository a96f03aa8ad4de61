package dev.netlog.io.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.files.FileBytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class NothingWrittenTest {
  private static final FileBytes LIMIT = new FileBytes(1 << 20, InputStream.nullInputStream());

  @TempDir Path temporary;

  /// Each file and folder with its times and contents. A file that comes and goes changes the time
  /// of its folder.
  private static Map<String, String> state(Path folder)
      throws IOException, NoSuchAlgorithmException {
    Map<String, String> state = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.toList()) {
        byte[] bytes = Files.isRegularFile(path) ? Files.readAllBytes(path) : new byte[0];
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        state.put(path.toString(), Files.getLastModifiedTime(path) + " " + hash);
      }
    }
    return state;
  }

  private static void readAll(Scratch work, String base) throws Exception {
    try (GitComparison comparison = work.compare(base, ".")) {
      for (Side side : Side.values()) {
        for (GitFile file : comparison.files(side, Scratch.SEARCH).files()) {
          comparison.read(file, LIMIT);
        }
      }
      assertThat(comparison.fileAt(Side.BASE, "none", LIMIT)).isNull();
      comparison.uncommitted(comparison.files(Side.HEAD, Scratch.SEARCH), List.of());
    }
  }

  @Test
  void neitherTheRepositoryNorTheWorkTreeNorTheHomeChanges() throws Exception {
    Scratch work = Scratch.in(temporary.resolve("work"));
    for (int i = 0; i < 8; i++) {
      work.write("d/a" + i + ".yaml", "a: " + i + "\n".repeat(500)).commit("c" + i);
    }
    work.git("repack", "-a", "-d", "--quiet");
    work.write("d/a1.yaml", "loose").commit("loose");
    work.write("d/a1.yaml", "not committed");
    work.git("worktree", "add", "--quiet", "../second", "-b", "second", "HEAD~3");
    Scratch second = Scratch.at(temporary.resolve("second"));
    Path home = Path.of(System.getProperty("user.home"));
    Path settings = home.resolve(".config/jgit");
    boolean hadSettings = Files.exists(settings);

    Map<String, String> before = state(temporary);
    readAll(work, "HEAD~5");
    readAll(second, "main");
    assertThat(work.problem("unknown", ".")).contains("unknown");

    assertThat(state(temporary)).isEqualTo(before);
    assertThat(before).hasSizeGreaterThan(50);
    assertThat(Files.exists(settings)).isEqualTo(hadSettings);
  }
}
