package dev.netlog.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Sections 1 and 4 of the definition of coverage: what is not stored, not programmed or of another
/// network, admin policies of one priority, and those that select no workload.
final class ProgrammingRowsTest {
  private static final String POD = "Namespace shop\nPod shop/w labels{app: w}\n";
  private static final String BROKEN = "annotations{k8s.ovn.org/acl-logging: 'no'} ";
  private static final String CLOSED = "NetworkPolicy shop/p {podSelector: {}}\n";
  private static final String DENY = "point shop/Pod/w|ingress|deny|default-deny ";

  private static String rule(String action, String more) {
    return "{action: " + action + ", from: [{namespaces: {}}]" + more + "}";
  }

  private static String port(int port) {
    return ", ports: [{portNumber: {protocol: TCP, port: " + port + "}}]";
  }

  private static String admin(int priority, String name, String... rules) {
    return annotated("", priority, name, rules);
  }

  private static String annotated(String annotations, int priority, String name, String... rules) {
    return "AdminNetworkPolicy %s %s{priority: %d, subject: {namespaces: {}}, ingress: [%s]}\n"
        .formatted(name, annotations, priority, String.join(", ", rules));
  }

  private static String baseline(String annotations, String... rules) {
    return "BaselineAdminNetworkPolicy default %s{subject: {namespaces: {}}, ingress: [%s]}\n"
        .formatted(annotations, String.join(", ", rules));
  }

  private static String of(String verdict, String policy, int rule) {
    return "point shop/Pod/w|ingress|" + verdict + "|" + policy + "#Ingress/" + rule + " ";
  }

  private static String ofAdmin(String verdict, String policy, int rule) {
    return of(verdict, "AdminNetworkPolicy/" + policy, rule);
  }

  static Stream<CoverageRow> notProgrammed() {
    String allow =
        "NetworkPolicy shop/q {podSelector: {}, ingress: [{from: [{namespaceSelector: {}}]}]}\n";
    return Stream.of(
        CoverageRow.ovn(
            "a priority above 99 hides nothing",
            POD + admin(100, "a", rule("Deny", "")) + CLOSED + allow,
            ofAdmin("deny", "a", 0) + "missed not-programmed",
            "point shop/Pod/w|ingress|allow|NetworkPolicy/shop/q ",
            DENY),
        CoverageRow.ovn(
            "one of 99 does",
            POD + admin(99, "a", rule("Deny", "")) + CLOSED + allow,
            ofAdmin("deny", "a", 0) + "missed not-annotated",
            DENY),
        CoverageRow.ovn(
            "a broken annotation hides nothing, and is named before the priority",
            POD
                + annotated(BROKEN, 1, "a", rule("Allow", ""))
                + annotated(BROKEN, 150, "b", rule("Allow", ""))
                + admin(2, "c", rule("Deny", "")),
            ofAdmin("allow", "a", 0) + "missed invalid-annotation",
            ofAdmin("deny", "c", 0) + "missed not-annotated"),
        CoverageRow.ovn(
            "it stands behind programmed policies before it and its own earlier rules only",
            POD
                + admin(5, "a", rule("Deny", port(80)))
                + annotated(BROKEN, 6, "b", rule("Deny", ""))
                + annotated(BROKEN, 7, "c", rule("Pass", ""), rule("Deny", port(80)))
                + annotated(BROKEN, 5, "d", rule("Allow", port(80)))
                + annotated(BROKEN, 8, "e", rule("Allow", port(80))),
            ofAdmin("deny", "a", 0),
            ofAdmin("deny", "b", 0) + "missed invalid-annotation",
            ofAdmin("pass", "c", 0) + "missed invalid-annotation",
            ofAdmin("allow", "d", 0) + "missed invalid-annotation"),
        CoverageRow.ovn(
            "a baseline policy that is not programmed, behind all admin policies",
            POD
                + admin(5, "a", rule("Deny", port(80)))
                + baseline(BROKEN, rule("Deny", port(80)), rule("Deny", "")),
            ofAdmin("deny", "a", 0),
            of("deny", "BaselineAdminNetworkPolicy/default", 1) + "missed invalid-annotation",
            "notice ungoverned-workload Pod/shop/w egress"),
        CoverageRow.ovn(
            "where it is not known whether it applies, its rules are missed all the same",
            "Pod shop/w\n"
                + annotated(BROKEN, 5, "a", rule("Deny", ""))
                    .replace("namespaces: {}}, in", "namespaces: {matchLabels: {t: x}}}, in"),
            ofAdmin("deny", "a", 0) + "missed invalid-annotation"));
  }

  private static CoverageRow firewall(String name, String rules, String... expected) {
    return CoverageRow.ovn(
        name,
        "Namespace shop annotations{k8s.ovn.org/acl-logging: '{\"allow\":\"info\",\"deny\":"
            + "\"info\"}'}\nEgressFirewall shop/default {egress: ["
            + rules
            + "]}",
        expected);
  }

