package dev.netlog.coverage.oracle;

import dev.netlog.model.Value;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A verdict point of section 4 with its state of section 5.
///
/// @param subject the subject's id
/// @param direction `ingress`, `egress` or `-`
/// @param owners the policies whose own point this is, as reports name them
/// @param fingerprint what it means
/// @param judgement its state
public record OraclePoint(
    String subject,
    String direction,
    String verdict,
    String reason,
    Set<String> owners,
    Fingerprint fingerprint,
    Judgement judgement) {

  /// What section 7 compares.
  ///
  /// @param labels those of the subject's template, null where it has none
  /// @param specs of the policy, or of all that apply
  public record Fingerprint(@Nullable Object labels, Set<Value> specs) {
    static Fingerprint of(@Nullable Object labels, Iterable<Tree> objects) {
      Set<Value> specs = new HashSet<>();
      for (Tree object : objects) {
        Value spec = object.get("spec").value();
        specs.add(spec == null ? Value.Null.NULL : spec);
      }
      return new Fingerprint(labels, specs);
    }

    /// The same of several scenarios.
    Fingerprint and(Fingerprint other) {
      Set<Value> all = new HashSet<>(specs);
      all.addAll(other.specs);
      return new Fingerprint(labels, all);
    }
  }

  /// A state with its reasons.
  ///
  /// @param state `covered`, `missed` or `unknown`
  /// @param partial whether a missed point is covered in part
  /// @param unattributed whether others' records cover the point
  /// @param record what the log says, null unless covered
  public record Judgement(
      String state, String cause, boolean partial, boolean unattributed, @Nullable Value record) {
    static Judgement covered(String cause, Value record) {
      return new Judgement("covered", cause, false, false, record);
    }

    static Judgement missed(String cause) {
      return new Judgement("missed", cause, false, false, null);
    }

    static Judgement unknown(String cause) {
      return new Judgement("unknown", cause, false, false, null);
    }
  }

  /// The key of section 4.
  public String key() {
    return subject + "|" + direction + "|" + verdict + "|" + reason;
  }

  /// Whether it enters the counters.
  public boolean isCounted() {
    return !verdict.equals("pass");
  }

  /// All of it on one line.
  public String line() {
    return "point "
        + key()
        + " "
        + judgement.state()
        + " "
        + judgement.cause()
        + (judgement.partial() ? " partial" : "")
        + (judgement.unattributed() ? " unattributed" : "")
        + (judgement.record() == null ? "" : " " + Flow.text(judgement.record()));
  }
}
