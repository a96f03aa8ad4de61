package dev.netlog.cli.command;

/// The exit codes of the program, independent of the format.
public final class ExitCode {
  /// Nothing at or above the threshold.
  public static final int CLEAN = 0;

  /// Findings at or above the threshold.
  public static final int FINDINGS = 1;

  /// The command line, the settings or the input are wrong.
  public static final int USAGE = 2;

  /// A bug of netlog, a failed output, or `--strict` and something was not understood.
  public static final int INCOMPLETE = 3;

  private ExitCode() {}
}
