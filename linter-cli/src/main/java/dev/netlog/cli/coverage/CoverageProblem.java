package dev.netlog.cli.coverage;

import java.io.Serial;
import java.util.List;

/// Coverage cannot be computed: the input contradicts itself, or a cluster would refuse it.
public final class CoverageProblem extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  /// @param lines messages for the user, one line each: the place, the problem and the fix
  CoverageProblem(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  /// The messages for the user.
  public List<String> lines() {
    return lines;
  }
}
