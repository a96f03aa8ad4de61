package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.oracle.World;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Section 4 of the definition of coverage: which points there are.
final class PointRowsTest {
  private static final String POD = "Pod shop/w\n";
  private static final String DENY = "point shop/Pod/w|ingress|deny|default-deny ";

  private static String admin(int priority, String name, String rules) {
    return "AdminNetworkPolicy %s {priority: %d, subject: {namespaces: {}}, %s}\n"
        .formatted(name, priority, rules);
  }

  private static String baseline(String rules) {
    return "BaselineAdminNetworkPolicy default {subject: {namespaces: {}}, " + rules + "}\n";
  }

  private static String ingress(String action, String more) {
    return "ingress: [{action: " + action + ", from: [{namespaces: {}}]" + more + "}]";
  }

  private static String of(String verdict, String reason) {
    return "point shop/Pod/w|ingress|" + verdict + "|" + reason + " ";
  }

  static Stream<CoverageRow> networkPolicies() {
    String tcp = "NetworkPolicy shop/p {podSelector: {}, ingress: [{ports: [{protocol: TCP}]}]}\n";
    return Stream.of(
        CoverageRow.gke(
            "allow of a NetworkPolicy: it admits something",
            POD + tcp,
            of("allow", "NetworkPolicy/shop/p"),
            DENY),
        CoverageRow.gke(
            "no allow of a NetworkPolicy that admits nothing",
            POD + "NetworkPolicy shop/p {podSelector: {}}",
            DENY),
        CoverageRow.ovn(
            "no allow where admin rules have decided all of it",
            POD
                + "NetworkPolicy shop/p {podSelector: {}, ingress: [{from: [{podSelector: {}}]}]}\n"
                + admin(1, "a", ingress("Deny", "")),
            of("deny", "AdminNetworkPolicy/a#Ingress/0"),
            DENY),
        CoverageRow.gke(
            "default-deny: some policy applies and admits not everything",
            POD + tcp,
            of("allow", "NetworkPolicy/shop/p"),
            DENY),
        CoverageRow.gke("no default-deny where no policy applies", POD, "no point"),
        CoverageRow.gke(
            "no default-deny where the policies together admit everything",
            POD
                + tcp
                + "NetworkPolicy shop/q {podSelector: {}, ingress: [{ports: [{protocol: UDP},"
                + " {protocol: SCTP}]}]}",
            of("allow", "NetworkPolicy/shop/p"),
            of("allow", "NetworkPolicy/shop/q")),
        CoverageRow.ovn(
            "no default-deny where admin rules have decided all that is refused",
            POD
                + "NetworkPolicy shop/p {podSelector: {}, ingress: [{from: [{ipBlock: {cidr:"
                + " 0.0.0.0/0}}]}]}\n"
                + admin(1, "a", ingress("Deny", "")),
            of("allow", "NetworkPolicy/shop/p"),
            of("deny", "AdminNetworkPolicy/a#Ingress/0")));
  }

