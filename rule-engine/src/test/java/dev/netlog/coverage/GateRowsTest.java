package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.compare.CoverageGates;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.coverage.oracle.World;
import java.math.BigDecimal;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Section 7 of the definition of coverage: the gates on a change.
final class GateRowsTest {
  private static final String POD = "Pod shop/w labels{app: w}\n";
  private static final String DENIES =
      "Namespace shop annotations{policy.network.gke.io/enable-deny-logging: 'true'}\n";
  private static final String BARE = "Namespace shop\n";
  private static final String KEY = "shop/Pod/w|ingress|allow|NetworkPolicy/shop/";
  private static final String DENY = "shop/Pod/w|ingress|deny|default-deny";
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  private static final String ALLOWS = "policy.network.gke.io/enable-logging: 'true'";
  private static final String LOGGED_API = "shop/api annotations{" + ALLOWS + "} {";
  private static final String OF_TIER =
      "NetworkPolicy shop/t {podSelector: {matchLabels: {tier: y}}}\n";
  private static final String SELECTING =
      "NetworkPolicy other/s {podSelector: {}, ingress: [{from: [{podSelector: {matchExpressions:"
          + " [{key: tier, operator: Exists}]}, namespaceSelector: {}}]}]}\n";

  private static String policy(String name, int port) {
    return "NetworkPolicy shop/%s {podSelector: {}, ingress: [{ports: [{port: %d}]}]}\n"
        .formatted(name, port);
  }

  private static String logged(String name, int port) {
    return policy(name, port)
        .replace(" {pod", " annotations{policy.network.gke.io/enable-logging: 'true'} {pod");
  }

  private static World gke(String objects) {
    return ObjectLines.world("gke", objects, "networkLogging", "delegated");
  }

  private static GateRow row(String name, String base, String head, String... expected) {
    return GateRow.of(name, gke(base), gke(head), expected);
  }

  private static GateSettings settings(
      int threshold, boolean governance, @Nullable BigDecimal perNamespace, boolean ignore) {
    return new GateSettings(
        BigDecimal.valueOf(threshold),
        ALL,
        0,
        governance,
        perNamespace == null ? Map.of() : Map.of(Counter.DENY, BigDecimal.valueOf(50)),
        perNamespace,
        ignore,
        false);
  }

  static Stream<GateRow> project() {
    String two = DENIES + POD + logged("p", 80);
    return Stream.of(
        row("project: as much as before", two, two, "gate project pass 2/2 2/2"),
        row("project: less", two, BARE + POD + logged("p", 80), "gate project FAIL 1/2 2/2"),
        row(
            "project: a deleted object leaves both sides, shown are the whole ratios",
            BARE + POD + logged("p", 80) + logged("q", 81),
            BARE + POD + logged("p", 80),
            "gate project pass 1/2 1/2: verdicts logged: base 66.6 % (2/3), head 50.0 % (1/2)"),
        row(
                "project: less by the threshold in percentage points",
                two,
                BARE + POD + logged("p", 80),
                "gate project pass 1/2 2/2 - 50 points")
            .with(settings(50, false, null, false)),
        row(
                "project: less by more than that",
                two,
                BARE + POD + logged("p", 80),
                "gate project FAIL 1/2 2/2 - 49 points")
            .with(settings(49, false, null, false)));
  }

  static Stream<GateRow> patch() {
    String base = DENIES + POD + logged("p", 80);
    String bare = DENIES + POD + policy("p", 80);
    return Stream.of(
        row("patch: nothing touched", base, base, "no touched", "gate patch pass n/a"),
        row(
            "patch: an added point that is not covered",
            base,
            base + policy("q", 81),
            "touched " + KEY + "q",
            "gate patch FAIL 0/1 100%"),
        row(
            "patch: an added point that is covered",
            base,
            base + logged("q", 81),
            "touched " + KEY + "q",
            "gate patch pass 1/1 100%"),
        row("patch: the state changed", bare, base, "touched " + KEY + "p", "gate patch pass 1/1"),
        row(
            "patch: the state changed for the worse",
            base,
            bare,
            "touched " + KEY + "p",
            "gate patch FAIL 0/1"),
        row(
            "patch: the fingerprint changed",
            bare,
            DENIES + POD + policy("p", 81),
            "touched " + KEY + "p",
            "touched " + DENY,
            "gate patch FAIL 1/2"),
        row(
            "patch: a deny point that has merely lost policies is not touched",
            BARE + POD + logged("p", 80) + logged("q", 81),
            BARE + POD + logged("p", 80),
            "no touched",
            "gate patch pass n/a"),
        row(
            "patch: a deny point whose state changed too is touched",
            DENIES + POD + logged("p", 80) + logged("q", 81),
            BARE + POD + logged("p", 80),
            "touched " + DENY,
            "gate patch FAIL 0/1"));
  }

