package dev.netlog.cli.report.coverage.format;

import dev.netlog.cli.report.coverage.SortedPoints;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.input.TargetInput;
import dev.netlog.io.json.JsonWriter;
import dev.netlog.model.Value;
import dev.netlog.network.Direction;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.text.Unreadable;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// Writes points as JSON, one a line.
final class PointJson implements SortedPoints.Visitor {
  private final JsonWriter json;
  private final TargetInput target;

  /// The log records of the points of one namespace; all subjects of a group share them.
  private final Map<JudgedPoint, Value.Mapping> records = new HashMap<>();

  private String namespace = "";

  PointJson(JsonWriter json, TargetInput target) {
    this.json = json;
    this.target = target;
  }

  @Override
  public void point(String subject, JudgedPoint judged) throws IOException {
    Direction direction = judged.point().direction();
    json.onOneLine()
        .beginObject()
        .member("subject", subject)
        .member("direction", direction == null ? "-" : direction.word())
        .member("verdict", judged.point().verdict().word())
        .member("reason", judged.point().reason().text())
        .member("state", judged.status().word())
        .member("cause", judged.state().causeCode());
    switch (judged.state()) {
      case LoggingState.Logged logged -> logged(judged, logged);
      case LoggingState.NotLogged missed -> {
        if (missed.partial()) {
          json.name("partial").truth(true);
        }
      }
      case LoggingState.Unknown unknown -> unknown(unknown);
    }
    if (!judged.isCounted()) {
      json.name("counted").truth(false);
    }
    json.endObject();
  }

  private void unknown(LoggingState.Unknown unknown) throws IOException {
    json.member("settled_by", unknown.settledBy().text());
    Unreadable unreadable = unknown.unreadable();
    if (unreadable != null) {
      json.name("unreadable")
          .beginObject()
          .member("path", unreadable.path())
          .member("line", unreadable.line())
          .member("reason", unreadable.reason())
          .endObject();
    }
  }

  private void logged(JudgedPoint judged, LoggingState.Logged logged) throws IOException {
    if (judged.point().verdict() == Verdict.ALLOW && target.platform().namesAllowingPolicies()) {
      json.name("attributed").truth(logged.attributed());
    }
    json.name("record").value(recordOf(judged));
  }

  private Value.Mapping recordOf(JudgedPoint judged) {
    if (!judged.point().namespace().equals(namespace)) {
      namespace = judged.point().namespace();
      records.clear();
    }
    return records.computeIfAbsent(
        judged,
        _ ->
            new Value.Mapping(
                target.platform().recordOf(judged.point(), target.inventory()).members()));
  }
}
