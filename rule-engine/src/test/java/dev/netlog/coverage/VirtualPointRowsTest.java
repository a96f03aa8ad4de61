package dev.netlog.coverage;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The points of virtual subjects: a policy counts there only if it selects each pod that the
/// policy judged selects.
final class VirtualPointRowsTest {
  private static final String SETTINGS =
      "NetworkLogging default {cluster: {allow: {log: true, delegate: true}, deny: {log: true}}}\n";
  private static final String WEB = "ingress: [{ports: [{port: 80}]}]";
  private static final String ALL = "ingress: [{}]";
  private static final String NONE = "policyTypes: [Ingress]";

  private static final String EVERYTHING = "{}";
  private static final String API = "{matchLabels: {app: api}}";
  private static final String NOT_X =
      "{matchExpressions: [{key: app, operator: NotIn, values: [x]}]}";
  private static final String ABSENT = "{matchExpressions: [{key: app, operator: DoesNotExist}]}";
  private static final String SOME =
      "{matchExpressions: [{key: app, operator: In, values: [api, x]}]}";

  private static String bare(String name, String selector, String rules) {
    return "NetworkPolicy shop/%s {podSelector: %s, %s}\n".formatted(name, selector, rules);
  }

  private static String logged(String name, String selector, String rules) {
    return bare(name, selector, rules)
        .replace(" {pod", " annotations{policy.network.gke.io/enable-logging: 'true'} {pod");
  }

  private static String allow(String subject, String policy, String state) {
    return "point shop/Virtual/%s|ingress|allow|NetworkPolicy/shop/%s %s"
        .formatted(subject, policy, state);
  }

  private static String denied(String subject) {
    return "point shop/Virtual/" + subject + "|ingress|deny|default-deny ";
  }

  private static CoverageRow gke(String name, String objects, String... expected) {
    return CoverageRow.gke(name, SETTINGS + objects, expected);
  }

  static Stream<CoverageRow> covered() {
    return Stream.of(
        gke(
            "a policy that leaves out some of the pods does not cover",
            logged("a", NOT_X, WEB) + bare("b", EVERYTHING, WEB),
            allow("a", "a", "covered annotated"),
            allow("a", "b", "missed not-annotated"),
            denied("a")),
        gke(
            "nor does it cover in part",
            logged("a", NOT_X, WEB) + bare("b", EVERYTHING, ALL),
            allow("a", "a", "covered annotated"),
            "point shop/Virtual/a|ingress|allow|NetworkPolicy/shop/b missed not-annotated"),
        gke(
            "a policy that selects all of the pods covers",
            logged("a", NOT_X, WEB) + bare("b", API, WEB),
            allow("a", "a", "covered annotated"),
            denied("a"),
            allow("b", "a", "covered annotated"),
            allow("b", "b", "covered covered-by-others"),
            denied("b")),
        gke(
            "each of two policies with the same selector covers",
            logged("a", API, WEB)
                + bare("b", "{matchExpressions: [{key: app, operator: In, values: [api]}]}", WEB),
            allow("a", "a", "covered annotated"),
            allow("a", "b", "covered covered-by-others"),
            denied("a")),
        gke(
            "a policy for some of the values does not cover one for all of them",
            logged("a", API, WEB) + bare("b", SOME, WEB),
            allow("a", "a", "covered annotated"),
            allow("a", "b", "missed not-annotated"),
            denied("a")));
  }

  static Stream<CoverageRow> denials() {
    return Stream.of(
        gke(
            "a policy that selects all of the pods empties the deny point",
            bare("a", API, NONE) + bare("q", NOT_X, ALL),
            allow("a", "q", "missed not-annotated"),
            allow("q", "q", "missed not-annotated")),
        gke(
            "a policy that leaves out some of the pods does not",
            bare("a", EVERYTHING, NONE) + bare("q", NOT_X, ALL),
            allow("a", "q", "missed not-annotated"),
            denied("a")),
        gke(
            "of two policies with these labels it is enough that one denies",
            bare("a", ABSENT, ALL) + bare("b", EVERYTHING, NONE),
            allow("a", "a", "missed not-annotated"),
            denied("a")),
        gke(
            "of two policies with these labels neither denies",
            bare("a", EVERYTHING, ALL) + bare("b", NOT_X, NONE),
            allow("a", "a", "missed not-annotated")));
  }

  static Stream<CoverageRow> adminPolicies() {
    String rest = "{action: Allow, to: [{namespaces: {}}, {networks: [0.0.0.0/0]}]}";
    String admin =
        "Namespace shop\nAdminNetworkPolicy a {priority: 1, subject: {pods: {namespaceSelector: {}, podSelector: "
            + NOT_X
            + "}}, egress: ["
            + rest
            + "]}\n";
    String baseline =
        "BaselineAdminNetworkPolicy default {subject: {namespaces: {}}, egress: ["
            + rest
            + "]}\nNamespace shop\n";
    String everywhere = admin.replace(NOT_X, EVERYTHING);
    String closed = "policyTypes: [Egress]";
    String of = "point shop/Virtual/p|egress|";
    String ofAdmin = of + "allow|AdminNetworkPolicy/a#Egress/0 ";
    String ofBaseline = of + "allow|BaselineAdminNetworkPolicy/default#Egress/0 ";
    String second =
        everywhere.replace("Namespace shop\n", "").replace(" a {priority: 1", " b {priority: 2");
    return Stream.of(
        CoverageRow.ovn(
            "one that leaves out some of the pods decides nothing before a NetworkPolicy",
            admin + bare("p", EVERYTHING, closed),
            ofAdmin,
            of + "deny|default-deny "),
        CoverageRow.ovn(
            "one that selects all of the pods decides before a NetworkPolicy",
            everywhere + bare("p", EVERYTHING, closed),
            ofAdmin),
        CoverageRow.ovn(
            "one that leaves out some of the pods hides no later one",
            admin + second + bare("p", EVERYTHING, closed),
            ofAdmin,
            of + "allow|AdminNetworkPolicy/b#Egress/0 "),
        CoverageRow.ovn(
            "the baseline has no say for the pods of a NetworkPolicy",
            baseline + "Pod shop/other\n" + bare("p", API, closed),
            "point shop/Pod/other|egress|allow|BaselineAdminNetworkPolicy/default#Egress/0 ",
            of + "deny|default-deny "),
        CoverageRow.ovn(
            "it has where the subject also stands for pods that the NetworkPolicy leaves out",
            baseline + bare("p", NOT_X, closed),
            ofBaseline,
            of + "deny|default-deny "));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"covered", "denials", "adminPolicies"})
  void aRowHolds(CoverageRow row) {
    row.check();
  }
}
