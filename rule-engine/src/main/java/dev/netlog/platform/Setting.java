package dev.netlog.platform;

import dev.netlog.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The logging that one object sets, as a platform reads it.
///
/// @param platform the platform's id
/// @param members what is set, under the names of `netlog show --format json`
public record Setting(String platform, Map<String, Value> members) {
  public Setting {
    members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
  }
}
