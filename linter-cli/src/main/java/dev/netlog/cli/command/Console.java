package dev.netlog.cli.command;

import dev.netlog.io.text.Neutral;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/// A command's access to the outside world.
///
/// @param workingDirectory absolute
/// @param environment the variables of the process
/// @param in standard input
/// @param out standard output: reports and nothing else
/// @param err standard error: everything else
/// @param outIsTerminal whether standard output is a terminal
/// @param errIsTerminal whether standard error is a terminal
public record Console(
    Path workingDirectory,
    Map<String, String> environment,
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /// Prints a line that names its own source on standard error; untrusted text is made harmless.
  public void repeat(String line) {
    err.println(Neutral.line(line));
  }

  /// Prints a message on one line of standard error; untrusted text is made harmless.
  public void say(String message) {
    err.println(Neutral.line("netlog: " + message));
  }
}
