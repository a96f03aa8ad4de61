package dev.netlog.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Section 2 of the definition of coverage: what a subject is.
final class SubjectRowsTest {
  private static final String CLOSED = "NetworkPolicy shop/p {podSelector: {}}\n";

  private static String owned(String object, String kind, String owner) {
    return object
        + " meta{ownerReferences: [{apiVersion: apps/v1, kind: "
        + kind
        + ", name: "
        + owner
        + ", uid: u, controller: true}]}\n";
  }

  private static String denied(String subject) {
    return "point shop/" + subject + "|ingress|deny|default-deny ";
  }

  private static CoverageRow selecting(String label, String workload, String expected) {
    return CoverageRow.gke(
        "a selector compares " + label + " of a " + workload.substring(0, workload.indexOf(' ')),
        workload + "\nNetworkPolicy shop/p {podSelector: {matchLabels: {" + label + ": x}}}",
        expected);
  }

  static Stream<CoverageRow> workloads() {
    return Stream.of(
            "Pod",
            "Deployment",
            "ReplicaSet",
            "StatefulSet",
            "DaemonSet",
            "ReplicationController",
            "Job",
            "CronJob")
        .map(
            kind ->
                CoverageRow.gke(
                    kind + " is a workload",
                    kind
                        + " shop/w labels{app: w}\n"
                        + "NetworkPolicy shop/p {podSelector: {matchLabels: {app: w}}}",
                    denied(kind + "/w")));
  }

  static Stream<CoverageRow> otherKinds() {
    return Stream.of(
        CoverageRow.gke(
            "any kind with labels and containers in its template is a workload",
            CLOSED + "Rollout shop/w labels{app: w} pod{containers: [{name: m}]}",
            denied("Rollout/w"),
            "governed 1/2"),
        CoverageRow.gke(
            "without labels it is none",
            CLOSED + "Rollout shop/w pod{containers: [{name: m}]}",
            denied("Virtual/p"),
            "governed 0/0"),
        CoverageRow.gke(
            "without containers it is none",
            CLOSED + "Rollout shop/w labels{app: w}",
            denied("Virtual/p")),
        CoverageRow.gke(
            "its ports have names",
            "NetworkPolicy shop/p {podSelector: {}, ingress: [{ports: [{port: web}]}]}\n"
                + "Rollout shop/w labels{app: w} pod{containers: [{ports: [{name: web,"
                + " containerPort: 80}]}]}",
            "point shop/Rollout/w|ingress|allow|NetworkPolicy/shop/p ",
            denied("Rollout/w"),
            "notice ungoverned-workload Rollout/shop/w egress"));
  }

