package dev.netlog.coverage;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The gates by connection: what a change must not take away unseen, and what it may do freely.
final class GateByConnectionRowsTest {
  private static final String POD = "Pod shop/w labels{app: w}\n";
  private static final String DENIES =
      "Namespace shop annotations{policy.network.gke.io/enable-deny-logging: 'true'}\n";
  private static final String BARE = "Namespace shop\n";
  private static final String KEY = "shop/Pod/w|ingress|allow|NetworkPolicy/shop/";
  private static final String DENY = "shop/Pod/w|ingress|deny|default-deny";
  private static final String EGRESS =
      "NetworkPolicy shop/o {podSelector: {matchLabels: {app: w}}, policyTypes: [Egress]}\n";
  private static final String NOT_APP =
      BARE
          + "NetworkPolicy shop/p {podSelector: {matchExpressions: [{key: app, operator: NotIn,"
          + " values: [x]}]}, ingress: [{ports: [{port: 80}]}]}\n";
  private static final String SIBLING =
      "ReplicaSet shop/%s meta{ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: top,"
          + " uid: u, controller: true}]} labels{%s}\n";
  private static final String WORKLOAD = "Deployment shop/w labels{app: w}\n";
  private static final String MAYBE =
      "NetworkPolicy shop/m {podSelector: {matchLabels: {pod-template-hash: a}},"
          + " ingress: [{ports: [{port: 90}]}]}\n";
  private static final String NOT_HASH = "{key: pod-template-hash, operator: NotIn, values: [a]}";
  private static final String OTHER =
      "NetworkPolicy shop/q {podSelector: {matchLabels: {app: x}}, policyTypes: [Egress],"
          + " ingress: [{ports: [{port: 65535}]}]}\n";
  private static final String OFF =
      "NetworkLogging default {cluster: {allow: {log: false}, deny: {log: false}}}\n";
  private static final String ALLOWS = "policy.network.gke.io/enable-logging: 'true'";

  private static final String EVERYTHING =
      "NetworkPolicy shop/e annotations{" + ALLOWS + "} {podSelector: %s, ingress: [{}]}\n";

  private static final String HTTP = "{name: http, containerPort: 81}";
  private static final String ADMIN =
      "AdminNetworkPolicy a {priority: 1, subject: {pods: {namespaceSelector: {}, podSelector:"
          + " {matchLabels: {app: web}}}}, ingress: [{action: Allow, from: [{namespaces: {}}]}]}\n";

  private static String policy(String name, int port) {
    return "NetworkPolicy shop/%s {podSelector: {}, ingress: [{ports: [{port: %d}]}]}\n"
        .formatted(name, port);
  }

  private static String logged(String name, int port) {
    return policy(name, port).replace(" {pod", " annotations{" + ALLOWS + "} {pod");
  }

  private static GateRow row(String name, String base, String head, String... expected) {
    return GateRow.of(
        name,
        ObjectLines.world("gke", base, "networkLogging", "delegated"),
        ObjectLines.world("gke", head, "networkLogging", "delegated"),
        expected);
  }