  static Stream<CoverageRow> firewalls() {
    String allow = "{type: Allow, to: {cidrSelector: 10.0.0.0/8}}";
    String[] points = {
      "point Namespace/shop|egress|allow|EgressFirewall/shop#0 ",
      "point Namespace/shop|egress|deny|EgressFirewall/shop#1 "
    };
    List<CoverageRow> rows = new ArrayList<>();
    for (String to :
        List.of(
            "cidrSelector: 0.0.0.0/33",
            "cidrSelector: 192.168.0.0",
            "cidrSelector: ''",
            "cidrSelector: 010.0.0.0/8",
            "nodeSelector: {matchExpressions: [{key: a, operator: Is}]}")) {
      rows.add(
          firewall(
              "one rule that OVN cannot read keeps all out: " + to,
              allow + ", {type: Deny, to: {" + to + "}}",
              points[0] + "missed not-programmed",
              points[1] + "missed not-programmed"));
    }
    for (String to : List.of("cidrSelector: 192.168.1.1/16", "dnsName: example.org")) {
      rows.add(
          firewall(
              "a rule that OVN reads: " + to,
              allow + ", {type: Deny, to: {" + to + "}}",
              points[0] + "covered annotated",
              points[1] + "covered annotated"));
    }
    return rows.stream();
  }

  static Stream<CoverageRow> otherNetworks() {
    String rails =
        "NetworkPolicy shop/r annotations{networking.gke.io/network: '%s'} {podSelector: {}}\n";
    return Stream.of(
        CoverageRow.gke(
            "a policy of another network is one point, and governs nothing",
            "Pod shop/w\n" + rails.formatted("blue"),
            "point Namespace/shop|-|any|NetworkPolicy/shop/r unknown other-network",
            "governed 0/2"),
        CoverageRow.gke(
            "nor has it a virtual subject",
            rails.formatted("blue"),
            "point Namespace/shop|-|any|NetworkPolicy/shop/r unknown other-network",
            "counter workload 0 covered 0 partial 0 missed 0 unknown"),
        CoverageRow.gke("the default network", "Pod shop/w\n" + rails.formatted("default"), DENY),
        CoverageRow.ovn(
            "the annotation means nothing to OVN", POD + rails.formatted("blue"), DENY));
  }

  static Stream<CoverageRow> ties() {
    return Stream.of(
        CoverageRow.ovn(
            "three policies of one priority hide nothing from each other",
            POD
                + admin(7, "a", rule("Allow", ""))
                + admin(7, "b", rule("Deny", ""))
                + admin(7, "c", rule("Deny", port(80)), rule("Deny", port(80)))
                + admin(8, "d", rule("Deny", port(80))),
            ofAdmin("allow", "a", 0),
            ofAdmin("deny", "b", 0),
            ofAdmin("deny", "c", 0),
            "inactive AdminNetworkPolicy/d",
            "notice shadowed-rule AdminNetworkPolicy/c#Ingress/1 ",
            "notice shadowed-rule AdminNetworkPolicy/d#Ingress/0 ",
            "notice ungoverned-workload Pod/shop/w egress"),
        CoverageRow.ovn(
            "what some order passes on is open behind them, for NetworkPolicies",
            POD
                + CLOSED
                + admin(7, "a", rule("Deny", ""))
                + admin(7, "b", rule("Pass", port(80)))
                + "NetworkPolicy shop/q {podSelector: {}, ingress: [{from: [{namespaceSelector:"
                + " {}}], ports: [{port: 80}]}, {from: [{namespaceSelector: {}}], ports: [{port:"
                + " 81}]}]}\n",
            ofAdmin("deny", "a", 0),
            ofAdmin("pass", "b", 0),
            "point shop/Pod/w|ingress|allow|NetworkPolicy/shop/q ",
            DENY,
            "notice shadowed-rule NetworkPolicy/shop/q ",
            "notice ungoverned-workload Pod/shop/w egress"),
        CoverageRow.ovn(
            "not for admin policies of a later priority",
            POD
                + admin(7, "a", rule("Deny", ""))
                + admin(7, "b", rule("Pass", ""))
                + admin(8, "c", rule("Allow", "")),
            ofAdmin("deny", "a", 0),
            ofAdmin("pass", "b", 0)),
        CoverageRow.ovn(
            "and for the baseline",
            POD
                + admin(7, "a", rule("Deny", ""))
                + admin(7, "b", rule("Pass", ""))
                + baseline("", rule("Deny", "")),
            ofAdmin("deny", "a", 0),
            ofAdmin("pass", "b", 0),
            of("deny", "BaselineAdminNetworkPolicy/default", 0)),
        CoverageRow.ovn(
            "an admin policy with pass rules alone is inactive",
            POD + admin(7, "a", rule("Pass", "")),
            ofAdmin("pass", "a", 0),
            "inactive AdminNetworkPolicy/a"));
  }

  private static String subject(String subject) {
    return "AdminNetworkPolicy a {priority: 1, subject: {"
        + subject
        + "}, ingress: ["
        + rule("Deny", "")
        + "]}\n";
  }

