package dev.netlog.cli.coverage.unreadable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Reads the files of a packaged Helm chart, `policies-1.0.0.tgz`.
///
/// Source: [the format of tar](https://www.gnu.org/software/tar/manual/html_node/Standard.html).
final class ChartArchive {
  /// The maximum size of the unpacked archive, in bytes, so that a small file cannot fill the heap.
  private static final int LIMIT = 32 << 20;

  private static final int BLOCK = 512;
  private static final int SIZE = 124;
  private static final int SIZE_LENGTH = 12;
  private static final int TYPE = 156;

  private ChartArchive() {}

  /// Whether a file is such an archive, by its name.
  static boolean isOne(String path) {
    String name = path.toLowerCase(Locale.ROOT);
    return name.endsWith(".tgz") || name.endsWith(".tar.gz");
  }

  /// The contents of its files; null if it cannot be read, or is too large.
  static @Nullable List<byte[]> files(byte[] bytes) {
    byte[] tar;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      tar = in.readNBytes(LIMIT + 1);
    } catch (IOException e) {
      return null;
    }
    return tar.length > LIMIT ? null : entries(tar);
  }

  private static @Nullable List<byte[]> entries(byte[] tar) {
    List<byte[]> files = new ArrayList<>();
    int at = 0;
    while (at + BLOCK <= tar.length && tar[at] != 0) {
      long size = octal(tar, at + SIZE);
      int start = at + BLOCK;
      if (size < 0 || size > tar.length - start) {
        return null;
      }
      int end = start + (int) size;
      if (tar[at + TYPE] == '0' || tar[at + TYPE] == 0) {
        files.add(Arrays.copyOfRange(tar, start, end));
      }
      at = start + Math.ceilDiv((int) size, BLOCK) * BLOCK;
    }
    return files;
  }

  private static long octal(byte[] tar, int at) {
    String text = new String(tar, at, SIZE_LENGTH, StandardCharsets.US_ASCII).replace('\0', ' ');
    try {
      return Long.parseLong(text.strip(), 8);
    } catch (NumberFormatException e) {
      return -1;
    }
  }
}
