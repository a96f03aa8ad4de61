package dev.netlog.coverage;

import dev.netlog.coverage.compare.GateSettings;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The gate `governance`: what a change must not take from under all policies, and what it may.
final class GovernanceRowsTest {
  private static final GateSettings ON =
      new GateSettings(
          BigDecimal.ZERO, BigDecimal.valueOf(100), 0, true, Map.of(), null, false, false);

  private static final String P = "NetworkPolicy shop/p {podSelector: {matchLabels: {app: api}}}\n";
  private static final String BOTH = P.replace("}}}", "}}, policyTypes: [Ingress, Egress]}");
  private static final String API =
      "Deployment shop/api labels{app: api} pod{containers: [{name: c, image: 'r.io:5/api:1'}]}\n";
  private static final String MOVED = API.replace("shop/api", "shop/api2");
  private static final String OTHER =
      "Deployment shop/web labels{app: web} pod{containers: [{name: c, image: web}]}\n";

  private static final String WORKER =
      API.replace("shop/api", "shop/worker").replace("app: api", "app: worker");
  private static final String LABELS = "matchLabels: {app: api}";
  private static final String IN = "{key: app, operator: In, values: ";
  private static final String TEAM = "or: {matchLabels: {team: a}}, pod";

  private static final String MONITORING =
      "{action: Allow, to: [{namespaces: {matchLabels: {team: monitoring}}}]}";
  private static final String REST =
      "{action: Deny, to: [{namespaces: {}}, {networks: [0.0.0.0/0]}]}";
  private static final String PASS = MONITORING.replace("Allow", "Pass");
  private static final String EGRESS = P.replace("}}}", "}}, policyTypes: [Egress]}");
  private static final String OUT = "}]}, policyTypes: [Egress]}";
  private static final String OF_A = "matchLabels: {team: a}";

  private static String in(String values) {
    return "NetworkPolicy shop/p {podSelector: {matchExpressions: [{key: app, operator: "
        + values
        + "}]}}\n";
  }

  private static GateRow fails(String name, String base, String head, String... lost) {
    List<String> expected = new ArrayList<>();
    for (String pair : lost) {
      expected.add("lost " + pair);
      expected.add("failing governance " + pair);
    }
    expected.add("gate governance FAIL " + lost.length + " 0: no policy governs any more: ");
    return row("gke", name, base, head, expected);
  }

  private static GateRow passes(String name, String base, String head) {
    return row("gke", name, base, head, List.of("no lost", "gate governance pass 0 0"));
  }

  private static GateRow row(
      String platform, String name, String base, String head, List<String> expected) {
    return new GateRow(
        name,
        ObjectLines.world(platform, base, "networkLogging", "all"),
        ObjectLines.world(platform, head, "networkLogging", "all"),
        ON,
        expected);
  }

  static Stream<GateRow> policies() {
    String pods = "shop/Virtual/p:ingress";
    return Stream.of(
        fails("a typing error in a selector", P, P.replace("api", "apii"), pods),
        row(
            "gke",
            "a typing error: the message names the pods and the policy",
            P,
            P.replace("api", "apii"),
            List.of(
                "gate governance FAIL 1 0: no policy governs any more: shop/Virtual/p:ingress (pods"
                    + " with app=api, which NetworkPolicy/shop/p governed)")),
        fails("policyTypes loses Egress", BOTH, P, "shop/Virtual/p:egress"),
        fails("a value leaves an In", in("In, values: [a, b]"), in("In, values: [a]"), pods),
        fails(
            "the first value leaves an In", in("In, values: [a, b]"), in("In, values: [b]"), pods),
        fails("an In of several keys", two("a, b", "c, d"), two("a, b", "c"), pods),
        fails("a value joins a NotIn", in("NotIn, values: [a]"), in("NotIn, values: [a, b]"), pods),
        fails("Exists becomes In", in("Exists"), in("In, values: ['', a]"), pods),
        fails(
            "a selector of all pods becomes a NotIn",
            P.replace("{matchLabels: {app: api}}", "{}"),
            in("NotIn, values: [api]"),
            pods),
        fails(
            "a renamed policy with another selector",
            P,
            P.replace("/p", "/q").replace("api", "apii"),
            pods),
        fails(
            "another policy that governed these pods no longer selects them",
            P + in("Exists").replace("/p", "/all").replace("}]}}", "}]}, policyTypes: [Egress]}"),
            P
                + in("In, values: [x]")
                    .replace("/p", "/all")
                    .replace("}]}}", "}]}, policyTypes: [Egress]}"),
            "shop/Virtual/all:egress",
            "shop/Virtual/p:egress"),
        fails("a policy beside a workload", OTHER + P, OTHER + P.replace("api", "apii"), pods));
  }

