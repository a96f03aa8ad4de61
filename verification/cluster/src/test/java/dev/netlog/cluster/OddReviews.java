package dev.netlog.cluster;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/// What no API server sends.
final class OddReviews {
  private OddReviews() {}

  /// Each with its name.
  static Stream<Arguments> all() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String objects = "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000);
    String twice =
        """
        {"metadata": {"name": "a", "annotations": {"k8s.ovn.org/acl-logging": "{"}},
         "metadata": {"name": "a", "annotations": {}}}
        """;
    return Stream.of(
        Arguments.of("lists in lists", Reviews.of("deep", deep)),
        Arguments.of("objects in objects", Reviews.of("deep", objects)),
        Arguments.of("nothing but brackets", deep.getBytes(StandardCharsets.US_ASCII)),
        Arguments.of("a key that comes twice", Reviews.of("twice", twice)),
        Arguments.of("no number", Reviews.of("nan", "{\"metadata\": {\"a\": NaN}}")),
        Arguments.of("a number of a million digits", Reviews.of("n", "9".repeat(1_000_000))),
        Arguments.of("a huge exponent", Reviews.of("n", "{\"metadata\": {\"a\": 1e999999999}}")),
        Arguments.of("invalid UTF-8", invalidUtf8()),
        Arguments.of("half a surrogate", Reviews.of("s", "{\"metadata\": {\"a\": \"\\ud800\"}}")),
        Arguments.of("zeros", new byte[1024 * 1024]),
        Arguments.of(
            "something after it",
            (new String(Reviews.of("x", "{}"), StandardCharsets.UTF_8) + "{}")
                .getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] invalidUtf8() {
    byte[] review = Reviews.of("invalid", "{\"metadata\": {\"name\": \"#\"}}");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (byte each : review) {
      bytes.write(each == '#' ? 0xc0 : each);
    }
    return bytes.toByteArray();
  }
}
