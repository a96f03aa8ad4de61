package dev.netlog.platform;

import dev.netlog.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// What the log says of a connection, as far as the manifests determine it.
///
/// @param members under the names of `netlog coverage --format json`
public record LogRecord(Map<String, Value> members) {
  public LogRecord {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }
}
