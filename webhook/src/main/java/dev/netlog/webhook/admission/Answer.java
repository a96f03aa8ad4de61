package dev.netlog.webhook.admission;

import dev.netlog.model.Value;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the API server is told.
///
/// @param uid of the review
/// @param allowed whether the request may go on
/// @param status why not, null where nothing is to be said
/// @param warnings for the user, each one line
/// @param auditAnnotations for the audit log; keys without a slash
/// @param patch operations of RFC 6902, never empty; null where nothing changes
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

  /// Why a request is refused.
  ///
  /// @param code an HTTP status
  /// @param reason a word of the API for it
  /// @param message all of it, in lines; what is shown where several objects are refused at once
  /// @param kind of the object
  /// @param group of the object
  /// @param name of the object, or what its name will begin with
  /// @param causes all of it, one by one; what is shown where one object is refused
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

  /// One of the reasons.
  ///
  /// @param field the place in the object, as Kubernetes writes it; never empty
  /// @param message one line
  public record Cause(String field, String message) {}

  /// Yes, and nothing else.
  static Answer allow(String uid) {
    return allow(uid, List.of(), Map.of());
  }

  /// Yes, with something to say.
  static Answer allow(String uid, List<String> warnings, Map<String, String> auditAnnotations) {
    return new Answer(uid, true, null, warnings, auditAnnotations, null);
  }

  /// No.
  static Answer deny(
      String uid, Status status, List<String> warnings, Map<String, String> auditAnnotations) {
    return new Answer(uid, false, status, warnings, auditAnnotations, null);
  }
}
