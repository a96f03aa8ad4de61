package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleSelector.LabelSet;
import dev.netlog.model.Value;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A verdict point of section 4 with its state of section 5.
///
/// @param subject the subject's id
/// @param direction `ingress`, `egress` or `-`
/// @param owners the policies whose own point this is, as reports name them
/// @param fingerprint what it means
/// @param judgement its state
/// @param matching its state if each label that is not known is such that its policy applies
public record OraclePoint(
    String subject,
    String direction,
    String verdict,
    String reason,
    Set<String> owners,
    Fingerprint fingerprint,
    Judgement judgement,
    Judgement matching) {

  /// A point whose state does not depend on labels that are not known.
  OraclePoint(
      String subject,
      String direction,
      String verdict,
      String reason,
      Set<String> owners,
      Fingerprint fingerprint,
      Judgement judgement) {
    this(subject, direction, verdict, reason, owners, fingerprint, judgement, judgement);
  }

  /// What section 7 compares.
  ///
  /// @param labels those that the subject's pods may have
  /// @param specs the meanings of the specs of the policy, or of all that apply
  public record Fingerprint(Set<LabelSet> labels, Set<Meaning> specs) {
    static Fingerprint of(OracleSubject subject, Collection<Meaning> specs) {
      return new Fingerprint(Set.copyOf(subject.pods()), Set.copyOf(specs));
    }

    static Fingerprint of(Meaning spec) {
      return new Fingerprint(Set.of(), Set.of(spec));
    }

    /// The labels with some keys.
    Set<LabelSet> labels(Set<String> keys) {
      Set<LabelSet> some = new HashSet<>();
      for (LabelSet each : labels) {
        Map<String, String> known = new TreeMap<>(each.known());
        known.keySet().retainAll(keys);
        Set<String> generated = new TreeSet<>(each.generated());
        generated.retainAll(keys);
        some.add(new LabelSet(known, generated, each.open()));
      }
      return some;
    }

    /// The same of several scenarios.
    Fingerprint and(Fingerprint other) {
      Set<Meaning> all = new HashSet<>(specs);
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
    return subject + "|" + rest();
  }

  /// The key without the subject.
  String rest() {
    return direction + "|" + verdict + "|" + reason;
  }

  /// The namespace of the subject; empty for the cluster.
  String namespace() {
    String[] parts = subject.split("/", -1);
    return parts.length == 1 ? "" : parts[0].equals("Namespace") ? parts[1] : parts[0];
  }

  boolean isCovered() {
    return judgement.state().equals("covered");
  }

  /// The same point in another state.
  OraclePoint with(Judgement other) {
    return with(other, other);
  }

  /// The same point in another state.
  OraclePoint with(Judgement other, Judgement ifMatching) {
    return new OraclePoint(
        subject, direction, verdict, reason, owners, fingerprint, other, ifMatching);
  }

  /// The same point of a subject by another name.
  OraclePoint of(String other) {
    return new OraclePoint(
        other, direction, verdict, reason, owners, fingerprint, judgement, matching);
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