  private static String two(String one, String other) {
    return in("In, values: [" + one + "]}, {key: tier, operator: In, values: [" + other + "]");
  }

  static Stream<GateRow> policiesThatMayChange() {
    String wide = in("In, values: [a, b]");
    return Stream.of(
        passes("a policy is deleted", P, "Namespace shop\n"),
        passes("a policy is deleted beside another", P + two("a", "c").replace("/p", "/q"), P),
        passes("a policy is renamed", P, P.replace("/p", "/q")),
        passes("a matchLabels becomes an In", P, in("In, values: [api]")),
        passes(
            "a policy is split in two",
            wide,
            in("In, values: [a]") + in("In, values: [b]").replace("/p", "/q")),
        passes("a selector takes more", P, in("In, values: [api, web]")),
        passes("Egress joins policyTypes", P, BOTH),
        passes("another policy takes over", P, P.replace("api", "x") + P.replace("/p", "/q")),
        passes(
            "a policy beside a workload that it selects may leave pods that nobody read",
            API + in("In, values: [api, x]"),
            API + in("In, values: [api]")));
  }

  static Stream<GateRow> workloads() {
    String base = P + API;
    String lost = "shop/Deployment/api2:ingress";
    String away = "pod{containers: [{name: c, image: 'r.io:5/api:2'}]}";
    return Stream.of(
        fails("renamed, with the labels out of reach", base, P + labelled(MOVED, "x"), lost),
        row(
            "gke",
            "renamed: the message names the workload that stood there",
            base,
            P + labelled(MOVED, "x"),
            List.of(
                "gate governance FAIL 1 0: no policy governs any more: shop/Deployment/api2:ingress"
                    + " (it was shop/Deployment/api, which policies governed)")),
        fails(
            "renamed and relabelled, known by its images, whatever their tags",
            base + "Deployment far/x labels{app: x}\n",
            P
                + "Deployment far/api2 labels{app: y} "
                + away
                + "\nDeployment far/x labels{app: x}\n",
            "far/Deployment/api2:ingress"),
        fails(
            "renamed, relabelled, with other images, in a namespace that lost a workload",
            base,
            P + OTHER,
            "shop/Deployment/web:ingress"),
        row(
            "gke",
            "the message names the workload that the namespace lost",
            base,
            P + OTHER,
            List.of(
                "gate governance FAIL 1 0: no policy governs any more: shop/Deployment/web:ingress"
                    + " (this namespace lost shop/Deployment/api, which policies governed)")),
        fails(
            "renamed into the node's network",
            base,
            P + MOVED.replace("pod{", "pod{hostNetwork: true, "),
            lost),
        fails(
            "moved to a namespace without policies",
            base,
            P + API.replace("shop/", "far/"),
            "far/Deployment/api:ingress"),
        fails(
            "without metadata.namespace",
            base,
            P + API.replace("shop/", ""),
            "default/Deployment/api:ingress"),
        fails(
            "moved and renamed, known by its labels",
            base,
            P + MOVED.replace("shop/", "far/").replace("r.io:5/api", "new"),
            "far/Deployment/api2:ingress"),
        fails(
            "of another kind and out of reach",
            base,
            P + labelled(API, "x").replace("Deployment", "StatefulSet"),
            "shop/StatefulSet/api:ingress"),
        fails(
            "renamed while its policy is narrowed",
            BOTH + API,
            P + MOVED,
            "shop/Deployment/api2:egress"));
  }

  private static String labelled(String workload, String label) {
    return workload.replace("app: api", "app: " + label);
  }

