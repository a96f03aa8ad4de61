package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.oracle.World;
import dev.netlog.platform.LoggingState;
import java.util.Map;
import java.util.TreeMap;

/// The states of points by their keys.
final class PointStates {
  private PointStates() {}

  static Map<String, LoggingState> of(World world) {
    return of(EngineLines.coverage(world));
  }

  static Map<String, LoggingState> of(Coverage coverage) {
    Map<String, LoggingState> states = new TreeMap<>();
    coverage.forEach((subject, _, point) -> states.put(point.key(subject), point.state()));
    return states;
  }

  static Map<String, LoggingState> of(NamespaceCoverage namespace) {
    Map<String, LoggingState> states = new TreeMap<>();
    namespace.forEach((subject, _, point) -> states.put(point.key(subject), point.state()));
    return states;
  }

  /// How good the state of a point is, which must be there.
  static int rank(Map<String, LoggingState> states, String key) {
    LoggingState state = states.get(key);
    assertThat(state).as("the point " + key).isNotNull();
    return state == null ? -1 : rank(state);
  }

  /// From missed over unknown to covered.
  static int rank(LoggingState state) {
    return switch (state) {
      case LoggingState.NotLogged _ -> 0;
      case LoggingState.Unknown _ -> 1;
      case LoggingState.Logged _ -> 2;
    };
  }
}