  static Stream<CoverageRow> owners() {
    return Stream.of(
        CoverageRow.gke(
            "controllers are followed to the top",
            CLOSED
                + "Deployment shop/api\n"
                + owned("ReplicaSet shop/api-1", "Deployment", "api")
                + owned("Pod shop/api-1-x", "ReplicaSet", "api-1"),
            denied("Deployment/api")),
        CoverageRow.gke(
            "an owned object whose owner is in the input is dropped",
            CLOSED + "StatefulSet shop/db\n" + owned("Pod shop/db-0", "StatefulSet", "db"),
            denied("StatefulSet/db")),
        CoverageRow.gke(
            "siblings merge under the kind and name of an owner that is missing",
            CLOSED
                + owned("Pod shop/api-1-x", "ReplicaSet", "api-1")
                + owned("Pod shop/api-1-y", "ReplicaSet", "api-1"),
            denied("ReplicaSet/api-1")),
        CoverageRow.gke(
            "siblings merge whatever their labels",
            CLOSED
                + labelled("q", "slot: x")
                + owned("Pod shop/g-0 labels{slot: x}", "ReplicaSet", "g")
                + owned("Pod shop/g-1 labels{slot: y}", "ReplicaSet", "g"),
            denied("ReplicaSet/g")),
        CoverageRow.gke(
            "a policy that compares a label in which they differ may select them",
            labelled("q", "slot: x")
                + owned("Pod shop/g-0 labels{slot: x}", "ReplicaSet", "g")
                + owned("Pod shop/g-1 labels{slot: y}", "ReplicaSet", "g"),
            denied("ReplicaSet/g") + "unknown generated-label"),
        CoverageRow.gke(
            "a label that only some of them have may be there or not",
            selector("q", "{key: slot, operator: DoesNotExist}")
                + owned("Pod shop/g-0 labels{slot: x}", "ReplicaSet", "g")
                + owned("Pod shop/g-1", "ReplicaSet", "g"),
            denied("ReplicaSet/g") + "unknown generated-label"),
        CoverageRow.gke(
            "an owned object stays where its owner gives no pods",
            CLOSED
                + "Rollout shop/api {}\n"
                + owned("Pod shop/api-x", "Rollout", "api")
                    .replace("apps/v1", "argoproj.io/v1alpha1"),
            denied("Rollout/api")),
        CoverageRow.gke(
            "an owned object is dropped where its owner of any kind gives pods",
            CLOSED
                + "Rollout shop/api labels{app: api} pod{containers: []}\n"
                + owned("Pod shop/api-x labels{app: x}", "Rollout", "api")
                    .replace("apps/v1", "argoproj.io/v1alpha1"),
            denied("Rollout/api"),
            "governed 1/2"),
        CoverageRow.gke(
            "owners that give no pods are followed on",
            CLOSED
                + "Rollout shop/r labels{app: r} pod{containers: []}\n"
                + owned("Region shop/x", "Rollout", "r").replace("apps/v1", "argoproj.io/v1alpha1")
                + owned("Pod shop/w", "Region", "x").replace("apps/v1", "example.com/v1"),
            denied("Rollout/r"),
            "governed 1/2"),
        CoverageRow.gke(
            "an owner that is no controller owns nothing",
            CLOSED
                + "Pod shop/a meta{ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet,"
                + " name: r, uid: u}]}",
            denied("Pod/a")),
        CoverageRow.gke(
            "replicas do not count",
            CLOSED + "Deployment shop/api {replicas: 9}",
            denied("Deployment/api"),
            "counter verdict 0 covered 0 partial 0 missed 1 unknown"));
  }

  static Stream<CoverageRow> labels() {
    List<CoverageRow> rows = new ArrayList<>();
    for (String label : List.of("job-name", "batch.kubernetes.io/job-name")) {
      rows.add(selecting(label, "Job shop/x", denied("Job/x") + "unknown networklogging-unknown"));
    }
    rows.add(unknown("pod-template-hash", "Deployment"));
    rows.add(unknown("controller-revision-hash", "StatefulSet"));
    rows.add(unknown("statefulset.kubernetes.io/pod-name", "StatefulSet"));
    rows.add(unknown("apps.kubernetes.io/pod-index", "StatefulSet"));
    rows.add(unknown("controller-revision-hash", "DaemonSet"));
    rows.add(unknown("pod-template-generation", "DaemonSet"));
    rows.add(unknown("controller-uid", "Job"));
    rows.add(unknown("batch.kubernetes.io/controller-uid", "Job"));
    rows.add(unknown("batch.kubernetes.io/job-completion-index", "Job"));
    rows.add(unknown("job-name", "CronJob"));
    rows.add(selecting("pod-template-hash", "StatefulSet shop/w", denied("Virtual/p")));
    return rows.stream();
  }

  private static CoverageRow unknown(String label, String kind) {
    return selecting(label, kind + " shop/w", denied(kind + "/w") + "unknown generated-label");
  }