  private static String virtual(String subject) {
    return "point " + subject + "|ingress|deny|AdminNetworkPolicy/a#Ingress/0 missed not-annotated";
  }

  static Stream<CoverageRow> alone() {
    String some = "Namespace x meta{labels: {t: a}}\nNamespace y meta{labels: {t: a}}\n";
    String selecting = "namespaces: {matchLabels: {t: a}}";
    return Stream.of(
        CoverageRow.ovn(
            "a virtual subject in each Namespace that it selects",
            some + "Namespace z\nPod z/w\n" + subject(selecting),
            virtual("x/Virtual/AdminNetworkPolicy-a"),
            virtual("y/Virtual/AdminNetworkPolicy-a"),
            "counter namespace 0 covered 0 partial 2 missed 0 unknown",
            "governed 0/2"),
        CoverageRow.ovn(
            "none where it selects a workload anywhere",
            some + "Pod x/w\n" + subject(selecting),
            virtual("x/Pod/w")),
        CoverageRow.ovn(
            "one in the node's network does not count",
            some + "Pod x/w pod{hostNetwork: true}\n" + subject(selecting),
            virtual("x/Virtual/AdminNetworkPolicy-a"),
            virtual("y/Virtual/AdminNetworkPolicy-a")),
        CoverageRow.ovn(
            "one that it may select does",
            "Pod x/w\n" + subject(selecting),
            "point x/Pod/w|ingress|deny|AdminNetworkPolicy/a#Ingress/0 unknown namespace-unknown"),
        CoverageRow.ovn(
            "else one in all namespaces that were not read",
            subject(selecting),
            virtual("*/Virtual/AdminNetworkPolicy-a")),
        CoverageRow.ovn(
            "which admin policies of other namespaces do not select",
            subject(selecting)
                + subject("namespaces: {matchLabels: {t: b}}").replace("cy a", "cy b"),
            virtual("*/Virtual/AdminNetworkPolicy-a"),
            virtual("*/Virtual/AdminNetworkPolicy-b").replace("cy/a", "cy/b")),
        CoverageRow.ovn(
            "none where no namespace can be selected",
            subject(
                "namespaces: {matchExpressions: [{key: kubernetes.io/metadata.name, operator:"
                    + " DoesNotExist}]}"),
            "no point",
            "inactive AdminNetworkPolicy/a"),
        CoverageRow.of(
            "where all workloads were read only in namespaces without any",
            ObjectLines.world(
                "ovn",
                some
                    + "Pod x/w labels{app: w}\n"
                    + subject(
                        "pods: {namespaceSelector: {matchLabels: {t: a}}, podSelector: {matchLabels: {app: a}}}"),
                "input",
                "complete"),
            virtual("y/Virtual/AdminNetworkPolicy-a")),
        CoverageRow.ovn(
            "a virtual subject of a NetworkPolicy with the same labels serves for it",
            some + "NetworkPolicy x/p {podSelector: {}}\n" + subject(selecting),
            virtual("x/Virtual/p"),
            "point x/Virtual/p|ingress|deny|default-deny ",
            virtual("y/Virtual/AdminNetworkPolicy-a")));
  }

  static Stream<CoverageRow> refused() {
    return Stream.of(
        CoverageRow.gke(
            "a policy that the API server refuses has no point and isolates nobody",
            "Pod shop/w\nNetworkPolicy shop/p {podSelector: {}, policyTypes: [Inbound]}\n",
            "no point",
            "no inactive",
            "refused NetworkPolicy/shop/p"),
        CoverageRow.ovn(
            "an admin policy that it refuses decides nothing",
            POD
                + CLOSED
                + admin(1, "a", "{action: Allow, from: [{namespaces: {}}]}, {action: Log}"),
            DENY,
            "no inactive",
            "refused AdminNetworkPolicy/a"),
        CoverageRow.gke(
            "nobody checks an object of a kind that is not modelled",
            admin(1, "a", "{action: Log}"),
            "point Cluster|-|any|AdminNetworkPolicy/a unknown unmodelled-policy",
            "no refused"),
        CoverageRow.gke(
            "a logging value that is no string leaves the points, missed",
            "Pod shop/w\nNamespace shop annotations{policy.network.gke.io/enable-deny-logging: true}\n"
                + CLOSED
                + "NetworkLogging default {cluster: {allow: {log: true, delegate: true}, deny: {log:"
                + " true, delegate: true}}}",
            DENY + "missed invalid-annotation",
            "no refused"),
        CoverageRow.gke(
            "a workload that it refuses is no subject",
            CLOSED + "Deployment shop/w labels{app: 1}\n",
            "point shop/Virtual/p|ingress|deny|default-deny ",
            "refused Deployment/shop/w"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"notProgrammed", "firewalls", "otherNetworks", "ties", "alone", "refused"})
  void aRowHolds(CoverageRow row) {
    row.check();
  }
}