  static Stream<GateRow> takenOver() {
    String one =
        "NetworkPolicy shop/p annotations{%s} {podSelector: {}, ingress: [{from: [{podSelector: {}}],"
                .formatted(ALLOWS)
            + " ports: [{port: 80}]}]}\n";
    String all = policy("q", 80);
    String denied = "no verdict point loses";
    String narrow = "NetworkPolicy shop/p {podSelector: {matchLabels: {app: x}}, ingress: []}\n";
    String gap =
        "NetworkPolicy shop/q {podSelector: {matchExpressions: [{key: tier, operator: DoesNotExist}]},"
            + " ingress: [{ports: [{port: 80}]}]}\n";
    return Stream.of(
        row(
            "A3: a bare policy decides what a deleted one logged",
            DENIES + POD + one + all,
            DENIES + POD + all,
            "regression " + KEY + "q",
            "gate regressions FAIL 1 0"),
        row(
            "A3: the same where the logged policy moves to another port",
            DENIES + POD + one + all,
            DENIES + POD + one.replace("80", "81") + all,
            "regression " + KEY + "q"),
        row(
            "A3: what another logged policy still logs is not lost",
            DENIES + POD + one + logged("r", 80) + all,
            DENIES + POD + logged("r", 80) + all,
            "no regression",
            "gate regressions pass 0 0: " + denied),
        row(
            "A3: a gap that does not meet what was logged takes nothing over",
            DENIES + POD + one + policy("q", 81),
            DENIES + POD + policy("q", 81),
            "no regression"),
        row(
            "A3: a bare policy admits what was refused with a record",
            DENIES + POD + one,
            DENIES + POD + one + policy("q", 81),
            "regression " + KEY + "q",
            "uncovered " + KEY + "q"),
        row(
            "A3: what a deleted policy logged is refused without a record",
            BARE + POD + one + logged("r", 81),
            BARE + POD + logged("r", 81),
            "regression " + DENY,
            "no touched"),
        row(
            "A3: a point that loses its own record is named once",
            DENIES + POD + one + all,
            DENIES + POD + one.replace(ALLOWS, "a: b") + all,
            "regression " + KEY + "p"),
        row(
            "A3: a policy that may apply took nothing over if nothing changed for it",
            DENIES + WORKLOAD + MAYBE + logged("p", 80),
            DENIES + WORKLOAD + MAYBE + logged("p", 80) + logged("r", 81),
            "no regression"),
        row(
            "A3: a named port of pods that were not read has another assumed number",
            BARE + logged("p", 80).replace("80", "web"),
            BARE + logged("p", 80).replace("80", "web") + OTHER,
            "no regression"),
        row(
            "A3: an old gap of a virtual subject takes nothing over from a policy for other pods",
            DENIES + narrow + gap,
            DENIES + narrow + gap + logged("r", 81),
            "no regression"),
        row(
            "B1: a policy that may apply refuses nothing that it admits",
            DENIES + WORKLOAD + MAYBE.replace("ingress", "policyTypes: [Ingress, Egress], ingress"),
            DENIES + WORKLOAD + MAYBE,
            "no touched"),
        row(
            "A3: the workload is renamed too",
            DENIES + "Deployment shop/w labels{app: w}\n" + one + all,
            DENIES + "Deployment shop/v labels{app: w}\n" + all,
            "regression shop/Deployment/v|ingress|allow|NetworkPolicy/shop/q"),
        ovn(
            "A3: a logged Deny of an admin policy is removed",
            admin("ingress: [{action: Deny, from: [{namespaces: {}}]}]"),
            admin("ingress: [{action: Deny, from: [{namespaces: {matchLabels: {a: b}}}]}]"),
            "regression " + KEY + "p",
            "regression " + DENY),
        ovn(
            "A3: a rule that passes is put above",
            admin("ingress: [{action: Deny, from: [{namespaces: {}}]}]"),
            admin(
                "ingress: [{action: Pass, from: [{namespaces: {}}]}, {action: Deny, from:"
                    + " [{namespaces: {}}]}]"),
            "regression " + KEY + "p",
            "regression " + DENY));
  }

  static Stream<GateRow> undecided() {
    String all =
        "EgressFirewall shop/default {egress: [{type: Deny, to: {cidrSelector: 0.0.0.0/0}}]}\n";
    String lost = "lost Namespace/shop:egress";
    String baseline =
        "BaselineAdminNetworkPolicy default annotations{k8s.ovn.org/acl-logging: '{\"deny\":"
            + " \"info\"}'} {subject: {namespaces: {}}, ingress: [{action: Deny, from: [{namespaces: {}}]%s}]}\n";
    return Stream.of(
        firewall(
            "undecided: an EgressFirewall is narrowed",
            all,
            all.replace("0.0.0.0/0", "10.0.0.0/8"),
            lost),
        firewall(
            "undecided: a port is named",
            all,
            all.replace("0/0}}", "0/0}, ports: [{protocol: TCP, port: 80}]}"),
            lost),
        firewall("undecided: an EgressFirewall is deleted beside its workload", all, "", lost),
        firewall(
            "undecided: a rule is split",
            all,
            all.replace("[{", "[{type: Deny, to: {cidrSelector: 128.0.0.0/1}}, {")
                .replace("0.0.0.0/0", "0.0.0.0/1"),
            "no lost"),
        GateRow.of(
            "undecided: a logged baseline decides less",
            ObjectLines.world("ovn", BARE + POD + baseline.formatted("")),
            ObjectLines.world(
                "ovn",
                BARE
                    + POD
                    + baseline.formatted(", ports: [{portNumber: {protocol: TCP, port: 22}}]")),
            "lost shop/Pod/w:ingress"));
  }

  private static GateRow firewall(String name, String base, String head, String... expected) {
    String logged =
        "Namespace shop annotations{k8s.ovn.org/acl-logging: '{\"allow\": \"info\", \"deny\": \"info\"}'}\n"
            + POD;
    return GateRow.of(
        name,
        ObjectLines.world("ovn", logged + base),
        ObjectLines.world("ovn", logged + head),
        expected);
  }

  private static String admin(String rules) {
    return "AdminNetworkPolicy a annotations{k8s.ovn.org/acl-logging: '{\"allow\": \"info\", \"deny\":"
        + " \"info\", \"pass\": \"info\"}'} {priority: 1, subject: {namespaces: {}}, "
        + rules
        + "}\n";
  }

