package dev.netlog.webhook.admission;

import dev.netlog.cli.report.Neutral;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.rule.Quoted;
import dev.netlog.run.Finding;
import dev.netlog.webhook.admission.Answer.Cause;
import dev.netlog.webhook.admission.Answer.Status;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// Why a request is refused, in the form in which kubectl shows it.
///
/// kubectl prints the causes and drops the message where one object is refused, and the message
/// without the causes where several are. So each holds everything.
final class Refusal {
  private static final String NETLOG = "netlog";
  private static final String ZERO = "\0";

  /// The most errors that are told one by one. Nobody reads more, and an object of a few megabytes
  /// can hold so many that their text would fill the memory.
  static final int MOST = 100;

  private Refusal() {}

  /// The findings for which an object is refused.
  static Status invalid(Review review, Resource subject, List<Finding> errors) {
    List<Cause> causes = new ArrayList<>();
    for (Finding finding : errors.subList(0, Math.min(MOST, errors.size()))) {
      String field = FieldPath.of(finding.violation().place().pointer(), subject.content());
      causes.add(new Cause(shown(field), shown(finding.violation().message())));
    }
    String more = more(errors);
    StringBuilder message = new StringBuilder(head(review, subject, errors.size()));
    causes.forEach(
        cause -> message.append("\n  ").append(cause.field()).append(": ").append(cause.message()));
    message.append("\n  ").append(NETLOG).append(": ").append(more);
    causes.add(new Cause(NETLOG, more));
    String name = name(review, subject.content());
    return status(422, "Invalid", message.toString(), review, name, causes);
  }

  private static String head(Review review, Resource subject, int count) {
    return NETLOG
        + " refuses "
        + review.requestKind().kind()
        + " "
        + shown(Quoted.of(name(review, subject.content())))
        + " for "
        + (count == 1 ? "1 error:" : count + " errors:");
  }

  private static String more(List<Finding> errors) {
    List<String> rules = Rules.ids(errors);
    int rest = errors.size() - MOST;
    return (rest > 0 ? "and " + rest + " errors more, all of them by netlog lint FILE; " : "")
        + "refused by "
        + (rules.size() == 1 ? "rule " : "the rules ")
        + String.join(", ", rules)
        + "; netlog explain "
        + rules.getFirst()
        + " says more";
  }

  /// A review that contradicts itself.
  static Status malformed(Review review, String message) {
    return unjudged(400, "BadRequest", NETLOG + " cannot judge this: " + message, review);
  }

  /// A bug.
  static Status failed(Review review) {
    return unjudged(
        500,
        "InternalError",
        NETLOG
            + " could not judge this because of an error of its own; its log says more, please"
            + " report it",
        review);
  }

  /// Rules that took too long.
  static Status late(Review review) {
    return unjudged(
        504,
        "Timeout",
        NETLOG
            + " could not judge this in the time that the API server waits; try again, and where"
            + " that does not help, give the webhook a longer timeoutSeconds",
        review);
  }

  private static Status unjudged(int code, String reason, String message, Review review) {
    return status(code, reason, message, review, name(review), List.of());
  }

  private static Status status(
      int code, String reason, String message, Review review, String name, List<Cause> causes) {
    return new Status(
        code,
        reason,
        message,
        review.requestKind().kind(),
        review.requestKind().group(),
        shown(name),
        causes);
  }

  /// What the object is called, as far as the object can be read.
  private static String name(Review review) {
    if (!review.name().isEmpty()) {
      return review.name();
    }
    try {
      Value object = review.object().read();
      return object == null ? "" : name(review, object);
    } catch (BadReviewException e) {
      // That is told by the message, where it is what was wrong.
      return "";
    }
  }

  /// What the object is called; before the server has made up a name, how it will begin.
  private static String name(Review review, Value object) {
    if (!review.name().isEmpty()) {
      return review.name();
    }
    Value.Mapping metadata = object.mappingAt(JsonPointer.of("metadata"));
    for (String member : List.of("name", "generateName")) {
      if (metadata.get(member) instanceof Value.Text(String text) && !text.isEmpty()) {
        return text;
      }
    }
    return "";
  }

  /// A text as kubectl may print it: nothing that a terminal obeys, and nothing that hides.
  ///
  /// Zero bytes stay. Terminals pass over them, and so the message is the one of the linter's
  /// report for programs, in which it is told as it is.
  private static String shown(String text) {
    return text.indexOf(ZERO) < 0
        ? Neutral.text(text)
        : Arrays.stream(text.split(ZERO, -1)).map(Neutral::text).collect(Collectors.joining(ZERO));
  }
}
