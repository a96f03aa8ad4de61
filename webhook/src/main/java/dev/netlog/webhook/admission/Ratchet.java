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

/// Violations that an object had before an update: they are no reason to refuse it, or nobody could
/// fix one mistake of two.
final class Ratchet {
  private final Set<Mark> before = new HashSet<>();

  /// What makes two violations of one object at two times the same.
  ///
  /// @param value what stands at the place; inside a JSON text the part that is meant, so that
  ///   other parts may change. It is what that JSON says, however it is spaced and escaped, numbers
  ///   as they are written; or its characters, where it is no JSON
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

  /// @param findings those on the object as it was
  Ratchet(Collection<Finding> findings) {
    findings.forEach(finding -> before.add(Mark.of(finding)));
  }

  /// The errors of an object.
  ///
  /// @param added those for which it can be refused
  /// @param kept those that it had before
  record Errors(List<Finding> added, List<Finding> kept) {
    /// Errors that nothing excuses.
    static Errors all(List<Finding> errors) {
      return new Errors(errors, List.of());
    }
  }

  /// Tells the errors that were not there before from those that were.
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
