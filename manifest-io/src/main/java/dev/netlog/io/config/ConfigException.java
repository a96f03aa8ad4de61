package dev.netlog.io.config;

import java.io.Serial;
import java.util.List;

/// The settings cannot be used; each line names the place, the problem and the fix.
public final class ConfigException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  /// @param lines as `path:line:col: message`, or `path: message` if the place is unknown
  public ConfigException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  /// The messages for the user, in the order of the file.
  public List<String> lines() {
    return lines;
  }
}