  static Stream<GateRow> workloadsThatMayChange() {
    String base = P + API;
    return Stream.of(
        passes("a workload is deleted", base, P),
        passes("a policy is deleted with its only workload", base, "Namespace shop\n"),
        passes("a workload is renamed and still governed", base, P + MOVED),
        passes("a Deployment becomes a Rollout", base, P + API.replace("Deployment", "Rollout")),
        passes("a new workload where nothing is lost", base, base + OTHER),
        passes("a new workload where a governed one is renamed", base, P + MOVED + OTHER),
        passes(
            "a new workload in another namespace than the one that lost something",
            base,
            P + OTHER.replace("shop/", "far/")),
        passes(
            "a workload gives way to another that is governed in the same directions",
            base,
            P + "Deployment shop/new labels{app: api, tier: x}\n"),
        passes("an ungoverned workload is renamed", base + OTHER, base + OTHER.replace("b ", "c ")),
        passes(
            "an ungoverned workload is renamed where a governed one is deleted",
            base + OTHER,
            P + OTHER.replace("/web", "/site")),
        passes(
            "two workloads of one image are renamed, and one of them was never governed",
            base + WORKER,
            P + MOVED + WORKER.replace("/worker", "/worker2")),
        passes("a workload moves with its policy", base, base.replace("shop/", "far/")));
  }

  static Stream<GateRow> adminPolicies() {
    String admin =
        "AdminNetworkPolicy a {priority: 1, subject: {pods: {namespaceSelector: {}, podSelector:"
            + " {matchLabels: {app: api}}}}, ingress: [{action: Deny, from: [{namespaces: {}}]}]}\n";
    String shop = "Namespace shop\n";
    String renamed = admin.replace("app: api", "app: apii");
    String pods = "shop/Virtual/AdminNetworkPolicy-a:ingress";
    return Stream.of(
        row(
            "ovn",
            "a typing error in the subject of an admin policy",
            shop + admin,
            shop + renamed,
            List.of("lost " + pods, "gate governance FAIL 1 0")),
        row(
            "ovn",
            "a Namespace leaves the subject of an admin policy",
            shop.strip() + " meta{labels: {team: a}}\n" + admin.replace("or: {}, pod", TEAM),
            shop.strip() + " meta{labels: {team: b}}\n" + admin.replace("or: {}, pod", TEAM),
            List.of("lost " + pods, "gate governance FAIL 1 0")),
        row(
            "ovn",
            "a value leaves an In of an admin policy",
            shop + admin.replace(LABELS, "matchExpressions: [" + IN + "[api, b]}]"),
            shop + admin,
            List.of("lost " + pods, "gate governance FAIL 1 0")),
        row(
            "ovn",
            "a value leaves an In of the namespaces of an admin policy",
            admin.replace("or: {}, pod", "or: {matchExpressions: [" + IN + "[a, b]}]}, pod"),
            admin.replace("or: {}, pod", "or: {matchExpressions: [" + IN + "[a]}]}, pod"),
            List.of(
                "lost */Virtual/AdminNetworkPolicy-a:ingress",
                "gate governance FAIL 1 0: no policy governs any more:"
                    + " */Virtual/AdminNetworkPolicy-a:ingress (pods with app=api in namespaces with"
                    + " app=b, which AdminNetworkPolicy/a governed)")),
        row(
            "ovn",
            "an admin policy is deleted",
            shop + admin,
            shop,
            List.of("no lost", "gate governance pass 0 0")),
        row(
            "ovn",
            "another port name",
            shop + admin.replace("{}}]}]", "{}}], ports: [{namedPort: a}]}]"),
            shop + admin.replace("{}}]}]", "{}}], ports: [{namedPort: b}]}]"),
            List.of("no lost", "gate governance pass 0 0")),
        row(
            "ovn",
            "a NetworkPolicy governs these pods still",
            shop + admin,
            shop + renamed + P,
            List.of("no lost", "gate governance pass 0 0")));
  }

  private static GateRow ovn(String name, String base, String head, String... lost) {
    List<String> expected = new ArrayList<>();
    for (String pair : lost) {
      expected.add("lost " + pair);
    }
    expected.add(lost.length == 0 ? "no lost" : "gate governance FAIL " + lost.length + " 0");
    if (lost.length == 0) {
      expected.add("gate governance pass 0 0");
    }
    return row("ovn", name, base, head, expected);
  }

