package dev.netlog.io.git;

import java.io.IOException;

/// Turns whatever JGit throws at damaged objects into [IOException].
///
/// JGit checks little of what it reads. A commit without a tree, a delta that points outside, a
/// setting that is no number: each ends in an unchecked exception of its own kind. They say
/// something about the repository, and nothing about this program.
final class Damage {
  /// Reads something from a repository.
  interface Reading<T, E extends Exception> {
    T read() throws IOException, E;
  }

  private Damage() {}

  /// What the reading yields.
  static <T, E extends Exception> T contained(Reading<T, E> reading) throws IOException, E {
    try {
      return reading.read();
    } catch (IllegalStateException e) {
      // What JGit says of callers, not of repositories.
      throw e;
    } catch (RuntimeException e) {
      throw new IOException(e.toString(), e);
    }
  }
}
