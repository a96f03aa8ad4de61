package dev.netlog.cli.coverage;

import java.io.Serial;
import java.util.List;

/// The coverage cannot be worked out: the input contradicts itself, or no cluster would take it.
public final class CoverageProblem extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  /// @param lines what to tell the user, one line each: where, what, what to do
  CoverageProblem(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  /// What to tell the user.
  public List<String> lines() {
    return lines;
  }
}
