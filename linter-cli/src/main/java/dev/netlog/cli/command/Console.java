package dev.netlog.cli.command;

import dev.netlog.io.text.Neutral;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/// Everything a command has of the outside world.
///
/// @param workingDirectory absolute
/// @param environment the variables of the process
/// @param in standard input
/// @param out standard output: reports and nothing else
/// @param err standard error: all else
/// @param outIsTerminal whether a person reads standard output
/// @param errIsTerminal whether a person reads standard error
public record Console(
    Path workingDirectory,
    Map<String, String> environment,
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean outIsTerminal,
    boolean errIsTerminal) {

  /// Repeats a line that says itself where it is from, on standard error; made inert.
  public void repeat(String line) {
    err.println(Neutral.line(line));
  }

  /// Tells the user something, on one line of standard error; foreign text in it is made inert.
  public void say(String message) {
    err.println(Neutral.line("netlog: " + message));
  }
}
