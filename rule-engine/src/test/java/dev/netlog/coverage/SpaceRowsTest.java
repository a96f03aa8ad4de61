package dev.netlog.coverage;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Section 3 of the definition of coverage: the connection space, and what NetworkPolicies admit.
final class SpaceRowsTest {
  private static final String ALLOW = "point shop/Pod/w|ingress|allow|NetworkPolicy/shop/p ";
  private static final String DENY = "point shop/Pod/w|ingress|deny|default-deny ";
  private static final String ALLOW_OUT = "point shop/Pod/w|egress|allow|NetworkPolicy/shop/p ";
  private static final String DENY_OUT = "point shop/Pod/w|egress|deny|default-deny ";
  private static final String WHOLE = "ports: [{protocol: TCP}, {protocol: UDP}, {protocol: SCTP}]";

  /// A pod, and a policy with this spec that selects it.
  private static CoverageRow gke(String name, String spec, String... expected) {
    return CoverageRow.gke(name, objects(spec), expected);
  }

  private static CoverageRow ovn(String name, String spec, String... expected) {
    return CoverageRow.ovn(name, objects(spec), expected);
  }

  private static String objects(String spec) {
    return "Pod shop/w labels{app: w} pod{containers: [{ports: [{name: http, containerPort:"
        + " 80}]}]}\n"
        + "NetworkPolicy shop/p {podSelector: {}, "
        + spec
        + "}";
  }

  /// A bare policy on a delegated log, beside one that is annotated.
  private static CoverageRow beside(String name, String annotated, String bare, String state) {
    return CoverageRow.of(
        name,
        ObjectLines.world(
            "gke",
            objects(bare)
                + "\nNetworkPolicy shop/q annotations{policy.network.gke.io/enable-logging: 'true'}"
                + " {podSelector: {}, "
                + annotated
                + "}",
            "networkLogging",
            "delegated"),
        ALLOW + state,
        "point shop/Pod/w|ingress|allow|NetworkPolicy/shop/q covered annotated",
        DENY);
  }

  static Stream<CoverageRow> peers() {
    String noName = "{key: kubernetes.io/metadata.name, operator: DoesNotExist}";
    String everyPod = "from: [{namespaceSelector: {}}]";
    return Stream.of(
        gke(
            "any pod with any labels in any namespace is a peer",
            "ingress: [{from: [{namespaceSelector: {matchLabels: {team: nobody}},"
                + " podSelector: {matchLabels: {app: nowhere}}}]}]",
            ALLOW,
            DENY),
        gke(
            "every namespace has its name as a label",
            "ingress: [{from: [{namespaceSelector: {matchExpressions: [" + noName + "]}}]}]",
            DENY),
        gke(
            "any outside IPv4 address is a peer",
            "ingress: [{from: [{ipBlock: {cidr: 203.0.113.0/24}}]}]",
            ALLOW,
            DENY),
        gke(
            "any outside IPv6 address is a peer if a rule names an IPv6 block",
            "ingress: [{from: [{ipBlock: {cidr: '::/0'}}]}]",
            ALLOW,
            DENY),
        gke(
            "no IPv6 address is one if no rule names an IPv6 block",
            "ingress: [{from: [{namespaceSelector: {}}, {ipBlock: {cidr: 0.0.0.0/0}}]}]",
            ALLOW),
        gke(
            "all IPv4 addresses are not all if a rule names an IPv6 block",
            "ingress: [{from: [{namespaceSelector: {}}, {ipBlock: {cidr: 0.0.0.0/0}},"
                + " {ipBlock: {cidr: '::/1'}}]}]",
            ALLOW,
            DENY),
        gke(
                "IPv6 is by option too",
                "ingress: [{from: [{namespaceSelector: {}}, {ipBlock: {cidr: 0.0.0.0/0}}]}]",
                ALLOW,
                DENY)
            .dualStack(),
        gke(
            "pods and outside addresses are all peers: nodes are none",
            "ingress: [{from: [{namespaceSelector: {}}, {ipBlock: {cidr: 0.0.0.0/0}}]}]",
            ALLOW),
        gke("every pod is not every peer", "ingress: [{" + everyPod + "}]", ALLOW, DENY),
        gke(
            "TCP, UDP and SCTP are all protocols: ICMP is none",
            "ingress: [{" + WHOLE + "}]",
            ALLOW),
        gke(
            "two protocols are not all",
            "ingress: [{ports: [{protocol: TCP}, {protocol: UDP}]}]",
            ALLOW,
            DENY),
        gke(
            "ports are 1 to 65535",
            "ingress: [{ports: [{port: 1, endPort: 65535}, {protocol: UDP}, {protocol: SCTP}]}]",
            ALLOW),
        gke(
            "port 65535 is one of them",
            "ingress: [{ports: [{port: 1, endPort: 65534}, {protocol: UDP}, {protocol: SCTP}]}]",
            ALLOW,
            DENY));
  }