  static Stream<GateRow> fingerprint() {
    String base = BARE + POD + policy("p", 80);
    return Stream.of(
        row(
            "fingerprint: labels of the template that a podSelector of the namespace uses",
            base + OF_TIER,
            base.replace("labels{app: w}", "labels{app: w, tier: x}") + OF_TIER,
            "touched " + KEY + "p"),
        row(
            "fingerprint: the same where only the head has such a policy",
            base,
            base.replace("labels{app: w}", "labels{app: w, tier: x}") + OF_TIER,
            "no added",
            "touched " + KEY + "p"),
        row(
            "fingerprint: no label that only a peer of another namespace's policy uses",
            base + SELECTING,
            base.replace("labels{app: w}", "labels{app: w, tier: x}") + SELECTING,
            "no touched"),
        row(
            "fingerprint: no label that no selector uses",
            base + SELECTING,
            base.replace("labels{app: w}", "labels{app: v, helm.sh/chart: c-2}") + SELECTING,
            "no touched"),
        row(
            "fingerprint: of the template, not of the workload",
            base.replace("Pod shop/w", "Deployment shop/w"),
            base.replace("Pod shop/w", "Deployment shop/w meta{labels: {a: b}} {replicas: 2}"),
            "no touched"),
        row(
            "fingerprint: for allow the policy's spec",
            base + policy("q", 81),
            BARE + POD + policy("p", 80) + policy("q", 82),
            "touched " + KEY + "q",
            "touched " + DENY),
        row(
            "fingerprint: without annotations",
            base,
            base.replace("shop/p {", "shop/p annotations{owner: me} {"),
            "no touched"));
  }

  static Stream<GateRow> regressions() {
    String base = DENIES + POD + logged("p", 80);
    return Stream.of(
        row(
            "regressions: covered in base, missed in head",
            base,
            DENIES + POD + policy("p", 80),
            "regression " + KEY + "p",
            "gate regressions FAIL 1 0"),
        row(
            "regressions: covered in base, unknown in head",
            base,
            POD + logged("p", 80),
            "regression " + DENY,
            "gate regressions FAIL 1 0"),
        row(
            "regressions: gone is no regression",
            base,
            DENIES + POD,
            "no regression",
            "removed " + KEY + "p",
            "removed " + DENY,
            "deleted " + KEY + "p",
            "deleted " + DENY,
            "no undecided",
            "gate regressions pass 0 0"),
        row(
            "regressions: what readable objects give no longer is not deleted",
            base + POD.replace("shop/w", "shop/v").replace("app: w", "app: v"),
            DENIES
                + POD
                + POD.replace("shop/w", "shop/v").replace("app: w", "app: v")
                + logged("p", 80)
                    .replace("podSelector: {}", "podSelector: {matchLabels: {app: v}}"),
            "undecided " + KEY + "p",
            "undecided " + DENY,
            "no deleted"),
        row(
            "regressions: a workload that is gone is deleted",
            DENIES + POD + POD.replace("shop/w", "shop/v") + logged("p", 80),
            DENIES + POD + logged("p", 80),
            "deleted shop/Pod/v|ingress|allow|NetworkPolicy/shop/p",
            "deleted shop/Pod/v|ingress|deny|default-deny",
            "no undecided"),
        row(
            "newly uncovered: regressions and added points that are not covered",
            base,
            BARE + POD + logged("p", 80) + policy("q", 81),
            "regression " + DENY,
            "added " + KEY + "q",
            "uncovered " + KEY + "q",
            "uncovered " + DENY));
  }

