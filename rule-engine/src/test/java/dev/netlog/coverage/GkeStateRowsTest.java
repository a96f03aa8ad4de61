package dev.netlog.coverage;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Section 5 of the definition of coverage for GKE: states and records.
final class GkeStateRowsTest {
  private static final String WINDOWS = "{key: kubernetes.io/os, operator: In, values: [windows]}";
  private static final String ZONE = "{key: zone, operator: In, values: [a]}";
  private static final String ALL = "covered log-all";

  private static final String ALLOW = "point shop/Pod/w|ingress|allow|NetworkPolicy/shop/p ";
  private static final String DENY = "point shop/Pod/w|ingress|deny|default-deny ";
  private static final String POD = "Pod shop/w\n";
  private static final String P =
      "NetworkPolicy shop/p {podSelector: {}, ingress: [{ports: [{port: 80}]}]}\n";
  private static final String DELEGATED = logging("{log: true, delegate: true}");

  /// A NetworkLogging with both halves alike.
  private static String logging(String half) {
    return "NetworkLogging default {cluster: {allow: " + half + ", deny: " + half + "}}\n";
  }

  private static String namespace(String value) {
    return "Namespace shop annotations{policy.network.gke.io/enable-deny-logging: " + value + "}\n";
  }

  private static String annotated(String value) {
    return P.replace(
        " {pod", " annotations{policy.network.gke.io/enable-logging: " + value + "} {pod");
  }

  /// A policy beside the one that is asked about.
  private static String beside(int port) {
    return annotated("'true'").replace("shop/p", "shop/q").replace("80", String.valueOf(port));
  }

  private static CoverageRow both(String name, String objects, String state, String... assumed) {
    return CoverageRow.of(
        name, ObjectLines.world("gke", POD + P + objects, assumed), ALLOW + state, DENY + state);
  }

  private static CoverageRow allow(String name, String policies, String state) {
    return CoverageRow.gke(
        name, POD + DELEGATED + namespace("'true'") + policies, ALLOW + state, DENY + "covered");
  }

  private static CoverageRow deny(String name, String namespace, String state, String... assumed) {
    return CoverageRow.of(
        name,
        ObjectLines.world("gke", POD + annotated("'true'") + DELEGATED + namespace, assumed),
        ALLOW + "covered annotated",
        DENY + state);
  }

  static Stream<CoverageRow> modes() {
    String invalid = "unknown networklogging-invalid";
    return Stream.of(
        both("no object: the default is unknown", "", "unknown networklogging-unknown"),
        both(
            "another name is ignored",
            logging("{log: true}").replace(" default", " mine"),
            "unknown networklogging-unknown"),
        both(
            "mode invalid: delegate without log in either half",
            "NetworkLogging default {cluster: {allow: {log: true}, deny: {delegate: true}}}",
            invalid),
        both("mode off: log false", logging("{log: false}"), "missed log-disabled"),
        both("mode off: log absent", "NetworkLogging default {cluster: {}}", "missed log-disabled"),
        both("mode all", logging("{log: true}"), "covered log-all"),
        both(
            "mode all: delegate false", logging("{log: true, delegate: false}"), "covered log-all"),
        both("assumed all", "", "covered log-all", "networkLogging", "all"),
        both("assumed disabled", "", "missed log-disabled", "networkLogging", "disabled"),
        both(
            "assumed delegated, assumed unannotated",
            "",
            "missed not-annotated",
            "networkLogging",
            "delegated",
            "namespaces",
            "unannotated"),
        both(
            "the object goes before what is assumed",
            logging("{log: true}"),
            "covered log-all",
            "networkLogging",
            "disabled"));
  }

  private static CoverageRow pinned(String name, String pod, String state) {
    return CoverageRow.gke(
        "pinned to Windows by " + name,
        POD.strip() + " pod{" + pod + "}\n" + P + logging("{log: true}"),
        ALLOW + state,
        DENY + state);
  }

  private static String affinity(String expressions) {
    return "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution:"
        + " {nodeSelectorTerms: [{matchExpressions: ["
        + expressions
        + "]}]}}}";
  }

