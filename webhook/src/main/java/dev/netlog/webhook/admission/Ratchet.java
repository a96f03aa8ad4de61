package dev.netlog.webhook.admission;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.rule.Place;
import dev.netlog.rule.Violation;
import dev.netlog.run.Finding;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The violations that an object had before an update. They do not deny the update: otherwise a
/// user could not fix one of two mistakes.
final class Ratchet {
  private final Set<Mark> before = new HashSet<>();

  /// Identifies the same violation in the old and the new object.
  ///
  /// @param value the value at the place; inside a JSON text only the relevant part, so that other
  ///   parts may change. Compares parsed JSON, so spacing and escapes do not matter, numbers as
  ///   written; or the text, if it is not JSON
  private record Mark(
      String rule, JsonPointer pointer, @Nullable JsonPointer member, @Nullable Object value) {
    static Mark of(Finding finding) {
      Violation violation = finding.violation();
      Value value = finding.subject().content().at(violation.place().pointer());
      Place.Range range = violation.place().range();
      Object part =
          violation.member() != null && range != null && value instanceof Value.Text(String text)
              ? meant(text.substring(range.start(), range.end()))
              : value;
      return new Mark(finding.rule().id(), violation.place().pointer(), violation.member(), part);
    }

    private static Object meant(String json) {
      Value value = ReviewReader.value(json);
      return value == null ? json : value;
    }
  }

  /// @param findings the findings on the old object
  Ratchet(Collection<Finding> findings) {
    findings.forEach(finding -> before.add(Mark.of(finding)));
  }

  /// The errors of an object.
  ///
  /// @param added new errors, which can deny the update
  /// @param kept errors that the old object had
  record Errors(List<Finding> added, List<Finding> kept) {
    /// All errors count as new.
    static Errors all(List<Finding> errors) {
      return new Errors(errors, List.of());
    }
  }

  /// Splits errors into new and existing ones.
  Errors sort(Collection<Finding> errors) {
    Map<Boolean, List<Finding>> known =
        errors.stream().collect(Collectors.partitioningBy(each -> before.contains(Mark.of(each))));
    return new Errors(known.getOrDefault(false, List.of()), known.getOrDefault(true, List.of()));
  }

  @Override
  public String toString() {
    return Objects.toString(before);
  }
}