  static Stream<GateRow> governance() {
    String base = DENIES + POD + logged("p", 80);
    GateSettings on = settings(0, true, null, false);
    return Stream.of(
        row(
            "governance: off, reported",
            base,
            DENIES + POD,
            "lost shop/Pod/w:ingress",
            "gate governance reported 1 0"),
        row("governance: on", base, DENIES + POD, "gate governance FAIL 1 0").with(on),
        row(
                "governance: a workload in the node's network is out of reach",
                base,
                base.replace("labels{app: w}", "labels{app: w} pod{hostNetwork: true}"),
                "lost shop/Pod/w:ingress",
                "failing governance shop/Pod/w:ingress",
                "gate governance FAIL 1 0")
            .with(on),
        row("governance: a workload that is gone lost nothing", base, DENIES, "no lost").with(on),
        row(
                "governance: a new workload in its place did",
                base,
                DENIES + "Pod shop/v\n",
                "lost shop/Pod/v:ingress")
            .with(on));
  }

  static Stream<GateRow> minimum() {
    String base = DENIES + POD + policy("p", 80);
    GateSettings on = settings(0, false, BigDecimal.valueOf(50), false);
    return Stream.of(
        row("minimum: any counter", base, base, "gate minimum pass 1/1 50%").with(on),
        row("minimum: not reached", base, base.replace(DENIES, BARE), "gate minimum FAIL 0/1 50%")
            .with(on),
        row("minimum: per namespace", base, base, "gate minimum-per-namespace pass 1/2 50%")
            .with(on),
        row(
                "minimum: a namespace does not reach it",
                base,
                base + "NetworkPolicy edge/p {podSelector: {}}",
                "gate minimum-per-namespace FAIL 0/1 50%: below 50 %: edge")
            .with(on));
  }

  static Stream<GateRow> minimumWithoutVirtualSubjects() {
    String bare = DENIES.replace("enable-deny", "x") + POD;
    String gap = bare + policy("p", 80).replace("{}", "{matchLabels: {app: w}}");
    String idle = logged("v", 80).replace("{}", "{matchLabels: {app: v%s}}");
    String hidden = gap + idle.formatted(1) + idle.replace("/v", "/u").formatted(2);
    GateSettings on =
        new GateSettings(
            BigDecimal.ZERO,
            ALL,
            0,
            false,
            Map.of(Counter.ALLOW, BigDecimal.valueOf(50)),
            BigDecimal.valueOf(30),
            false,
            false);
    return Stream.of(
        row(
                "minimum: policies that select nothing hide no gap",
                hidden,
                hidden,
                "gate minimum FAIL 0/1 50%: allow 66.6 % (2/3), but 0.0 % (0/1) without virtual"
                    + " subjects, at least 50 % asked for",
                "failing minimum " + KEY + "p",
                "gate minimum-per-namespace FAIL 0/2 30%: below 30 %: shop 0.0 % (0/2) without"
                    + " virtual subjects",
                "failing minimum-per-namespace " + KEY + "p",
                "failing minimum-per-namespace " + DENY)
            .with(on),
        row(
                "minimum: nothing without virtual subjects",
                idle.formatted(1),
                idle.formatted(1),
                "gate minimum pass 1/1 50%")
            .with(on),
        row(
                "minimum: a gap of virtual subjects counts",
                bare + logged("p", 80).replace("{}", "{matchLabels: {app: w}}"),
                bare
                    + logged("p", 80).replace("{}", "{matchLabels: {app: w}}")
                    + policy("q", 80).replace("{}", "{matchLabels: {app: v}}")
                    + policy("r", 80).replace("{}", "{matchLabels: {app: u}}"),
                "gate minimum FAIL 1/3 50%: allow 33.3 % (1/3), at least 50 % asked for")
            .with(on));
  }

