package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.TlsFailure;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// The result of reading the Secret of the authorities.
public sealed interface SecretReading {

  /// The Secret does not exist.
  record Absent() implements SecretReading {}

  /// The Secret does not have our label, so it is never written.
  record Foreign() implements SecretReading {}

  /// The Secret is ours.
  ///
  /// @param version changes with each write
  /// @param data the values as text, without values that are not text
  record Held(String version, Map<String, String> data) implements SecretReading {
    public Held {
      data = Collections.unmodifiableMap(new TreeMap<>(data));
    }

    @Override
    public String toString() {
      // Without the keys.
      return "Secret at version " + version;
    }
  }

  /// It could not be read.
  ///
  /// @param message one line
  record Failed(TlsFailure failure, String message) implements SecretReading {}
}
