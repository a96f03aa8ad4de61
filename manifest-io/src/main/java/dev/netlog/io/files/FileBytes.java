package dev.netlog.io.files;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serial;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads the bytes of a file, up to a limit.
///
/// @param limit in bytes; larger files are not read
/// @param standardInput the stream for standard input
public record FileBytes(long limit, InputStream standardInput) {

  /// The file is larger than the limit.
  public static final class TooLargeException extends IOException {
    @Serial private static final long serialVersionUID = 1L;

    private TooLargeException(long limit) {
      super("larger than " + limit / (1024 * 1024) + " MiB");
    }
  }

  /// Reads a whole file.
  ///
  /// @throws TooLargeException if it is larger than the limit
  /// @throws IOException if it cannot be read
  public byte[] read(InputFile file) throws IOException {
    if (file.isStandardInput()) {
      return read(standardInput);
    }
    return read(file.file());
  }

  /// Reads a whole file.
  ///
  /// @throws TooLargeException if it is larger than the limit
  /// @throws IOException if it cannot be read
  public byte[] read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in);
    }
  }

  /// Reads a stream to its end.
  ///
  /// @throws TooLargeException if it is larger than the limit
  /// @throws IOException if it cannot be read
  public byte[] read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 16));
    if (bytes.length > limit) {
      throw new TooLargeException(limit);
    }
    return bytes;
  }
}
