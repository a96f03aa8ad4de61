package dev.netlog.webhook.admission;

import dev.netlog.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The response to the API server.
///
/// @param uid of the review
/// @param allowed whether the request is admitted
/// @param status the reason for a denial, null if there is none
/// @param warnings for the user, one line each
/// @param auditAnnotations for the audit log; keys without a slash
/// @param patch operations of RFC 6902, never empty; null if nothing changes
public record Answer(
    String uid,
    boolean allowed,
    @Nullable Status status,
    List<String> warnings,
    Map<String, String> auditAnnotations,
    Value.@Nullable Sequence patch) {
  public Answer {
    warnings = List.copyOf(warnings);
    auditAnnotations = Collections.unmodifiableMap(new LinkedHashMap<>(auditAnnotations));
  }

  /// The reason for a denial.
  ///
  /// @param code an HTTP status
  /// @param reason the API's word for it
  /// @param message everything, in lines; shown if several objects are denied at once
  /// @param kind of the object
  /// @param group of the object
  /// @param name of the object, or the prefix of a generated name
  /// @param causes everything, one by one; shown if one object is denied
  public record Status(
      int code,
      String reason,
      String message,
      String kind,
      String group,
      String name,
      List<Cause> causes) {
    public Status {
      causes = List.copyOf(causes);
    }
  }

  /// One of the causes.
  ///
  /// @param field the field path in the object, as Kubernetes writes it; never empty
  /// @param message one line
  public record Cause(String field, String message) {}

  /// Admits without a message.
  static Answer allow(String uid) {
    return allow(uid, List.of(), Map.of());
  }

  /// Admits with warnings.
  static Answer allow(String uid, List<String> warnings, Map<String, String> auditAnnotations) {
    return new Answer(uid, true, null, warnings, auditAnnotations, null);
  }

  /// Denies.
  static Answer deny(
      String uid, Status status, List<String> warnings, Map<String, String> auditAnnotations) {
    return new Answer(uid, false, status, warnings, auditAnnotations, null);
  }
}
