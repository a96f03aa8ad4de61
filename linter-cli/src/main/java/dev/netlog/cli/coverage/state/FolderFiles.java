package dev.netlog.cli.coverage.state;

import dev.netlog.io.files.FileBytes;
import dev.netlog.io.files.InputFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// The files of a folder. Not safe for use by several threads.
final class FolderFiles implements SideFiles {
  private final FileBytes bytes;
  private final UnaryOperator<String> atHead;
  private final Map<String, InputFile> files = new HashMap<>();
  private final Map<String, Optional<String>> contents = new HashMap<>();

  FolderFiles(List<InputFile> found, FileBytes bytes, UnaryOperator<String> atHead) {
    this.bytes = bytes;
    this.atHead = atHead;
    found.forEach(file -> files.put(file.path(), file));
  }

  @Override
  public byte[] read(String path) throws IOException {
    InputFile file = files.get(path);
    if (file == null || file.isStandardInput()) {
      throw new NoSuchFileException(path);
    }
    return bytes.read(file);
  }

  @Override
  public @Nullable String content(String path) {
    return contents.computeIfAbsent(path, this::hash).orElse(null);
  }

  private Optional<String> hash(String path) {
    InputFile file = files.get(path);
    return file == null || file.isStandardInput() ? Optional.empty() : hash(file.file());
  }

  /// A hash of the bytes of a file; empty if it cannot be read.
  static Optional<String> hash(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[64 * 1024];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return Optional.of(HexFormat.of().formatHex(digest.digest()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  @Override
  public String atHead(String path) {
    return atHead.apply(path);
  }
}
