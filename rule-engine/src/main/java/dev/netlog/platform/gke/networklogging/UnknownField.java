package dev.netlog.platform.gke.networklogging;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.fix.Safety;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.gke.facts.Sources;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A field of a NetworkLogging that the schema does not have.
public final class UnknownField implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("gke-unknown-field", "gke", Severity.ERROR)
          .title("a field that NetworkLogging does not have")
          .explanation(
              """
              The API server removes fields that the schema of a custom resource does not have, without a \
              word, and stores the rest. A misspelt `log` is then no `log` at all: the half is off, and \
              with `delegate: true` beside it the whole object is invalid. Newer clients refuse such an \
              object instead, if field validation is strict.

              Fields are spelt in lower case, and `allow` and `deny` stand below `spec.cluster`. \
              GKE's NetworkLogging has no `spec.node`, no `flow` and no `status`.

              An admission webhook sees the object when the field is already gone. Only a linter can \
              find it.
              """)
          .remedy(
              FixKind.SAFE,
              """
              Correct the field's name or its level, or delete it. A slip of letters or of case is \
              corrected by the safe fix, everything else by the unsafe one. Where the right place is taken \
              already there is no fix: what both should say is yours to decide.
              """)
          .sources(Sources.SCHEMA, Sources.FIELD_VALIDATION);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    NetworkLogging logging = NetworkLogging.of(subject);
    if (logging == null) {
      return List.of();
    }
    return logging.problems().stream()
        .filter(problem -> problem instanceof Problem.UnknownField)
        .map(problem -> violation(problem.pointer(), logging))
        .toList();
  }

  private static Violation violation(JsonPointer pointer, NetworkLogging logging) {
    JsonPointer meant = FieldSpelling.meant(pointer);
    boolean taken = meant != null && isTaken(meant, logging);
    String message =
        "field "
            + Quoted.of(path(pointer))
            + " is not one of NetworkLogging's, so the API server drops it; "
            + nextStep(pointer, meant, taken);
    Fix fix = taken ? null : fix(pointer, meant, logging);
    return Violation.at(Place.key(pointer), message).withFix(fix);
  }

  private static String nextStep(JsonPointer pointer, @Nullable JsonPointer meant, boolean taken) {
    if (meant != null) {
      return taken
          ? path(meant) + " is there as well, so write there what both should say"
          : "write " + path(meant);
    }
    List<String> known = NetworkLoggingShape.fieldsAt(pointer.parent());
    return known.size() > 2 ? "delete it" : "delete it, or write " + String.join(" or ", known);
  }

  /// Whether the right place says something already; which of the two holds is for a person to say.
  private static boolean isTaken(JsonPointer meant, NetworkLogging logging) {
    Value there = logging.content().at(meant);
    return there != null && !(there instanceof Value.Null);
  }

  private static @Nullable Fix fix(
      JsonPointer pointer, @Nullable JsonPointer meant, NetworkLogging logging) {
    Edit remove = new Edit.Remove(pointer);
    if (meant == null) {
      return Repair.of(logging, "delete the field", Safety.UNSAFE, remove);
    }
    boolean moved = !meant.parent().equals(pointer.parent());
    boolean slip = !moved && FieldSpelling.isSlip(pointer.last());
    Value value = Objects.requireNonNull(logging.content().at(pointer));
    return Repair.of(
        logging,
        (moved ? "move it to " : "rename it to ") + path(meant),
        slip ? Safety.SAFE : Safety.UNSAFE,
        new Edit.Set(meant, value),
        remove);
  }

  private static String path(JsonPointer pointer) {
    return String.join(".", pointer.tokens());
  }
}
