package dev.netlog.cli.report.coverage.html;

import dev.netlog.cli.report.coverage.PointExplanation;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.io.json.JsonWriter;
import dev.netlog.model.Resource;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Reason;
import dev.netlog.platform.text.Phrase;
import dev.netlog.policy.Names;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The values that points of a page share, each written once: texts, places, explanations.
///
/// A sentence names its policy and namespace, so few sentences would be equal. The table of phrases
/// has a placeholder number for each such name, and the page inserts the names of its point.
final class Tables {
  /// A placeholder for the name in the point's reason, see [Reason#name()].
  private static final int OWN_NAME = -2;

  /// A placeholder for the namespace of the point's subject.
  private static final int OWN_NAMESPACE = -3;

  /// The maximum number of policies behind a verdict that are named.
  private static final int BEHIND = 50;

  private final ValueTable<String> strings = new ValueTable<>();
  private final ValueTable<List<Integer>> phrases = new ValueTable<>();
  private final ValueTable<List<Integer>> steps = new ValueTable<>();
  private final ValueTable<List<Integer>> reasons = new ValueTable<>();
  private final ValueTable<List<Integer>> subjects = new ValueTable<>();
  private final ValueTable<CauseWords> causes = new ValueTable<>();
  private final ValueTable<Kind> kinds = new ValueTable<>();
  private final ValueTable<List<Integer>> places = new ValueTable<>();
  private final ValueTable<List<Integer>> stories = new ValueTable<>();
  private final ValueTable<List<Integer>> behind = new ValueTable<>();

  /// @param counted whether the counters include it
  private record Kind(
      String direction,
      String verdict,
      String state,
      String cause,
      int words,
      boolean attributed,
      boolean counted) {}

  int string(@Nullable String text) {
    return text == null ? ValueTable.NONE : strings.of(HtmlText.text(text));
  }

  int namespace(String name) {
    return strings.of(HtmlText.namespace(name));
  }

  int subject(String namespace, String subject) {
    return subjects.of(List.of(namespace(namespace), string(subject)));
  }

  /// A reason: the kind and the name of the policy, or else only its text.
  int reason(JudgedPoint point) {
    Reason reason = point.point().reason();
    Resource policy = reason.policy();
    String kind = policy == null ? reason.text() : policy.id().kind();
    return reason(kind, reason.name());
  }

  private int reason(String kind, @Nullable String name) {
    return reasons.of(List.of(string(kind), string(name)));
  }

  int kind(JudgedPoint point) {
    var direction = point.point().direction();
    LoggingState state = point.state();
    return kinds.of(
        new Kind(
            direction == null ? "-" : direction.word(),
            point.point().verdict().word(),
            point.status().word(),
            state.causeCode(),
            causes.of(CauseWords.of(state)),
            !(state instanceof LoggingState.Logged(_, boolean attributed)) || attributed,
            point.isCounted()));
  }

  /// The policies behind a verdict that names none: their number, and the first ones as reasons.
  int behind(JudgedPoint point) {
    List<Resource> policies = ChangedPoints.policies(point);
    if (policies.isEmpty()) {
      return ValueTable.NONE;
    }
    List<Integer> numbers = new ArrayList<>();
    numbers.add(policies.size());
    policies.stream()
        .limit(BEHIND)
        .forEach(policy -> numbers.add(reason(policy.id().kind(), Names.local(policy))));
    return behind.of(numbers);
  }

  /// An explanation without its witness: the place of the point, what would settle its state, the
  /// remedy with its line and place, then the parts and the place of each step.
  int story(SubjectPoint point, PointExplanation story) {
    List<Integer> numbers = new ArrayList<>();
    numbers.add(place(story.point()));
    numbers.add(
        point.state() instanceof LoggingState.Unknown(_, _, Phrase settledBy, _, _)
            ? phrase(settledBy, point)
            : ValueTable.NONE);
    numbers.add(phrase(story.remedy(), point));
    numbers.add(string(story.line()));
    numbers.add(place(story.remedyPlace()));
    for (PointExplanation.Step step : story.steps()) {
      numbers.add(steps.of(step.parts().stream().map(part -> phrase(part, point)).toList()));
      numbers.add(place(step.at()));
    }
    return stories.of(numbers);
  }

  int phrase(@Nullable Phrase phrase, SubjectPoint about) {
    if (phrase == null) {
      return ValueTable.NONE;
    }
    String name = about.point().point().reason().name();
    return phrases.of(
        phrase.parts().stream().map(part -> number(part, name, about.namespace())).toList());
  }

  private int number(Phrase.Part part, @Nullable String name, String namespace) {
    return switch (part) {
      case Phrase.Name(String text) when text.equals(name) -> OWN_NAME;
      case Phrase.NamespaceName(String text) when text.equals(namespace) -> OWN_NAMESPACE;
      case Phrase.Words _, Phrase.Name _, Phrase.NamespaceName _, Phrase.Yaml _ ->
          string(part.text());
    };
  }

  private int place(PointExplanation.@Nullable At at) {
    return at == null
        ? ValueTable.NONE
        : places.of(
            List.of(
                string(at.path()),
                at.region().startLine(),
                at.region().startColumn(),
                at.base() ? 1 : 0));
  }

  void write(JsonWriter json) throws IOException {
    lists(json, "phrases", phrases.values());
    lists(json, "steps", steps.values());
    lists(json, "reasons", reasons.values());
    lists(json, "subjects", subjects.values());
    lists(json, "places", places.values());
    lists(json, "stories", stories.values());
    lists(json, "behind", behind.values());
    json.name("kinds").beginArray();
    for (Kind kind : kinds.values()) {
      json.beginArray().text(kind.direction).text(kind.verdict).text(kind.state).text(kind.cause);
      json.number(kind.words).number(kind.attributed ? 1 : 0).number(kind.counted ? 1 : 0);
      json.endArray();
    }
    json.endArray().name("causes").beginArray();
    for (CauseWords words : causes.values()) {
      json.beginArray().text(words.label()).text(words.sentence()).endArray();
    }
    json.endArray().name("strings").beginArray();
    for (String string : strings.values()) {
      json.text(string);
    }
    json.endArray();
  }

  private static void lists(JsonWriter json, String name, Collection<List<Integer>> lists)
      throws IOException {
    json.name(name).beginArray();
    for (List<Integer> list : lists) {
      json.beginArray();
      for (int number : list) {
        json.number(number);
      }
      json.endArray();
    }
    json.endArray();
  }
}