  private static GateRow ovn(String name, String base, String head, String... expected) {
    String all = BARE + POD + policy("p", 80);
    return GateRow.of(
        name, ObjectLines.world("ovn", all + base), ObjectLines.world("ovn", all + head), expected);
  }

  private static GateRow unseen(String name, String base, String head, String... expected) {
    return GateRow.of(
        name, ObjectLines.world("gke", base), ObjectLines.world("gke", head), expected);
  }

  static Stream<GateRow> ownLogging() {
    String base = DENIES + POD + logged("p", 80);
    String on =
        "NetworkLogging default {cluster: {allow: {log: true, delegate: true}, deny: {log: "
            + "true, delegate: true}}}\n";
    return Stream.of(
        unseen(
            "A2: annotations that go though it is unknown whether they count",
            base,
            BARE + POD + policy("p", 80),
            "regression " + KEY + "p",
            "regression " + DENY,
            "gate regressions FAIL 2 0"),
        unseen("A2: nothing of it goes", base, base, "no regression"),
        row(
            "A2: a policy that is not modelled loses its logging value",
            BARE
                + "CiliumNetworkPolicy shop/c annotations{"
                + ALLOWS
                + "} {endpointSelector: {}}\n",
            BARE + "CiliumNetworkPolicy shop/c {endpointSelector: {}}\n",
            "regression Namespace/shop|-|any|CiliumNetworkPolicy/shop/c"),
        unseen(
            "A2: the settings come at the same time",
            base,
            on + BARE + POD + logged("p", 80),
            "regression " + DENY,
            "touched " + KEY + "p"),
        unseen(
            "A2: what was logged so is decided by another policy",
            base + policy("q", 80),
            DENIES + POD + policy("q", 80),
            "regression " + KEY + "q"),
        unseen(
            "A2: annotations that go though they do not count",
            OFF + base,
            OFF + BARE + POD + policy("p", 80),
            "no regression",
            "no touched"),
        unseen(
            "A2: a policy that may apply is taken to apply",
            BARE + WORKLOAD + EVERYTHING.formatted("{}"),
            BARE + WORKLOAD + MAYBE + EVERYTHING.formatted("{matchLabels: {pod-template-hash: a}}"),
            "no regression"),
        unseen(
            "B4: settings that show what is unknown are no loss",
            BARE + POD + policy("p", 80),
            on + BARE + POD + policy("p", 80),
            "no touched",
            "no regression",
            "gate patch pass n/a"),
        unseen(
            "B4: nor settings that log nothing", base, OFF + base, "no touched", "no regression"),
        row(
            "B4: a bare Namespace is added",
            POD + policy("p", 80),
            BARE + POD + policy("p", 80),
            "no touched",
            "no regression"));
  }

