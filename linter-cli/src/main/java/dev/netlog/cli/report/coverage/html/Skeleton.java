package dev.netlog.cli.report.coverage.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/// The page without its contents: markup, style and script.
///
/// The page's security policy allows only this script and this style, identified by their hashes,
/// and no loading of resources. So even text that was not escaped could do nothing.
///
/// @param markup with the names of parts in double braces
record Skeleton(String markup, String style, String script) {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";

  /// The files of the script, joined in this order.
  private static final List<String> SCRIPTS =
      List.of("data.js", "elements.js", "entry.js", "filters.js", "namespaces.js", "page.js");

  /// The parts that the page is filled with.
  enum Part {
    TITLE,
    SUMMARY,
    REMARKS,
    DATA
  }

  /// Writes one part.
  @FunctionalInterface
  interface Filler {
    /// Writes a part at its place.
    void fill(Part part) throws IOException;
  }

  static Skeleton read() throws IOException {
    StringBuilder script = new StringBuilder();
    for (String name : SCRIPTS) {
      script.append(resource(name));
    }
    return new Skeleton(resource("page.html"), resource("page.css"), script.toString());
  }

  /// Writes the page.
  void write(Appendable out, Filler filler) throws IOException {
    int done = 0;
    for (int open = markup.indexOf(OPEN); open >= 0; open = markup.indexOf(OPEN, done)) {
      out.append(markup, done, open);
      int close = markup.indexOf(CLOSE, open);
      String name = markup.substring(open + OPEN.length(), close);
      switch (name) {
        case "POLICY" -> out.append(policy());
        case "STYLE" -> out.append(style);
        case "SCRIPT" -> out.append(script);
        default -> filler.fill(Part.valueOf(name));
      }
      done = close + CLOSE.length();
    }
    out.append(markup, done, markup.length());
  }

  /// The page's [Content Security Policy](https://www.w3.org/TR/CSP3/).
  private String policy() {
    return List.of(
            "default-src 'none'",
            "script-src " + hash(script),
            "style-src " + hash(style),
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'")
        .stream()
        .collect(Collectors.joining("; "));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream stream = Skeleton.class.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalStateException("the resource " + name + " is missing");
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