  static Stream<CoverageRow> blocks() {
    String all = "ingress: [{from: [{ipBlock: {cidr: 0.0.0.0/0}}]}]";
    return Stream.of(
        gke("on gke an ipBlock matches outside addresses only", all, ALLOW, DENY),
        ovn("on ovn it matches pod addresses too", all, ALLOW),
        beside(
            "on gke a block and pods have nothing in common",
            "ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/8}}]}]",
            "ingress: [{from: [{namespaceSelector: {}}]}]",
            "missed not-annotated"),
        gke(
            "an address of except is not in its block",
            "ingress: [{from: [{ipBlock: {cidr: 10.0.0.0/24, except: [10.0.0.0/25,"
                + " 10.0.0.128/25]}}]}]",
            DENY));
  }

  static Stream<CoverageRow> directions() {
    return Stream.of(
        gke("no policyTypes is Ingress", "egress: []", DENY),
        gke(
            "plus Egress if there is an egress rule",
            "egress: [{to: [{podSelector: {}}]}]",
            DENY,
            ALLOW_OUT,
            DENY_OUT),
        gke(
            "rules in a direction that is not listed are ignored",
            "policyTypes: [Egress], ingress: [{ports: [{port: 1}]}], egress: [{ports: [{port:"
                + " 1}]}]",
            ALLOW_OUT,
            DENY_OUT));
  }

  static Stream<CoverageRow> selectors() {
    String pods = "Pod shop/w labels{app: w}\nPod shop/v\nNetworkPolicy shop/p ";
    String other = "point shop/Pod/v|ingress|deny|default-deny ";
    return Stream.of(
        CoverageRow.gke("an empty podSelector is all", pods + "{podSelector: {}}", DENY, other),
        CoverageRow.gke("a null podSelector is all", pods + "{podSelector: null}", DENY, other),
        CoverageRow.gke(
            "an absent podSelector is all", pods + "{policyTypes: [Ingress]}", DENY, other),
        beside(
            "an empty podSelector of a peer is every pod of the namespace",
            "ingress: [{from: [{podSelector: {}}]}]",
            "ingress: [{from: [{podSelector: {matchLabels: {app: a}}}]}]",
            "covered covered-by-others"),
        beside(
            "and of no other one",
            "ingress: [{from: [{podSelector: {}}]}]",
            "ingress: [{from: [{namespaceSelector: {}}]}]",
            "missed not-annotated partial"),
        beside(
            "an empty namespaceSelector is every namespace",
            "ingress: [{from: [{namespaceSelector: {}}]}]",
            "ingress: [{from: [{namespaceSelector: {matchLabels: {team: a}}}]}]",
            "covered covered-by-others"));
  }

  static Stream<CoverageRow> rules() {
    return Stream.of(
        gke("absent from and ports are all", "ingress: [{}]", ALLOW),
        gke("empty from and ports are all", "ingress: [{from: [], ports: []}]", ALLOW),
        gke("null from and ports are all", "ingress: [{from: null, ports: null}]", ALLOW),
        gke("absent to is all", "policyTypes: [Egress], egress: [{}]", ALLOW_OUT),
        gke("empty to is all", "policyTypes: [Egress], egress: [{to: []}]", ALLOW_OUT),
        gke("no rule is nothing", "ingress: []", DENY));
  }

