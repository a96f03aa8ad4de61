package dev.netlog.cli.report.coverage.html;

import dev.netlog.io.json.JsonWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The points of one target in the form that the page uses: one list of numbers for each member.
final class Columns {
  private final List<Integer> subjects = new ArrayList<>();
  private final List<Told> points = new ArrayList<>();
  private final List<Changes.Kind> changes = new ArrayList<>();
  private final List<int[]> before = new ArrayList<>();

  /// A point without its subject, by numbers in the page's tables.
  ///
  /// @param reason the policy or rule it comes from
  /// @param kind direction, verdict and state
  /// @param story places, steps and remedy
  /// @param witness a connection without a record
  /// @param behind the policies behind a verdict that names none
  record Told(int reason, int kind, int story, int witness, int behind) {}

  void add(int subject, Told point, Changes.Kind change) {
    subjects.add(subject);
    points.add(point);
    changes.add(change);
  }

  /// Adds how the last added point was logged in the base.
  void addBefore(int story) {
    before.add(new int[] {subjects.size() - 1, story});
  }

  void write(JsonWriter json, boolean compared) throws IOException {
    json.name("points").beginObject();
    column(json, "subject", subjects);
    column(json, "reason", points.stream().map(Told::reason).toList());
    column(json, "kind", points.stream().map(Told::kind).toList());
    column(json, "story", points.stream().map(Told::story).toList());
    column(json, "witness", points.stream().map(Told::witness).toList());
    column(json, "behind", points.stream().map(Told::behind).toList());
    if (compared) {
      column(json, "change", changes.stream().map(Changes.Kind::number).toList());
      json.name("before").beginArray();
      for (int[] pair : before) {
        json.beginArray().number(pair[0]).number(pair[1]).endArray();
      }
      json.endArray();
    }
    json.endObject();
  }

  private static void column(JsonWriter json, String name, List<Integer> values)
      throws IOException {
    json.name(name).beginArray();
    for (int value : values) {
      json.number(value);
    }
    json.endArray();
  }
}
