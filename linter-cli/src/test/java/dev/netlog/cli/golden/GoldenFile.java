package dev.netlog.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file that holds what the program is expected to say; written by `-Dgolden.update=true`.
final class GoldenFile {
  private GoldenFile() {}

  static boolean isUpdating() {
    boolean updating = Boolean.getBoolean("golden.update");
    if (updating && System.getenv("CI") != null) {
      throw new IllegalStateException("golden files are not written in CI");
    }
    return updating;
  }

  /// Compares a file with what it should hold, or writes it; an empty text means no file.
  static void check(Path file, String actual) throws IOException {
    if (isUpdating()) {
      if (actual.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.createDirectories(file.getParent());
        Files.write(file, actual.getBytes(StandardCharsets.UTF_8));
      }
    }
    String expected = Files.exists(file) ? Files.readString(file) : "";
    assertThat(actual)
        .as("%s; mvn verify -Dgolden.update=true writes it, then read the diff", file)
        .isEqualTo(expected);
  }
}