  static Stream<CoverageRow> ports() {
    return Stream.of(
        beside(
            "a named port resolves on the destination pod",
            "ingress: [{ports: [{port: 80}]}]",
            "ingress: [{ports: [{port: http}]}]",
            "covered covered-by-others"),
        CoverageRow.gke(
            "it admits nothing where the pod does not declare it, but another workload does",
            objects("ingress: [{ports: [{port: metrics}]}]") + other("metrics", "TCP"),
            DENY),
        CoverageRow.gke(
            "nor where it declares it with another protocol",
            objects("ingress: [{ports: [{port: http, protocol: UDP}]}]") + other("http", "UDP"),
            DENY),
        gke(
            "at egress the destination is another pod",
            "policyTypes: [Egress], egress: [{ports: [{port: metrics}]}]",
            ALLOW_OUT,
            DENY_OUT),
        beside(
            "a port entry without port is the whole protocol",
            "ingress: [{ports: [{protocol: UDP}]}]",
            "ingress: [{ports: [{protocol: UDP, port: 1}, {protocol: UDP, port: 65535}]}]",
            "covered covered-by-others"),
        beside(
            "the default protocol is TCP",
            "ingress: [{ports: [{port: 8080}]}]",
            "ingress: [{ports: [{port: 8080, protocol: TCP}]}]",
            "covered covered-by-others"),
        beside(
            "and no other",
            "ingress: [{ports: [{port: 8080}]}]",
            "ingress: [{ports: [{port: 8080, protocol: UDP}]}]",
            "missed not-annotated"),
        beside(
            "endPort is inclusive",
            "ingress: [{ports: [{port: 8000, endPort: 8010}]}]",
            "ingress: [{ports: [{port: 8000}, {port: 8010}]}]",
            "covered covered-by-others"),
        beside(
            "what is behind endPort is not in it",
            "ingress: [{ports: [{port: 8000, endPort: 8010}]}]",
            "ingress: [{ports: [{port: 8010}, {port: 8011}]}]",
            "missed not-annotated partial"));
  }

  /// A workload without points that declares a port.
  private static String other(String name, String protocol) {
    return "\nPod shop/other pod{hostNetwork: true, containers: [{ports: [{name: "
        + name
        + ", containerPort: 9090, protocol: "
        + protocol
        + "}]}]}";
  }

  /// Gate.md A12: what a container declares that the cluster adds, nobody can read.
  static Stream<CoverageRow> undeclaredPorts() {
    String unresolved = "unknown named-port-unresolved";
    String metrics = "ingress: [{ports: [{port: metrics}]}]";
    String more = "ingress: [{ports: [{port: 80}]}, {ports: [{port: metrics}]}]";
    String hash = "podSelector: {matchLabels: {pod-template-hash: h}}, ";
    return Stream.of(
        gke("a port that no workload declares may be one", metrics, ALLOW + unresolved, DENY),
        ovn("on each platform", metrics, ALLOW + unresolved, DENY),
        gke(
            "and one that they declare with another protocol only",
            "ingress: [{ports: [{port: http, protocol: UDP}]}]",
            ALLOW + unresolved,
            DENY),
        CoverageRow.gke(
            "one that only workloads of another namespace declare",
            objects(metrics) + other("metrics", "TCP").replace("shop/", "edge/"),
            ALLOW + unresolved,
            DENY),
        CoverageRow.of(
            "unless the input has all containers",
            ObjectLines.world("gke", objects(metrics), "input", "complete"),
            DENY),
        beside(
            "others do not cover what it may be",
            "ingress: [{ports: [{port: 80}]}]",
            more,
            unresolved),
        beside(
            "what is missed stays missed",
            "ingress: [{ports: [{port: 81}]}]",
            more,
            "missed not-annotated"),
        CoverageRow.of(
            "what the policy itself logs stays covered",
            ObjectLines.world("gke", annotated(more), "networkLogging", "delegated"),
            ALLOW + "covered annotated",
            DENY),
        CoverageRow.of(
            "also if it may decide nothing else",
            ObjectLines.world("gke", annotated(metrics), "networkLogging", "delegated"),
            ALLOW + "covered annotated {disposition: allow, policies: [shop/p]}",
            DENY),
        CoverageRow.gke(
            "a policy that may not apply depends on the label",
            "Deployment shop/w\nNetworkPolicy shop/p {" + hash + metrics + "}",
            "point shop/Deployment/w|ingress|allow|NetworkPolicy/shop/p unknown generated-label",
            "point shop/Deployment/w|ingress|deny|default-deny unknown generated-label"),
        CoverageRow.gke(
            "a virtual subject declares each port",
            "Pod shop/w\nNetworkPolicy shop/p {podSelector: {matchLabels: {a: b}}, "
                + metrics
                + "}",
            "point shop/Virtual/p|ingress|allow|NetworkPolicy/shop/p unknown networklogging-unknown",
            "point shop/Virtual/p|ingress|deny|default-deny unknown networklogging-unknown"),
        gke(
            "rules of a direction that is not listed name nothing",
            "policyTypes: [Egress], " + metrics,
            DENY_OUT));
  }

  private static String annotated(String spec) {
    return objects(spec)
        .replace("shop/p {", "shop/p annotations{policy.network.gke.io/enable-logging: 'true'} {");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"peers", "blocks", "directions", "selectors", "rules", "ports", "undeclaredPorts"})
  void aRowHolds(CoverageRow row) {
    row.check();
  }
}
