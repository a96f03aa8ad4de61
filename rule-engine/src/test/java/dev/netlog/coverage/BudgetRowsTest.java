package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.points.CoverageEngine;
import dev.netlog.platform.LoggingState;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Section 10 of the definition of coverage, its last line: what is said of a question that goes
/// over its budget. It never is better than the truth.
final class BudgetRowsTest {
  private static final String DEPLOYMENT = "Deployment shop/w\n";
  private static final String ALLOW = "shop/Deployment/w|ingress|allow|NetworkPolicy/shop/p";
  private static final String DENY = "shop/Deployment/w|ingress|deny|default-deny";
  private static final String LOGGING =
      "NetworkLogging default {cluster: {allow: {log: true, delegate: true}, deny: {log: true,"
          + " delegate: true}}}\n";
  private static final String TCP =
      "NetworkPolicy shop/tcp {podSelector: {}, ingress: [{ports: [{protocol: TCP}]}]}\n";
  private static final String OTHERS =
      " ingress: [{ports: [{protocol: UDP}, {protocol: SCTP}]}]}\n";

  /// Policies that together admit everything, one of them for pods of a label that the cluster
  /// makes up: without it there is a refusal, and with it none.
  private static final String BY_LABEL =
      TCP + "NetworkPolicy shop/q {podSelector: {matchLabels: {pod-template-hash: h}}," + OTHERS;

  private static String namespace(String value) {
    return "Namespace shop annotations{policy.network.gke.io/enable-deny-logging: " + value + "}\n";
  }

  /// What is said of one point within the usual budget and within one that is too small; an empty
  /// text where there is no such point.
  record Row(String name, String objects, String point, String known, String guessed) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Row> rows() {
    String annotated = " annotations{policy.network.gke.io/enable-logging: 'true'}";
    return Stream.of(
        new Row(
            "a refusal is possible",
            namespace("'true'") + BY_LABEL.replace("{matchLabels: {pod-template-hash: h}}", "{}"),
            DENY,
            "",
            "covered annotated"),
        new Row(
            "nothing is covered by others",
            BY_LABEL.replace("shop/tcp", "shop/tcp" + annotated)
                + "NetworkPolicy shop/udp"
                + annotated
                + " {podSelector: {}, ingress: [{ports: [{protocol: UDP}]}]}\n"
                + "NetworkPolicy shop/p {podSelector: {}, ingress: [{ports: [{protocol: TCP},"
                + " {protocol: UDP}]}]}\n",
            ALLOW,
            "covered covered-by-others",
            "missed not-annotated"),
        new Row(
            "a possible refusal is no sure one: a label may decide whether there is one",
            namespace("'true'") + BY_LABEL,
            DENY,
            "unknown generated-label",
            "unknown generated-label"),
        new Row(
            "a possible refusal may be a sure one: missed where that is",
            namespace("'false'") + BY_LABEL,
            DENY,
            "unknown generated-label",
            "missed not-annotated"),
        new Row(
            "a sure one that is covered is unknown",
            namespace("'true'") + BY_LABEL.replace(", {protocol: SCTP}", ""),
            DENY,
            "covered annotated",
            "unknown generated-label"),
        new Row(
            "a sure one that is missed stays so",
            namespace("'false'") + BY_LABEL.replace(", {protocol: SCTP}", ""),
            DENY,
            "missed not-annotated",
            "missed not-annotated"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void aRowHolds(Row row) {
    CoverageEngine engine = CoverageEngine.ipv4();
    TargetInput target =
        EngineLines.target(ObjectLines.world("gke", DEPLOYMENT + LOGGING + row.objects()));
    Coverage full = engine.evaluate(target, CoverageEngine.SEQUENTIAL);
    Coverage poor = engine.withBudget(1).evaluate(target, CoverageEngine.SEQUENTIAL);
    assertThat(full.undecided()).isZero();
    assertThat(poor.undecided()).isPositive();
    assertThat(state(full, row.point())).isEqualTo(row.known());
    assertThat(state(poor, row.point())).isEqualTo(row.guessed());
  }

  /// The state of a point and its cause.
  private static String state(Coverage coverage, String point) {
    LoggingState state = PointStates.of(coverage).get(point);
    return switch (state) {
      case null -> "";
      case LoggingState.Logged logged -> "covered " + logged.causeCode();
      case LoggingState.NotLogged missed -> "missed " + missed.causeCode();
      case LoggingState.Unknown unknown -> "unknown " + unknown.causeCode();
    };
  }
}
