package dev.netlog.io.files;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.eclipse.jgit.ignore.IgnoreNode;

/// Patterns of the form of [gitignore](https://git-scm.com/docs/gitignore).
public final class IgnoreText {
  private final IgnoreNode node = new IgnoreNode();

  public IgnoreText(byte[] text) {
    try {
      node.parse(new ByteArrayInputStream(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Whether they name a file or a folder around it.
  ///
  /// @param path relative to the folder of the patterns
  public boolean names(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      if (node.isIgnored(path.substring(0, slash), true) == IgnoreNode.MatchResult.IGNORED) {
        return true;
      }
    }
    return node.isIgnored(path, false) == IgnoreNode.MatchResult.IGNORED;
  }
}