  static Stream<CoverageRow> adminPolicies() {
    String port = ", ports: [{portNumber: {protocol: TCP, port: 80}}]";
    return Stream.of(
        CoverageRow.ovn(
            "an admin rule that is the first to match something",
            POD + admin(1, "a", ingress("Allow", "")),
            of("allow", "AdminNetworkPolicy/a#Ingress/0")),
        CoverageRow.ovn(
            "priority ascending",
            POD + admin(2, "a", ingress("Allow", port)) + admin(1, "b", ingress("Deny", "")),
            of("deny", "AdminNetworkPolicy/b#Ingress/0")),
        CoverageRow.ovn(
            "then index",
            POD
                + admin(
                    1,
                    "a",
                    "ingress: [{action: Deny, from: [{namespaces: {}}]}, {action: Allow, from:"
                        + " [{namespaces: {}}]}]"),
            of("deny", "AdminNetworkPolicy/a#Ingress/0")),
        CoverageRow.ovn(
            "a rule behind a narrower one has a point too",
            POD + admin(1, "a", ingress("Deny", port)) + admin(2, "b", ingress("Allow", "")),
            of("deny", "AdminNetworkPolicy/a#Ingress/0"),
            of("allow", "AdminNetworkPolicy/b#Ingress/0")),
        CoverageRow.ovn(
            "pass has a point that is not counted",
            POD + admin(1, "a", ingress("Pass", "")),
            of("pass", "AdminNetworkPolicy/a#Ingress/0"),
            "counter verdict 0 covered 0 partial 0 missed 0 unknown"),
        CoverageRow.ovn(
            "egress rules have the other name",
            POD + admin(1, "a", "egress: [{action: Deny, to: [{namespaces: {}}]}]"),
            "point shop/Pod/w|egress|deny|AdminNetworkPolicy/a#Egress/0 "),
        CoverageRow.ovn(
            "admin ingress peers are pods only",
            POD
                + "NetworkPolicy shop/p {podSelector: {}, ingress: [{from: [{ipBlock: {cidr:"
                + " 203.0.113.0/24}}]}]}\n"
                + admin(1, "a", ingress("Allow", "")),
            of("allow", "AdminNetworkPolicy/a#Ingress/0"),
            of("allow", "NetworkPolicy/shop/p"),
            DENY),
        CoverageRow.ovn(
            "networks of egress peers match addresses, pods included",
            POD
                + admin(
                    1,
                    "a",
                    "egress: [{action: Deny, to: [{networks: [0.0.0.0/0]}]}, {action: Allow, to:"
                        + " [{namespaces: {}}]}]"),
            "point shop/Pod/w|egress|deny|AdminNetworkPolicy/a#Egress/0 "));
  }

  static Stream<CoverageRow> baselines() {
    return Stream.of(
        CoverageRow.ovn(
            "a baseline rule where no NetworkPolicy applies",
            POD + baseline(ingress("Deny", "")),
            of("deny", "BaselineAdminNetworkPolicy/default#Ingress/0")),
        CoverageRow.ovn(
            "no baseline rule where one applies",
            POD + "NetworkPolicy shop/p {podSelector: {}}\n" + baseline(ingress("Deny", "")),
            DENY),
        CoverageRow.ovn(
            "no baseline rule for what admin rules have decided",
            POD + admin(1, "a", ingress("Allow", "")) + baseline(ingress("Deny", "")),
            of("allow", "AdminNetworkPolicy/a#Ingress/0")),
        CoverageRow.ovn(
            "a baseline rule for what admin rules pass on",
            POD + admin(1, "a", ingress("Pass", "")) + baseline(ingress("Deny", "")),
            of("pass", "AdminNetworkPolicy/a#Ingress/0"),
            of("deny", "BaselineAdminNetworkPolicy/default#Ingress/0")));
  }

  private static String firewall(String... rules) {
    return "EgressFirewall shop/default {egress: [" + String.join(", ", rules) + "]}\n";
  }

  private static String rule(String type, String cidr) {
    return "{type: " + type + ", to: {cidrSelector: " + cidr + "}}";
  }

  private static String ofFirewall(String verdict, int index) {
    return "point Namespace/shop|egress|" + verdict + "|EgressFirewall/shop#" + index + " ";
  }

