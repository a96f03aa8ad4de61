package dev.netlog.webhook.tls.rotation;

import dev.netlog.webhook.tls.TlsFailure;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What reading the Secret of the authorities gave.
public sealed interface SecretReading {

  /// There is no such Secret.
  record Absent() implements SecretReading {}

  /// There is one, but it is not marked as ours: it is never written.
  record Foreign() implements SecretReading {}

  /// Ours.
  ///
  /// @param version changes with each write by anyone
  /// @param data the values as text; what is no text is no value of ours
  record Held(String version, Map<String, String> data) implements SecretReading {
    public Held {
      data = Collections.unmodifiableMap(new TreeMap<>(data));
    }

    @Override
    public String toString() {
      // Never the keys.
      return "Secret at version " + version;
    }
  }

  /// It could not be read.
  ///
  /// @param message one line for a person
  record Failed(TlsFailure failure, String message) implements SecretReading {}
}
