package dev.netlog.io.config;

import java.io.Serial;
import java.util.List;

/// The settings cannot be used; each line says where, what is wrong and what to write.
public final class ConfigException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  /// @param lines as `path:line:col: message`, or `path: message` where no place can be told
  public ConfigException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  /// What to tell the user, in the order of the file.
  public List<String> lines() {
    return lines;
  }
}
