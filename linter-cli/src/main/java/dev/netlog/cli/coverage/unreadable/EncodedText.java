package dev.netlog.cli.coverage.unreadable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Decodes base64 texts, as in the data of a Secret, which may be compressed with gzip too.
final class EncodedText {
  /// The minimum length; no encoded object is shorter.
  private static final int SHORTEST = 40;

  /// The largest text that is decoded, in bytes.
  private static final int LARGEST = 10 << 20;

  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/\\s]++={0,2}+\\s*+");

  private EncodedText() {}

  /// The decoded text; null if the text is not encoded.
  static @Nullable String decode(String text) {
    if (text.length() < SHORTEST || !BASE64.matcher(text).matches()) {
      return null;
    }
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      boolean isCompressed = bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b;
      return new String(isCompressed ? expanded(bytes) : bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException | IOException e) {
      return null;
    }
  }

  private static byte[] expanded(byte[] bytes) throws IOException {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readNBytes(LARGEST);
    }
  }
}