  static Stream<CoverageRow> firewalls() {
    String ports =
        "{type: Allow, to: {cidrSelector: 10.0.0.0/8}, ports: [{protocol: TCP, port: 80}]}";
    return Stream.of(
        CoverageRow.ovn(
            "EgressFirewall: each rule is a point of the Namespace",
            POD + firewall(rule("Allow", "10.0.0.0/8"), rule("Deny", "0.0.0.0/0")),
            ofFirewall("allow", 0),
            ofFirewall("deny", 1)),
        CoverageRow.ovn(
            "where no workload was read too",
            "Namespace shop\n" + firewall(rule("Deny", "0.0.0.0/0")),
            ofFirewall("deny", 0),
            "no inactive",
            "counter deny 0 covered 0 partial 1 missed 0 unknown",
            "counter workload 0 covered 0 partial 0 missed 0 unknown"),
        CoverageRow.ovn(
            "or only one in the node's network",
            "Pod shop/w pod{hostNetwork: true}\n" + firewall(rule("Deny", "0.0.0.0/0")),
            ofFirewall("deny", 0)),
        CoverageRow.of(
            "but not where all were read and these are in the node's network",
            ObjectLines.world(
                "ovn",
                "Pod shop/w pod{hostNetwork: true}\n" + firewall(rule("Deny", "0.0.0.0/0")),
                "input",
                "complete"),
            "no point",
            "inactive EgressFirewall/shop"),
        CoverageRow.ovn(
            "none inside an earlier CIDR rule with all its ports",
            POD + firewall(rule("Deny", "10.0.0.0/8"), rule("Allow", "10.1.0.0/16")),
            ofFirewall("deny", 0)),
        CoverageRow.ovn(
            "one inside an earlier rule with some of its ports",
            POD + firewall(ports, rule("Deny", "10.1.0.0/16")),
            ofFirewall("allow", 0),
            ofFirewall("deny", 1)));
  }

  private static CoverageRow unmodelled(String platform, String kind, String name) {
    int slash = name.indexOf('/');
    String subject = slash < 0 ? "Cluster" : "Namespace/" + name.substring(0, slash);
    return CoverageRow.of(
        kind + " is unmodelled on " + platform,
        ObjectLines.world(platform, kind + " " + name + " {}"),
        "point " + subject + "|-|any|" + kind + "/" + name + " unknown unmodelled-policy",
        "notice unmodelled-policy " + kind + "/" + name + " ");
  }

  static Stream<CoverageRow> unmodelled() {
    return Stream.of(
        unmodelled("gke", "CiliumNetworkPolicy", "shop/p"),
        unmodelled("gke", "CiliumClusterwideNetworkPolicy", "p"),
        unmodelled("gke", "FQDNNetworkPolicy", "shop/p"),
        unmodelled("gke", "AdminNetworkPolicy", "p"),
        unmodelled("gke", "BaselineAdminNetworkPolicy", "default"),
        unmodelled("gke", "ClusterNetworkPolicy", "p"),
        unmodelled("ovn", "ClusterNetworkPolicy", "p"),
        CoverageRow.ovn(
            "MultiNetworkPolicy is of another network",
            "MultiNetworkPolicy shop/p {}",
            "point Namespace/shop|-|any|MultiNetworkPolicy/shop/p unknown other-network",
            "notice unmodelled-policy MultiNetworkPolicy/shop/p "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"networkPolicies", "adminPolicies", "baselines", "firewalls", "unmodelled"})
  void aRowHolds(CoverageRow row) {
    row.check();
  }

  @Test
  void annotationsNeverChangeWhichPointsExist() {
    List<World> worlds = new ArrayList<>();
    // A broken annotation keeps an admin policy out, which shows in what stands behind it.
    for (String value : List.of("'{}'", "'{\"allow\":\"info\"}'", "null", "''")) {
      String annotations = "annotations{k8s.ovn.org/acl-logging: " + value + "} ";
      worlds.add(
          ObjectLines.world(
              "ovn",
              POD
                  + "Namespace shop "
                  + annotations
                  + "\nNetworkPolicy shop/p "
                  + annotations
                  + "{podSelector: {}, ingress: [{ports: [{port: 80}]}]}\nAdminNetworkPolicy a "
                  + annotations
                  + "{priority: 1, subject: {namespaces: {}}, "
                  + ingress("Deny", ", ports: [{portNumber: {protocol: TCP, port: 81}}]")
                  + "}\n"
                  + firewall(rule("Deny", "0.0.0.0/0"))));
    }
    assertThat(worlds)
        .extracting(world -> PointStates.of(world).keySet())
        .hasSize(4)
        .allSatisfy(keys -> assertThat(keys).hasSize(4))
        .containsOnly(PointStates.of(worlds.getFirst()).keySet());
  }
}
