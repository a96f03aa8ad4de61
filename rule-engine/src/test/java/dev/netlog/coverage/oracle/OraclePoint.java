package dev.netlog.coverage.oracle;

import dev.netlog.model.Value;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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
  /// @param labels those of the templates of the subject's pods
  /// @param specs of the policy, or of all that apply
  public record Fingerprint(Set<Map<String, String>> labels, Set<Value> specs) {
    static Fingerprint of(OracleSubject subject, Iterable<Tree> objects) {
      Set<Map<String, String>> labels = new HashSet<>();
      subject.pods().forEach(each -> labels.add(each.known()));
      return of(labels, objects);
    }

    static Fingerprint of(Set<Map<String, String>> labels, Iterable<Tree> objects) {
      Set<Value> specs = new HashSet<>();
      for (Tree object : objects) {
        Value spec = object.get("spec").value();
        specs.add(spec == null ? Value.Null.NULL : spec);
      }
      return new Fingerprint(labels, specs);
    }

    /// The same with no labels but those of some keys.
    Fingerprint only(Set<String> keys) {
      Set<Map<String, String>> some = new HashSet<>();
      for (Map<String, String> each : labels) {
        Map<String, String> kept = new TreeMap<>(each);
        kept.keySet().retainAll(keys);
        some.add(kept);
      }
      return new Fingerprint(some, specs);
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

  /// The same point in another state.
  OraclePoint with(Judgement other) {
    return new OraclePoint(subject, direction, verdict, reason, owners, fingerprint, other);
  }

  /// The same point of a subject by another name.
  OraclePoint of(String other) {
    return new OraclePoint(other, direction, verdict, reason, owners, fingerprint, judgement);
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
