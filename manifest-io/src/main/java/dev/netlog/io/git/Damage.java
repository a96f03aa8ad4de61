package dev.netlog.io.git;

import java.io.IOException;

/// Turns the exceptions of JGit for damaged objects into [IOException].
///
/// JGit validates little of what it reads. A commit without a tree, a delta that points outside, a
/// setting that is not a number: each ends in its own kind of unchecked exception. They are defects
/// of the repository, not bugs of this program.
final class Damage {
  /// Reads something from a repository.
  interface Reading<T, E extends Exception> {
    T read() throws IOException, E;
  }

  private Damage() {}

  /// Runs the reading and returns its result.
  static <T, E extends Exception> T contained(Reading<T, E> reading) throws IOException, E {
    try {
      return reading.read();
    } catch (IllegalStateException e) {
      // These are bugs of the caller, not defects of the repository.
      throw e;
    } catch (RuntimeException e) {
      throw new IOException(e.toString(), e);
    }
  }
}
