package dev.netlog.cli.input;

/// Receives the progress of a long run. Called from several threads.
public interface Progress {
  /// Ignores the progress.
  Progress NONE = new Progress() {};

  /// All files are found; gives their number.
  default void total(int files) {}

  /// One more file has been read.
  default void step() {}

  /// All files have been read.
  default void done() {}
}
