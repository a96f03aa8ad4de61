package dev.netlog.cli.coverage.state;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The files of one side of a comparison, to be read again.
public interface SideFiles {
  /// The bytes of a file.
  ///
  /// @param path its path in reports
  /// @throws IOException if it cannot be read, or is too large
  byte[] read(String path) throws IOException;

  /// An id of the bytes of a file, equal for equal bytes; null if it cannot be computed.
  ///
  /// @param path its path in reports
  @Nullable String content(String path);

  /// The path of the file at the head, even if it does not exist there.
  ///
  /// @param path its path in reports on this side
  String atHead(String path);
}