  private static String admin(String name, int priority, String... rules) {
    return "AdminNetworkPolicy %s {priority: %d, subject: {namespaces: {}}, egress: [%s]}\n"
        .formatted(name, priority, String.join(", ", rules));
  }

  static Stream<GateRow> verdictsOfSomeConnections() {
    String everywhere = admin("m", 1, MONITORING);
    String closed = admin("m", 1, MONITORING, REST);
    String baseline =
        "BaselineAdminNetworkPolicy default {subject: {namespaces: {}}, egress: [" + REST + "]}\n";
    String pods = "shop/Virtual/p:egress";
    String workload = "shop/Deployment/api:egress";
    return Stream.of(
        row(
            "ovn",
            "the only NetworkPolicy is deleted where an admin policy decides a part",
            API + everywhere + EGRESS,
            API + everywhere,
            List.of(
                "lost " + workload,
                "gate governance FAIL 1 0: connections have no verdict any more:"
                    + " shop/Deployment/api:egress (some of its connections have no verdict any more)")),
        row(
            "ovn",
            "the same without workloads",
            "Namespace shop\n" + everywhere + EGRESS,
            "Namespace shop\n" + everywhere,
            List.of(
                "lost " + pods,
                "gate governance FAIL 1 0: connections have no verdict any more:"
                    + " shop/Virtual/p:egress (pods with app=api, which AdminNetworkPolicy/m, NetworkPolicy/shop/p governed;"
                    + " some of its connections have no verdict any more)")),
        ovn(
            "the same where nothing else of the namespace was read",
            everywhere + EGRESS,
            everywhere,
            "shop/Virtual/p:egress"),
        ovn(
            "a workload that replaces another is governed in part",
            API + everywhere + EGRESS,
            labelled(MOVED, "x") + everywhere + EGRESS,
            "shop/Deployment/api2:egress"),
        ovn("a deny rule is deleted", API + closed, API + everywhere, workload),
        ovn(
            "a pass rule comes first",
            API + admin("r", 2, REST),
            API + admin("m", 1, PASS) + admin("r", 2, REST),
            workload),
        ovn(
            "a policy of the same priority passes connections on",
            API + admin("r", 2, REST),
            API + admin("m", 2, PASS) + admin("r", 2, REST),
            workload),
        ovn(
            "a policy that may apply passes connections on",
            API + admin("r", 2, REST),
            API
                + admin("m", 1, PASS)
                    .replace("namespaces: {}}, eg", "namespaces: {" + OF_A + "}}, eg")
                + admin("r", 2, REST),
            workload),
        ovn(
            "of a value that leaves an In some connections keep their verdict",
            "Namespace shop\n" + everywhere + in("In, values: [a, b]").replace("}]}}", OUT),
            "Namespace shop\n" + everywhere + in("In, values: [a]").replace("}]}}", OUT),
            pods),
        ovn(
            "the policy that decided the rest is not programmed any more",
            API + admin("r", 2, REST),
            API + admin("r", 200, REST),
            workload),
        ovn(
            "another NetworkPolicy applies",
            API + everywhere + EGRESS,
            API
                + everywhere
                + EGRESS.replace("/p", "/q").replace("api", "api, tier: x")
                + EGRESS.replace("shop/p", "shop/r")),
        ovn("admin rules decide all that it decided", API + everywhere + EGRESS, API + closed),
        ovn("the baseline decides all that it decided", API + EGRESS, API + baseline),
        ovn(
            "what an admin policy passes on the baseline decides",
            API + admin("r", 2, REST) + baseline,
            API + admin("m", 1, PASS) + admin("r", 2, REST) + baseline),
        ovn(
            "not each connection had a verdict",
            API
                + closed
                    .replace("0.0.0.0/0", "10.0.0.0/8")
                    .replace("s: {}}, {n", "s: {" + OF_A + "}}, {n"),
            API + everywhere),
        ovn("the workload is deleted too", API + everywhere + EGRESS, everywhere));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    "verdictsOfSomeConnections",
    "policies",
    "policiesThatMayChange",
    "workloads",
    "workloadsThatMayChange",
    "adminPolicies"
  })
  void aRowHolds(GateRow row) {
    row.check();
  }
}
