package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.compare.CoverageGates;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.coverage.oracle.World;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Section 6 of the definition of coverage: what is counted, and how.
final class CounterRowsTest {
  private static final String POD = "Pod shop/w labels{app: w}\n";
  private static final String LOGGED_DENIES =
      "Namespace shop annotations{policy.network.gke.io/enable-deny-logging: 'true'}\n";
  private static final String BARE = "Namespace shop\n";

  private static String policy(String name, String spec) {
    return "NetworkPolicy shop/" + name + " {podSelector: {}, " + spec + "}\n";
  }

  private static String logged(String name, String spec) {
    return "NetworkPolicy shop/%s annotations{policy.network.gke.io/enable-logging: 'true'} {podSelector: {}, %s}\n"
        .formatted(name, spec);
  }

  private static String port(int port) {
    return "ingress: [{ports: [{port: " + port + "}]}]";
  }

  private static World delegated(String objects) {
    return ObjectLines.world("gke", objects, "networkLogging", "delegated");
  }

  private static CoverageRow gke(String name, String objects, String... expected) {
    return CoverageRow.of(name, delegated(objects), expected);
  }

  /// `counter policy 1 covered 0 partial 0 missed 0 unknown`.
  private static String counter(String name, int covered, int partial, int missed, int unknown) {
    return "counter %s %d covered %d partial %d missed %d unknown"
        .formatted(name, covered, partial, missed, unknown);
  }

  /// One point allowed and logged, one allowed and not, a denial each way of which nothing is
  /// known.
  private static final String MIXED =
      POD + logged("p", port(80)) + policy("q", port(81)) + policy("r", "policyTypes: [Egress]");

  static Stream<CoverageRow> points() {
    return Stream.of(
        gke("VERDICT counts points", MIXED, counter("verdict", 1, 0, 1, 2)),
        gke("ALLOW counts those that allow", MIXED, counter("allow", 1, 0, 1, 0)),
        gke("DENY counts those that deny", MIXED, counter("deny", 0, 0, 0, 2)),
        gke("INGRESS counts those of ingress", MIXED, counter("ingress", 1, 0, 1, 1)),
        gke("EGRESS counts those of egress", MIXED, counter("egress", 0, 0, 0, 1)),
        gke(
            "each subject has points of its own",
            MIXED + "Pod shop/v\n",
            counter("verdict", 2, 0, 2, 4)));
  }

  static Stream<CoverageRow> policies() {
    String all = "ingress: [{}]";
    return Stream.of(
        gke(
            "POLICY counts policies by their rule points and the deny points where they apply",
            LOGGED_DENIES + POD + logged("p", port(80)) + policy("q", port(81)),
            counter("policy", 1, 1, 0, 0)),
        gke(
            "the deny points of every workload and direction",
            LOGGED_DENIES + POD + policy("p", "policyTypes: [Ingress, Egress]"),
            counter("policy", 1, 0, 0, 0),
            counter("deny", 2, 0, 0, 0)),
        gke(
            "a policy without an own point is inactive and not counted",
            POD + logged("open", all) + policy("closed", "ingress: []"),
            counter("policy", 1, 0, 0, 0),
            "inactive NetworkPolicy/shop/closed"),
        gke(
            "a policy that selects no workload read has points all the same",
            POD + "NetworkPolicy shop/p {podSelector: {matchLabels: {app: other}}}",
            counter("policy", 0, 0, 0, 1),
            "no inactive"),
        gke(
            "a policy of a kind that is unmodelled has a point",
            "FQDNNetworkPolicy shop/p {}",
            counter("policy", 0, 0, 0, 1),
            "no inactive"),
        CoverageRow.ovn(
            "EgressFirewalls and admin policies are policies",
            "Namespace shop annotations{k8s.ovn.org/acl-logging: '{\"deny\":\"info\"}'}\n"
                + POD
                + "EgressFirewall shop/default {egress: [{type: Deny, to: {cidrSelector:"
                + " 0.0.0.0/0}}]}\n"
                + "AdminNetworkPolicy a {priority: 1, subject: {namespaces: {}}, ingress: [{action:"
                + " Deny, from: [{namespaces: {}}]}]}",
            counter("policy", 1, 0, 1, 0)));
  }

