package dev.netlog.platform;

import dev.netlog.model.Resource;
import dev.netlog.policy.Names;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import org.jspecify.annotations.Nullable;

/// What a coverage rule has found.
///
/// @param subject the object that has to change; the first of several; null where it is in no
///   manifest: then only reports of coverage show it
/// @param object what it is about, as coverage reports name it: `EgressFirewall/shop#1`
/// @param severity what it weighs where less is certain than the rule takes for granted; null for
///   the rule's own severity
/// @param code what reports of coverage call it, null for the code of the rule
/// @param violation what was found there; its fix may change other objects too
public record CoverageViolation(
    @Nullable Resource subject,
    String object,
    @Nullable Severity severity,
    @Nullable String code,
    Violation violation) {

  /// A violation of one object as a whole.
  public static CoverageViolation of(Resource subject, Violation violation) {
    return new CoverageViolation(subject, Names.reference(subject), null, null, violation);
  }

  /// A violation at no object that was read.
  public static CoverageViolation of(String object, Violation violation) {
    return new CoverageViolation(null, object, null, null, violation);
  }

  /// A violation at what a notice is about; null where that is in no manifest.
  public static @Nullable CoverageViolation of(Notice notice, Violation violation) {
    Resource subject = notice.resource();
    return subject == null
        ? null
        : new CoverageViolation(subject, notice.object(), null, null, violation);
  }

  /// The same, of another weight.
  public CoverageViolation weighing(Severity other) {
    return new CoverageViolation(subject, object, other, code, violation);
  }

  /// The same, under another name of what it is about.
  public CoverageViolation about(String other) {
    return new CoverageViolation(subject, other, severity, code, violation);
  }

  /// The same, under another code in reports of coverage.
  public CoverageViolation coded(String other) {
    return new CoverageViolation(subject, object, severity, other, violation);
  }
}
