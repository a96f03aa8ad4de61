package dev.netlog.coverage;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Section 5 of the definition of coverage for OVN-Kubernetes: states and records.
final class OvnStateRowsTest {
  private static final String ALLOW = "point shop/Pod/w|ingress|allow|NetworkPolicy/shop/p ";
  private static final String DENY = "point shop/Pod/w|ingress|deny|default-deny ";
  private static final String ADMIN =
      "point shop/Pod/w|ingress|%s|AdminNetworkPolicy/a#Ingress/%d ";
  private static final String POLICY =
      "Pod shop/w\nNetworkPolicy shop/p {podSelector: {}, ingress: [{ports: [{port: 80}]}]}\n";
  private static final String FIREWALL =
      "EgressFirewall shop/default {egress: [{type: Allow, to: {cidrSelector: 10.0.0.0/8}},"
          + " {type: Deny, to: {cidrSelector: 0.0.0.0/0}}]}\n";

  private static String acl(String value) {
    return "annotations{k8s.ovn.org/acl-logging: " + value + "}";
  }

  private static String namespace(String value) {
    return "Namespace shop " + acl(value) + "\n";
  }

  private static CoverageRow ofNamespace(String name, String value, String allow, String deny) {
    return CoverageRow.ovn(name, POLICY + namespace(value), ALLOW + allow, DENY + deny);
  }

  /// An admin policy that denies one port and passes the rest on.
  private static CoverageRow ofAdmin(String name, String value, String deny, String pass) {
    return CoverageRow.ovn(
        name,
        "Pod shop/w\nAdminNetworkPolicy a "
            + acl(value)
            + " {priority: 1, subject: {namespaces: {}}, ingress: [{action: Deny, from:"
            + " [{namespaces: {}}], ports: [{portNumber: {protocol: TCP, port: 80}}]},"
            + " {action: Pass, from: [{namespaces: {}}]}]}",
        ADMIN.formatted("deny", 0) + deny,
        ADMIN.formatted("pass", 1) + pass);
  }

  static Stream<CoverageRow> namespaces() {
    String on = "covered annotated";
    String off = "missed not-annotated";
    String invalid = "missed invalid-annotation";
    return Stream.of(
        ofNamespace("each member decides about its verdict", "'{\"allow\":\"info\"}'", on, off),
        ofNamespace("names in any case", "'{\"ALLOW\":\"info\",\"Deny\":\"info\"}'", on, on),
        ofNamespace("other members are ignored", "'{\"drop\":1,\"deny\":\"info\"}'", off, on),
        ofNamespace("alert", "'{\"deny\":\"alert\"}'", off, on),
        ofNamespace("warning", "'{\"deny\":\"warning\"}'", off, on),
        ofNamespace("notice", "'{\"deny\":\"notice\"}'", off, on),
        ofNamespace("info", "'{\"deny\":\"info\"}'", off, on),
        ofNamespace("debug", "'{\"deny\":\"debug\"}'", off, on),
        ofNamespace(
            "severities in lower case", "'{\"allow\":\"info\",\"deny\":\"Info\"}'", on, invalid),
        ofNamespace("not JSON: everything off", "'{'", invalid, invalid),
        ofNamespace(
            "beside an annotation that is null", "'{\"deny\":\"info\"}', note: null", off, invalid),
        ofNamespace("not an object: everything off", "'[]'", invalid, invalid),
        ofNamespace(
            "a member that is no string: everything off",
            "'{\"allow\":\"info\",\"deny\":1}'",
            invalid,
            invalid),
        ofNamespace("a null member is off", "'{\"allow\":\"info\",\"deny\":null}'", on, off),
        ofNamespace("empty string", "''", off, off),
        ofNamespace("{}", "'{}'", off, off),
        ofNamespace("null", "'null'", off, off),
        ofNamespace("a bad pass costs nothing", "'{\"allow\":\"info\",\"pass\":\"x\"}'", on, off),
        CoverageRow.ovn("no annotation", POLICY + "Namespace shop", ALLOW + off, DENY + off),
        CoverageRow.ovn(
            "Namespace absent",
            POLICY,
            ALLOW + "unknown namespace-unknown",
            DENY + "unknown namespace-unknown"),
        CoverageRow.ovn(
            "the Namespace decides about its EgressFirewall",
            "Pod shop/w\n" + FIREWALL + namespace("'{\"deny\":\"info\"}'"),
            "point Namespace/shop|egress|allow|EgressFirewall/shop#0 " + off,
            "point Namespace/shop|egress|deny|EgressFirewall/shop#1 " + on));
  }

