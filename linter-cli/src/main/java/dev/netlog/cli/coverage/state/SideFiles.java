package dev.netlog.cli.coverage.state;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The files of one side of a comparison, to be read once more.
public interface SideFiles {
  /// The bytes of a file.
  ///
  /// @param path as reports name it
  /// @throws IOException where it cannot be read, or is too large
  byte[] read(String path) throws IOException;

  /// What files with the same bytes have in common; null where that cannot be told.
  ///
  /// @param path as reports name it
  @Nullable String content(String path);

  /// The path that the file has at the head, or would have.
  ///
  /// @param path as reports name it on this side
  String atHead(String path);
}