  static Stream<CoverageRow> items() {
    String closed = policy("p", "ingress: []");
    return Stream.of(
        gke(
            "WORKLOAD counts subjects with points",
            LOGGED_DENIES
                + POD
                + "Pod shop/v\nNetworkPolicy shop/p {podSelector: {matchLabels: {app: w}}}",
            counter("workload", 1, 0, 0, 0)),
        gke(
            "NAMESPACE counts namespaces with points of their subjects",
            LOGGED_DENIES + POD + closed + "Pod edge/v\n",
            counter("namespace", 1, 0, 0, 0)),
        gke(
            "or of the Namespace",
            "FQDNNetworkPolicy shop/p {}",
            counter("namespace", 0, 0, 0, 1),
            counter("workload", 0, 0, 0, 0)),
        gke(
            "all covered is covered",
            LOGGED_DENIES + POD + logged("p", port(80)),
            counter("workload", 1, 0, 0, 0)),
        gke(
            "else none missed is unknown",
            POD + logged("p", port(80)),
            counter("workload", 0, 0, 0, 1)),
        gke(
            "else some covered is partial",
            BARE + POD + logged("p", port(80)),
            counter("workload", 0, 1, 0, 0)),
        gke("also beside an unknown one", MIXED, counter("workload", 0, 1, 0, 0)),
        gke("else missed", BARE + POD + closed, counter("workload", 0, 0, 1, 0)),
        gke(
            "missed also beside an unknown one",
            POD + policy("p", port(80)),
            counter("workload", 0, 0, 1, 0)));
  }

  static Stream<CoverageRow> governance() {
    String firewall =
        "EgressFirewall shop/default {egress: [{type: Deny, to: {cidrSelector: 0.0.0.0/0}}]}\n";
    return Stream.of(
        gke(
            "GOVERNANCE counts pairs of a subject and a direction",
            POD + "Pod shop/v\nNetworkPolicy shop/p {podSelector: {matchLabels: {app: w}}}",
            "governed 1/4",
            "ungoverned shop/Pod/w:egress",
            "ungoverned shop/Pod/v:ingress",
            "ungoverned shop/Pod/v:egress"),
        gke(
            "excluded subjects are no part of it",
            policy("p", "ingress: []") + "Pod shop/w pod{hostNetwork: true}",
            "governed 0/0"),
        gke("virtual subjects are no part of it", policy("p", "ingress: []"), "governed 0/0"),
        CoverageRow.ovn("egress firewall points do not govern", POD + firewall, "governed 0/2"),
        CoverageRow.ovn(
            "a point that is not counted does not govern",
            POD
                + "AdminNetworkPolicy a {priority: 1, subject: {namespaces: {}}, ingress: [{action:"
                + " Pass, from: [{namespaces: {}}]}]}",
            "governed 0/2"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"points", "policies", "items", "governance"})
  void aRowHolds(CoverageRow row) {
    row.check();
  }

  @Test
  @DisplayName("low is c/t, high is (c+u)/t")
  void lowLeavesOutWhatIsUnknown() {
    Tally tally = EngineLines.coverage(delegated(MIXED)).tally(Counter.VERDICT);
    assertThat(tally.low()).hasToString("1/4");
    assertThat(tally.high()).hasToString("3/4");
  }

  @Test
  @DisplayName("t = 0 is n/a: it passes gates and is no percentage")
  void nothingToCoverIsNoPercentage() {
    Coverage coverage = EngineLines.coverage(delegated(POD));
    Ratio ratio = coverage.tally(Counter.VERDICT).low();
    assertThat(ratio).isNull();
    assertThat(Ratio.shown(ratio)).isEqualTo("n/a");
    BigDecimal all = BigDecimal.valueOf(100);
    GateSettings settings =
        new GateSettings(all, all, 0, true, Map.of(Counter.VERDICT, all), all, false, false);
    assertThat(new CoverageGates(settings).check(coverage))
        .hasSize(2)
        .allSatisfy(result -> assertThat(result.pass()).isTrue())
        .allSatisfy(result -> assertThat(result.actual()).isEqualTo("n/a"));
  }

  @Test
  @DisplayName("an item ratio counts only covered")
  void whatIsPartialIsNotCovered() {
    Coverage coverage =
        EngineLines.coverage(
            delegated(LOGGED_DENIES + POD + logged("p", port(80)) + policy("q", port(81))));
    assertThat(coverage.tally(Counter.POLICY).low()).hasToString("1/2");
    assertThat(coverage.tally(Counter.POLICY).high()).hasToString("1/2");
  }
}