  static Stream<CoverageRow> admins() {
    String on = "covered annotated";
    String off = "missed not-annotated";
    String invalid = "missed invalid-annotation";
    String label =
        "AdminNetworkPolicy a "
            + acl("'{\"deny\":\"info\"}'")
            + " {priority: 1, subject: {namespaces: {matchLabels: {team: a}}}, ingress: [{action:"
            + " Deny, from: [{namespaces: {}}]}]}\n";
    return Stream.of(
        ofAdmin("the object decides about itself", "'{\"deny\":\"info\"}'", on, off),
        ofAdmin("pass too", "'{\"pass\":\"info\"}'", off, on),
        ofAdmin(
            "a bad severity costs all its points",
            "'{\"deny\":\"info\",\"pass\":\"x\"}'",
            invalid,
            invalid),
        ofAdmin("not JSON costs all its points", "'{'", invalid, invalid),
        ofAdmin(
            "beside an annotation that is null",
            "'{\"deny\":\"info\"}', note: null",
            invalid,
            "missed not-annotated"),
        ofAdmin("{} is off", "'{}'", off, off),
        CoverageRow.ovn(
            "a baseline decides about itself",
            "Pod shop/w\nBaselineAdminNetworkPolicy default "
                + acl("'{\"deny\":\"info\"}'")
                + " {subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces:"
                + " {}}]}]}",
            "point shop/Pod/w|ingress|deny|BaselineAdminNetworkPolicy/default#Ingress/0 " + on),
        CoverageRow.ovn(
            "a subject that needs labels of an absent Namespace is unknown and decides nothing",
            POLICY + label,
            ADMIN.formatted("deny", 0) + "unknown namespace-unknown",
            ALLOW,
            DENY),
        CoverageRow.ovn(
            "one whose Namespace has the labels decides",
            "Pod shop/w\nNamespace shop meta{labels: {team: a}}\n" + label,
            ADMIN.formatted("deny", 0) + on));
  }

  private static String record(String names, String verdict) {
    return "covered annotated {names: [" + names + "], severity: info, verdict: " + verdict + "}";
  }

  static Stream<CoverageRow> records() {
    String on = "'{\"allow\":\"info\",\"deny\":\"info\",\"pass\":\"info\"}'";
    String longName = "n".repeat(60);
    return Stream.of(
        CoverageRow.ovn(
            "NetworkPolicy allow names policy and rule, NetworkPolicy deny neither",
            POLICY + namespace(on),
            ALLOW + record("NP:shop:p:Ingress:0", "allow"),
            DENY + record("NP:shop:Ingress", "drop")),
        CoverageRow.ovn(
            "each rule of the policy that can match",
            POLICY.replace("[{ports", "[{from: [{podSelector: {}}]}, {ports") + namespace(on),
            ALLOW + record("NP:shop:p:Ingress:0, NP:shop:p:Ingress:1", "allow"),
            DENY),
        CoverageRow.ovn(
            "names are cut to 63 characters",
            POLICY.replace("shop/p", "shop/" + longName) + namespace(on),
            ALLOW.strip().replace("shop/p", "shop/" + longName)
                + " "
                + record("NP:shop:" + "n".repeat(55), "allow"),
            DENY),
        ofAdmin(
            "admin: name, direction and index",
            on,
            record("ANP:a:Ingress:0", "drop"),
            record("ANP:a:Ingress:1", "pass")),
        CoverageRow.ovn(
            "baseline",
            "Pod shop/w\nBaselineAdminNetworkPolicy default "
                + acl(on)
                + " {subject: {namespaces: {}}, egress: [{action: Allow, to: [{namespaces: {}}]}]}",
            "point shop/Pod/w|egress|allow|BaselineAdminNetworkPolicy/default#Egress/0 "
                + record("BANP:default:Egress:0", "allow")),
        CoverageRow.ovn(
            "egress firewall",
            "Pod shop/w\n" + FIREWALL + namespace(on),
            "point Namespace/shop|egress|allow|EgressFirewall/shop#0 "
                + record("EF:shop:0", "allow"),
            "point Namespace/shop|egress|deny|EgressFirewall/shop#1 "
                + record("EF:shop:1", "drop")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"namespaces", "admins", "records"})
  void aRowHolds(CoverageRow row) {
    row.check();
  }
}
