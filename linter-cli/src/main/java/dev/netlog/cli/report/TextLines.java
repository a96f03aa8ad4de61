package dev.netlog.cli.report;

import dev.netlog.io.text.Neutral;
import dev.netlog.rule.Visible;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// Writes lines of text that are safe to show, even if they contain untrusted text.
///
/// Each piece is made neutral as it is added. So is the whole line when it ends, since two harmless
/// pieces can form a workflow command together. Colours are added last, so text cannot imitate
/// them.
public final class TextLines {
  private record Piece(Ink ink, int end) {}

  private final Appendable out;
  private final Palette palette;
  private final StringBuilder line = new StringBuilder();
  private final List<Piece> pieces = new ArrayList<>();

  /// Creates a writer to `out`, which stays open.
  public TextLines(Appendable out, Palette palette) {
    this.out = out;
    this.palette = palette;
  }

  /// Adds text to the line.
  public TextLines add(String text) {
    return add(Ink.PLAIN, text);
  }

  /// Adds coloured text to the line.
  public TextLines add(Ink ink, String text) {
    line.append(Neutral.text(text));
    pieces.add(new Piece(ink, line.length()));
    return this;
  }

  /// Ends the line; blanks at its end are dropped.
  public void end() throws IOException {
    int length = line.length();
    while (length > 0 && line.charAt(length - 1) == ' ') {
      length--;
    }
    line.setLength(length);
    int command = Neutral.commandStart(line);
    int start = 0;
    for (Piece piece : pieces) {
      int end = Math.min(piece.end(), length);
      if (start < end) {
        write(piece.ink(), start, end, command);
      }
      start = end;
    }
    out.append('\n');
    line.setLength(0);
    pieces.clear();
  }

  /// An empty line.
  public void blank() throws IOException {
    out.append('\n');
  }

  private void write(Ink ink, int start, int end, int command) throws IOException {
    boolean coloured = palette == Palette.ANSI && ink != Ink.PLAIN;
    if (coloured) {
      out.append("\u001b[").append(ink.parameters).append('m');
    }
    for (int i = start; i < end; i++) {
      char c = line.charAt(i);
      if (i == command || Visible.isCommand(line, i)) {
        out.append(Visible.escaped(c));
      } else {
        out.append(c);
      }
    }
    if (coloured) {
      out.append("\u001b[0m");
    }
  }
}
