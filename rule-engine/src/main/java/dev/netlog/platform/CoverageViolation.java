package dev.netlog.platform;

import dev.netlog.model.Resource;
import dev.netlog.policy.Names;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import org.jspecify.annotations.Nullable;

/// A defect that a coverage rule found.
///
/// @param subject the object that has to change, the first if there are several; null if it is in
///   no manifest, and then only coverage reports show the violation
/// @param object what it is about, as coverage reports name it: `EgressFirewall/shop#1`
/// @param severity the severity if the defect is less certain than the rule assumes; null for the
///   severity of the rule
/// @param code the code in coverage reports, null for the code of the rule
/// @param violation the violation; its fix may also change other objects
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

  /// The same with another severity.
  public CoverageViolation weighing(Severity other) {
    return new CoverageViolation(subject, object, other, code, violation);
  }

  /// The same about an object with another name in reports.
  public CoverageViolation about(String other) {
    return new CoverageViolation(subject, other, severity, code, violation);
  }

  /// The same with another code in coverage reports.
  public CoverageViolation coded(String other) {
    return new CoverageViolation(subject, object, severity, other, violation);
  }
}