  static Stream<CoverageRow> hostNetwork() {
    return Stream.of(
        CoverageRow.gke(
            "hostNetwork is excluded: listed, without points",
            CLOSED + "Deployment shop/node pod{hostNetwork: true}",
            "excluded shop/Deployment/node",
            denied("Virtual/p"),
            "governed 0/0"),
        CoverageRow.gke(
            "hostNetwork: false is an ordinary pod",
            CLOSED + "Deployment shop/api pod{hostNetwork: false}",
            denied("Deployment/api"),
            "no excluded"),
        CoverageRow.gke(
            "a workload of the node's network does not count for a selector",
            CLOSED + "DaemonSet shop/agent pod{hostNetwork: true}",
            denied("Virtual/p"),
            "no inactive"),
        complete(
            "it counts where all workloads were read",
            CLOSED + "DaemonSet shop/agent pod{hostNetwork: true}",
            "no point",
            "inactive NetworkPolicy/shop/p"));
  }

  static Stream<CoverageRow> virtual() {
    return Stream.of(
        CoverageRow.gke(
            "virtual only where the namespace has policies", "Namespace shop\n", "no point"),
        CoverageRow.gke(
            "virtual beside workloads that the policy does not select",
            labelled("p", "app: a") + "Pod shop/other",
            denied("Virtual/p"),
            "governed 0/2"),
        CoverageRow.gke(
            "not for a policy that selects a workload, which applies to virtual ones too",
            CLOSED + labelled("q", "app: a") + "Pod shop/other",
            denied("Pod/other"),
            denied("Virtual/q"),
            "counter workload 0 covered 0 partial 0 missed 2 unknown"),
        CoverageRow.gke(
            "not for a policy that may select a workload",
            labelled("p", "pod-template-hash: x") + "Deployment shop/api",
            denied("Deployment/api") + "unknown generated-label"),
        complete(
            "none beside a workload where all were read",
            labelled("p", "app: a") + "Pod shop/other",
            "no point",
            "inactive NetworkPolicy/shop/p"),
        complete(
            "virtual in a namespace without any workload, even where all were read",
            labelled("p", "app: a") + "Pod edge/other",
            denied("Virtual/p")),
        CoverageRow.gke(
            "none for a selector that no pod can meet",
            selector("p", "{key: a, operator: Exists}, {key: a, operator: DoesNotExist}"),
            "no point",
            "inactive NetworkPolicy/shop/p"),
        CoverageRow.gke(
            "one for each distinct smallest label set, named after the first policy by name",
            labelled("z", "app: a") + labelled("b", "app: a") + labelled("c", "app: c"),
            denied("Virtual/b"),
            denied("Virtual/c")),
        CoverageRow.gke(
            "the smallest set of matchLabels is these labels",
            labelled("p", "app: a, tier: b") + labelled("q", "app: a"),
            denied("Virtual/p"),
            denied("Virtual/q"),
            "counter workload 0 covered 0 partial 0 missed 2 unknown"),
        CoverageRow.gke(
            "of In the first sorted value",
            selector("p", "{key: app, operator: In, values: [b, a]}") + labelled("q", "app: a"),
            denied("Virtual/p")),
        CoverageRow.gke(
            "of Exists the empty string",
            selector("p", "{key: app, operator: Exists}") + labelled("q", "app: ''"),
            denied("Virtual/p")),
        CoverageRow.gke(
            "named ports are assumed to resolve",
            "NetworkPolicy shop/p {podSelector: {}, ingress: [{ports: [{port: http}]}]}",
            "point shop/Virtual/p|ingress|allow|NetworkPolicy/shop/p ",
            denied("Virtual/p"),
            "no notice"),
        CoverageRow.gke(
            "left out of governance",
            CLOSED,
            "governed 0/0",
            "no ungoverned",
            denied("Virtual/p")));
  }

  private static CoverageRow complete(String name, String objects, String... expected) {
    return CoverageRow.of(name, ObjectLines.world("gke", objects, "input", "complete"), expected);
  }

  private static String labelled(String name, String labels) {
    return "NetworkPolicy shop/" + name + " {podSelector: {matchLabels: {" + labels + "}}}\n";
  }

  private static String selector(String name, String expression) {
    return "NetworkPolicy shop/%s {podSelector: {matchExpressions: [%s]}}\n"
        .formatted(name, expression);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"workloads", "otherKinds", "owners", "labels", "hostNetwork", "virtual"})
  void aRowHolds(CoverageRow row) {
    row.check();
  }
}
