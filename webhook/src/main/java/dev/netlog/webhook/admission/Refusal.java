package dev.netlog.webhook.admission;

import dev.netlog.model.Resource;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Visible;
import dev.netlog.run.Finding;
import dev.netlog.webhook.admission.Answer.Cause;
import dev.netlog.webhook.admission.Answer.Status;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Builds the status of a refused request in the form that kubectl shows.
///
/// kubectl prints only the causes if one object is refused, and only the message if several are. So
/// each contains everything.
final class Refusal {
  private static final String NETLOG = "netlog";

  /// The maximum number of errors that are listed. An object of a few megabytes can have so many
  /// that their text would fill the memory.
  static final int MOST = 100;

  private static final int MOST_EFFECTS = 3;

  private Refusal() {}

  /// The status for an object with errors.
  static Status invalid(Review review, Resource subject, List<Finding> errors) {
    List<Cause> causes = new ArrayList<>();
    for (Finding finding : errors.subList(0, Math.min(MOST, errors.size()))) {
      String field = FieldPath.of(finding.violation().place().pointer(), subject.content());
      causes.add(new Cause(Visible.of(field), finding.violation().message()));
    }
    String more = more(errors);
    StringBuilder message = new StringBuilder(head(review, errors.size()));
    causes.forEach(
        cause -> message.append("\n  ").append(cause.field()).append(": ").append(cause.message()));
    message.append("\n  ").append(NETLOG).append(": ").append(more);
    causes.add(new Cause(NETLOG, more));
    return status(422, "Invalid", message.toString(), review, causes);
  }

  private static String head(Review review, int count) {
    return NETLOG
        + " refuses "
        + review.requestKind().kind()
        + " "
        + Quoted.of(ObjectName.of(review))
        + home(review)
        + " for "
        + (count == 1 ? "1 error:" : count + " errors:");
  }

  /// The namespace for messages. Reviews of Namespaces have the object itself as their namespace.
  private static String home(Review review) {
    String namespace = review.namespace();
    return namespace == null || review.requestKind().kind().equals("Namespace")
        ? ""
        : " in namespace " + Quoted.of(namespace);
  }

  private static String more(List<Finding> errors) {
    List<String> rules = Rules.ids(errors);
    int rest = errors.size() - MOST;
    return (rest > 0 ? "and " + rest + " more errors; netlog lint FILE lists all; " : "")
        + effects(errors.stream().map(each -> each.violation().effect()).filter(Objects::nonNull))
        + "refused by "
        + (rules.size() == 1 ? "rule " : "the rules ")
        + String.join(", ", rules)
        + "; netlog explain "
        + rules.getFirst()
        + " says more";
  }

  /// The effects of the errors, up to a limit.
  static String effects(Stream<String> all) {
    List<String> known = all.distinct().toList();
    if (known.isEmpty()) {
      return "";
    }
    int rest = known.size() - MOST_EFFECTS;
    return String.join("; ", known.subList(0, Math.min(MOST_EFFECTS, known.size())))
        + (rest > 0 ? "; and " + rest + " more" : "")
        + "; ";
  }

  /// The status for a review that contradicts itself.
  static Status malformed(Review review, String message) {
    return unjudged(400, "BadRequest", NETLOG + " cannot judge this: " + message, review);
  }

  /// The status after a bug.
  static Status failed(Review review) {
    return unjudged(
        500,
        "InternalError",
        NETLOG
            + " could not judge this because of an internal error; its log has details, please"
            + " report it",
        review);
  }

  /// The status when rules took too long.
  static Status late(Review review) {
    return unjudged(
        504,
        "Timeout",
        NETLOG
            + " could not judge this in the time that the API server waits; try again; if"
            + " that does not help, give the webhook a longer timeoutSeconds",
        review);
  }

  private static Status unjudged(int code, String reason, String message, Review review) {
    return status(code, reason, message, review, List.of());
  }

  private static Status status(
      int code, String reason, String message, Review review, List<Cause> causes) {
    return new Status(
        code,
        reason,
        message,
        review.requestKind().kind(),
        review.requestKind().group(),
        Visible.of(ObjectName.of(review)),
        causes);
  }
}
