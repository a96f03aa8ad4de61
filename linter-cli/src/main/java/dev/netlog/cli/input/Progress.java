package dev.netlog.cli.input;

/// Told how far a long run has come. Called from several threads.
public interface Progress {
  /// Says nothing.
  Progress NONE = new Progress() {};

  /// All files are found: how many there are to read.
  default void total(int files) {}

  /// One more file is read.
  default void step() {}

  /// All files are read.
  default void done() {}
}
