package dev.netlog.platform.ovn.audit;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The members of `policyAuditConfig`, checked as its CRD does.
final class AuditMembers {
  private static final List<String> KNOWN =
      Stream.concat(AuditConfig.NUMBERS.stream(), AuditConfig.TEXTS.stream()).toList();

  private AuditMembers() {}

  static void addAll(Value.Mapping config, List<Violation> violations) {
    config
        .members()
        .forEach(
            (name, value) -> {
              Violation violation = violation(name, value, config);
              if (violation != null) {
                violations.add(violation);
              }
            });
  }

  private static @Nullable Violation violation(String name, Value value, Value.Mapping config) {
    if (!KNOWN.contains(name)) {
      return unknown(name, value, config);
    }
    if (value instanceof Value.Null) {
      return null;
    }
    String problem =
        AuditConfig.TEXTS.contains(name) ? textProblem(value) : numberProblem(name, value);
    return problem == null
        ? null
        : Violation.at(
                Place.value(AuditConfig.POINTER.child(name)),
                name + " " + problem + ", so the API server refuses the object")
            .withFix(fix(name, value));
  }

  private static Violation unknown(String name, Value value, Value.Mapping config) {
    String near = DidYouMean.of(name, KNOWN);
    String advice =
        near == null
            ? "it knows " + String.join(", ", KNOWN)
            : "did you mean " + Quoted.of(near) + "?";
    JsonPointer pointer = AuditConfig.POINTER.child(name);
    return Violation.at(
            Place.key(pointer),
            "the API server drops the unknown member "
                + Quoted.of(name)
                + " of "
                + AuditConfig.NAME
                + "; "
                + advice)
        .withFix(
            near == null || config.get(near) != null
                ? Fix.manual("rename or delete the member")
                : Fix.unsafe(
                    "rename it to " + Quoted.of(near),
                    new Edit.Remove(pointer),
                    new Edit.Set(AuditConfig.POINTER.child(near), value)));
  }

  private static @Nullable String textProblem(Value value) {
    return value instanceof Value.Text ? null : "is of type " + value.typeName() + ", not a string";
  }

  private static @Nullable String numberProblem(String name, Value value) {
    BigDecimal number = AuditConfig.whole(value);
    if (number == null) {
      return "is "
          + (value instanceof Value.Text text
              ? Quoted.of(text.value())
              : "of type " + value.typeName())
          + ", not a whole number";
    }
    if (number.signum() <= 0) {
      return "is below 1";
    }
    // A size that is too high has a rule of its own.
    boolean high = number.compareTo(AuditConfig.HIGHEST) > 0 && !name.equals(AuditConfig.FILE_SIZE);
    return high ? "is above 2147483647" : null;
  }

  /// A quoted number is the one mistake that leaves no doubt.
  private static @Nullable Fix fix(String name, Value value) {
    if (value instanceof Value.Text(String text)
        && AuditConfig.NUMBERS.contains(name)
        && text.matches("[1-9][0-9]{0,8}")) {
      return Fix.safe(
          "write the number without quotes",
          new Edit.Set(AuditConfig.POINTER.child(name), new Value.Numeral(text)));
    }
    return null;
  }
}
