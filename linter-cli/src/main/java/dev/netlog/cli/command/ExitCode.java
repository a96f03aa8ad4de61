package dev.netlog.cli.command;

/// What the program ends with, whatever the format.
public final class ExitCode {
  /// Nothing at or above the threshold.
  public static final int CLEAN = 0;

  /// Findings at or above the threshold.
  public static final int FINDINGS = 1;

  /// The command line, the settings or the input make no sense.
  public static final int USAGE = 2;

  /// A bug of netlog, an output that failed, or `--strict` and something was not understood.
  public static final int INCOMPLETE = 3;

  private ExitCode() {}
}