  static Stream<CoverageRow> windows() {
    String missed = "missed unsupported-os";
    String selected = POD.strip() + " pod{nodeSelector: {kubernetes.io/os: windows}}\n";
    String named = POD.strip() + " pod{os: {name: windows}}\n";
    return Stream.of(
        CoverageRow.gke(
            "pinned to Windows by nodeSelector",
            selected + P + logging("{log: true}"),
            ALLOW + missed,
            DENY + missed),
        CoverageRow.gke(
            "pinned to Windows by os",
            named + P + logging("{log: true}"),
            ALLOW + missed,
            DENY + missed),
        pinned("the older label", "nodeSelector: {beta.kubernetes.io/os: windows}", missed),
        pinned(
            "the node pools of GKE",
            "nodeSelector: {cloud.google.com/gke-os-distribution: windows_ltsc}",
            missed),
        pinned("affinity", affinity(WINDOWS), missed),
        pinned("affinity, the older label", affinity(WINDOWS.replace("kub", "beta.kub")), missed),
        pinned("affinity, with other demands", affinity(ZONE + ", " + WINDOWS), missed),
        pinned(
            "affinity, every term",
            affinity(WINDOWS + "]}, {matchExpressions: [" + WINDOWS),
            missed),
        pinned(
            "affinity, not on Linux",
            affinity("{key: kubernetes.io/os, operator: NotIn, values: [linux]}"),
            missed),
        pinned(
            "affinity, one of two terms",
            affinity(WINDOWS + "]}, {matchExpressions: [" + ZONE),
            ALL),
        pinned("affinity, or Linux", affinity(WINDOWS.replace("[w", "[linux, w")), ALL),
        pinned("affinity, not on Windows", affinity(WINDOWS.replace("In", "NotIn")), ALL),
        pinned("affinity, of terms that match no node", affinity(""), ALL),
        pinned(
            "affinity that is preferred", affinity(WINDOWS).replace("required", "preferred"), ALL),
        CoverageRow.gke(
            "pinned to Windows goes before what is unknown",
            named + P,
            ALLOW + missed,
            DENY + missed));
  }

  static Stream<CoverageRow> allowed() {
    return Stream.of(
        allow("allow: exactly true", annotated("'true'"), "covered annotated"),
        allow("allow: no annotation", P, "missed not-annotated"),
        allow("allow: false", annotated("'false'"), "missed not-annotated"),
        allow("allow: another value", annotated("'True'"), "missed invalid-annotation"),
        allow(
            "allow: beside an annotation that is null",
            annotated("'true', note: null"),
            "missed invalid-annotation"),
        CoverageRow.gke(
            "allow: inside the union of annotated policies",
            POD + DELEGATED + P + beside(80),
            ALLOW
                + "covered covered-by-others unattributed"
                + " {disposition: allow, policies: [shop/q]}",
            "point shop/Pod/w|ingress|allow|NetworkPolicy/shop/q covered annotated",
            DENY),
        CoverageRow.gke(
            "allow: partly inside it, with another value",
            POD
                + DELEGATED
                + annotated("'yes'").replace("{port: 80}", "{port: 80}, {port: 81}")
                + beside(80),
            ALLOW + "missed invalid-annotation partial",
            "point shop/Pod/w|ingress|allow|NetworkPolicy/shop/q covered annotated",
            DENY));
  }

  static Stream<CoverageRow> denied() {
    return Stream.of(
        deny("deny: Namespace object absent", "", "unknown namespace-unknown"),
        deny(
            "deny: absent, assumed unannotated",
            "",
            "missed not-annotated",
            "namespaces",
            "unannotated"),
        deny("deny: exactly true", namespace("'true'"), "covered annotated"),
        deny("deny: no annotation", "Namespace shop\n", "missed not-annotated"),
        deny("deny: false", namespace("'false'"), "missed not-annotated"),
        deny("deny: another value", namespace("'on'"), "missed invalid-annotation"),
        deny(
            "deny: beside an annotation that is null",
            namespace("'true', note: null"),
            "missed invalid-annotation"),
        deny(
            "deny: no annotation, beside one that is null",
            "Namespace shop annotations{note: null}\n",
            "missed not-annotated"));
  }

  static Stream<CoverageRow> records() {
    return Stream.of(
        CoverageRow.gke(
            "record of allow, mode all: every policy that matches",
            POD + P + P.replace("shop/p", "shop/q") + logging("{log: true}"),
            ALLOW + "covered log-all {disposition: allow, policies: [shop/p, shop/q]}",
            "point shop/Pod/w|ingress|allow|NetworkPolicy/shop/q covered",
            DENY),
        CoverageRow.gke(
            "record of allow, delegated: every annotated one",
            POD + annotated("'true'") + P.replace("shop/p", "shop/q") + DELEGATED,
            ALLOW + "covered annotated {disposition: allow, policies: [shop/p]}",
            "point shop/Pod/w|ingress|allow|NetworkPolicy/shop/q covered",
            DENY),
        CoverageRow.gke(
            "record of deny: no policies",
            POD + P + logging("{log: true}"),
            ALLOW,
            DENY + "covered log-all {disposition: deny}"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"modes", "windows", "allowed", "denied", "records"})
  void aRowHolds(CoverageRow row) {
    row.check();
  }
}