  static Stream<GateRow> renamed() {
    String base = BARE + "Deployment shop/w labels{app: w}\n" + policy("p", 80);
    String declared =
        base.replace("{app: w}", "{app: w} pod{containers: [{ports: [" + HTTP + "]}]}");
    return Stream.of(
        row(
            "B1: a logged policy is added beside an old gap",
            base,
            base + logged("q", 81),
            "touched shop/Deployment/w|ingress|allow|NetworkPolicy/shop/q",
            "gate patch pass 1/1",
            "gate project pass 1/3 0/2",
            "gate regressions pass 0 0"),
        row(
            "B1: a rule that is narrowed makes the gap grow",
            base + policy("q", 81),
            base + policy("q", 82),
            "touched shop/Deployment/w|ingress|allow|NetworkPolicy/shop/q",
            "touched shop/Deployment/w|ingress|deny|default-deny"),
        row(
            "B1: a rule that is widened does not",
            base,
            base.replace("[{port: 80}]", "[{port: 80, endPort: 90}]"),
            "touched shop/Deployment/w|ingress|allow|NetworkPolicy/shop/p"),
        row(
            "B1: the only policy may apply now, and allows the same if it does",
            base,
            base.replace("podSelector: {}", "podSelector: {matchExpressions: [" + NOT_HASH + "]}"),
            "no touched"),
        row(
            "B2: the last workload of an old bare policy is deleted",
            base,
            BARE + policy("p", 80),
            "no touched",
            "no added",
            "gate project pass 0/2 0/2"),
        row(
            "B2: the last workload of an old bare policy is relabelled",
            base.replace("podSelector: {}", "podSelector: {matchLabels: {app: w}}"),
            base.replace("podSelector: {}", "podSelector: {matchLabels: {app: w}}")
                .replace("labels{app: w}", "labels{app: v}"),
            "no touched",
            "no added"),
        ovn(
            "B2: a new namespace under an old policy for the whole cluster",
            ADMIN,
            ADMIN + "Namespace lab\n",
            "no added",
            "no touched",
            "gate patch pass n/a"),
        ovn(
            "B2: it brings verdicts of the pods that it has",
            ADMIN,
            ADMIN + "Namespace lab\nDeployment lab/w labels{app: web}\n",
            "added lab/Deployment/w|ingress|allow|AdminNetworkPolicy/a#Ingress/0"),
        ovn(
            "B2: a policy that changes at the same time is news there",
            ADMIN.replace("Allow", "Deny"),
            ADMIN + "Namespace lab\n",
            "added lab/Virtual/AdminNetworkPolicy-a|ingress|allow|AdminNetworkPolicy/a#Ingress/0",
            "added shop/Virtual/AdminNetworkPolicy-a|ingress|allow|AdminNetworkPolicy/a#Ingress/0"),
        row(
            "A12: a bare policy names one more port that no workload declares",
            base,
            base.replace("[{port: 80}]", "[{port: 80}, {port: metrics}]"),
            "touched shop/Deployment/w|ingress|allow|NetworkPolicy/shop/p"),
        row(
            "A12: one that a workload declares is no more than its number",
            declared.replace("[{port: 80}]", "[{port: 80}, {port: 81}]"),
            declared.replace("[{port: 80}]", "[{port: 80}, {port: 81}, {port: http}]"),
            "no touched"),
        row(
            "B2: a virtual subject that the base has too gets a new verdict",
            BARE + EGRESS + "NetworkPolicy shop/p {podSelector: {}, policyTypes: [Ingress]}\n",
            BARE + EGRESS + "NetworkPolicy shop/p {podSelector: {}, policyTypes: [Egress]}\n",
            "added shop/Virtual/p|egress|deny|default-deny",
            "gate patch FAIL 0/1"),
        row(
            "B3: an unlogged policy is renamed",
            base,
            base.replace("shop/p ", "shop/q "),
            "no touched",
            "no added",
            "no removed",
            "gate project pass 0/2 0/2"),
        row(
            "B3: a policy is renamed and loses its log",
            base + logged("r", 81),
            base + policy("s", 81),
            "regression shop/Deployment/w|ingress|allow|NetworkPolicy/shop/s"),
        row(
            "B3: a workload is renamed",
            base,
            base.replace("shop/w ", "shop/v "),
            "no touched",
            "no removed"),
        row(
            "B3: a workload has another kind",
            base,
            base.replace("Deployment", "StatefulSet"),
            "no touched",
            "no removed"),
        row(
            "B3: other rules are another policy",
            base,
            base.replace("shop/p ", "shop/q ").replace("80", "81"),
            "added shop/Deployment/w|ingress|allow|NetworkPolicy/shop/q",
            "removed shop/Deployment/w|ingress|allow|NetworkPolicy/shop/p"),
        row(
            "B3: a policy of another kind is another policy",
            "FQDNNetworkPolicy shop/a {x: 1}\n",
            "CiliumNetworkPolicy shop/a {x: 1}\n",
            "added Namespace/shop|-|any|CiliumNetworkPolicy/shop/a",
            "removed Namespace/shop|-|any|FQDNNetworkPolicy/shop/a"),
        row(
            "B6: a label that only some pods have leaves",
            NOT_APP + SIBLING.formatted("a", "app: w") + SIBLING.formatted("b", ""),
            NOT_APP + SIBLING.formatted("b", ""),
            "touched shop/Deployment/top|ingress|allow|NetworkPolicy/shop/p"),
        row(
            "B5: defaults are written out and selectors in another way",
            base.replace("podSelector: {}", "podSelector: {matchLabels: {app: w}}"),
            base.replace(
                    "podSelector: {}",
                    "policyTypes: [Ingress], podSelector: {matchExpressions:"
                        + " [{key: app, operator: In, values: [w]}]}")
                .replace("{port: 80}", "{port: 80, protocol: TCP}"),
            "no touched"),
        row(
            "B5: rules, peers and ports in another order",
            base.replace(
                "ingress: [",
                "ingress: [{from: [{podSelector: {}}, {ipBlock: {cidr:"
                    + " 10.0.0.0/8}}], ports: [{port: 1}, {port: 2}]}, "),
            base.replace(
                "80}]}]",
                "80}]}, {ports: [{port: 2}, {port: 1}], from: [{ipBlock: {cidr:"
                    + " 10.0.0.0/8}}, {podSelector: {}}]}]"),
            "no touched"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"takenOver", "undecided", "ownLogging", "renamed"})
  void aRowHolds(GateRow row) {
    row.check();
  }
}