  static Stream<GateRow> nothing() {
    String refused = BARE + POD + policy("p", 80).replace("port: 80", "port: 80, endPort: 70");
    GateSettings on = settings(0, false, BigDecimal.valueOf(50), false);
    String named = "nothing to measure, but not because there is nothing: NetworkPolicy/shop/p";
    return Stream.of(
        row("n/a: nothing there", BARE + POD, BARE + POD, "gate project pass n/a n/a: nothing"),
        row("n/a: nothing new", BARE + POD, BARE + POD, "gate patch pass n/a 100%: no verdict"),
        row("n/a: minimum", BARE + POD, BARE + POD, "gate minimum pass n/a 50%: deny: nothing")
            .with(on),
        row("n/a: a refused object", refused, refused, "gate project FAIL n/a n/a: " + named),
        row("n/a: the patch, refused before", refused, refused, "gate patch pass n/a 100%"),
        row(
            "n/a: the patch, refused now",
            BARE + POD,
            refused,
            "gate patch FAIL n/a 100%: " + named),
        row("n/a: minimum", refused, refused, "gate minimum FAIL n/a 50%: deny: " + named).with(on),
        row(
                "n/a: minimum per namespace",
                refused,
                refused,
                "gate minimum-per-namespace FAIL n/a 50%: " + named)
            .with(on));
  }

  static Stream<GateRow> failing() {
    String base = DENIES + POD + logged("p", 80);
    GateSettings on = settings(0, false, BigDecimal.valueOf(50), false);
    return Stream.of(
        row("failing: a gate that is met names nothing", base, base, "no failing"),
        row(
                "failing: each gate names what makes it fail",
                base + logged("q", 81),
                BARE + POD + policy("p", 80) + policy("q", 82),
                "failing project " + KEY + "p",
                "failing project " + KEY + "q",
                "failing project " + DENY,
                "failing patch " + KEY + "p",
                "failing patch " + KEY + "q",
                "failing patch " + DENY,
                "failing regressions " + KEY + "p",
                "failing regressions " + KEY + "q",
                "failing regressions " + DENY,
                "failing minimum " + DENY,
                "failing minimum-per-namespace " + KEY + "p",
                "failing minimum-per-namespace " + KEY + "q",
                "failing minimum-per-namespace " + DENY)
            .with(on),
        row(
            "failing: a point that was not covered and changed",
            BARE + POD + policy("p", 80),
            BARE + POD + policy("p", 81),
            "failing patch " + KEY + "p",
            "failing patch " + DENY));
  }

  static Stream<GateRow> pairs() {
    String web = policy("web", 80).replace("podSelector: {}", "podSelector: {matchLabels: {a: b}}");
    String api = web.replace("shop/web {", LOGGED_API).replace("80", "81");
    String virtual = "shop/Virtual/web|ingress|allow|NetworkPolicy/shop/";
    return Stream.of(
        row(
            "virtual subjects: a policy that comes first by name takes no points away",
            DENIES + web,
            DENIES + web + api,
            "no removed",
            "added " + virtual + "api"),
        row(
            "virtual subjects: the log of a policy is missed though another names the subject",
            DENIES + web.replace("shop/web {", "shop/web annotations{" + ALLOWS + "} {"),
            DENIES + web + api,
            "regression " + virtual + "web"),
        row(
            "virtual subjects: other labels are another subject, which its policy selected",
            DENIES + web,
            DENIES + web.replace("a: b", "a: c") + web.replace("shop/web", "shop/zoo"),
            "no removed",
            "no added",
            "touched shop/Virtual/web-2|ingress|allow|NetworkPolicy/shop/web"));
  }

  static Stream<GateRow> unknown() {
    String base = POD + logged("p", 80);
    return Stream.of(
        row("unknown counts as not covered", base, base, "gate project pass 1/2 1/2"),
        row("ignore: c/(c+m)", base, base, "gate project pass 1/1 1/1")
            .with(settings(0, false, null, true)),
        row("ignore holds for the patch too", POD, base, "gate patch pass 1/1 100%")
            .with(settings(0, false, null, true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "project",
    "patch",
    "fingerprint",
    "regressions",
    "governance",
    "minimum",
    "minimumWithoutVirtualSubjects",
    "nothing",
    "failing",
    "pairs",
    "unknown"
  })
  void aRowHolds(GateRow row) {
    row.check();
  }

  @Test
  @DisplayName("minimum is off by default")
  void withoutABaseNothingIsAskedByDefault() {
    Coverage coverage = EngineLines.coverage(gke(BARE + POD + policy("p", 80)));
    assertThat(new CoverageGates(GateSettings.STANDARD).check(coverage)).isEmpty();
  }
}
