package dev.netlog.cluster;

import static dev.netlog.cluster.Api.JSON_PATCH;
import static dev.netlog.cluster.Api.MERGE_PATCH;
import static dev.netlog.cluster.Api.STRATEGIC_PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Api.Answer;
import dev.netlog.cluster.Cluster.Setup;
import dev.netlog.cluster.Tool.Output;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.node.ObjectNode;

/// A wrong setting is refused in whatever way it comes.
@ExtendWith(WithCluster.class)
class OperationsTest {
  private final Cluster cluster;
  private final Api api;

  OperationsTest(Cluster cluster) {
    this.cluster = cluster;
    this.api = cluster.api();
  }

  @BeforeEach
  void enforce() {
    Webhook _ = cluster.webhook(Setup.of("enforce"));
  }

  private static void refused(Answer answer) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(422);
    assertThat(answer.json().path("reason").asString()).isEqualTo("Invalid");
    assertThat(answer.message()).contains("denied the request: netlog refuses");
    assertThat(answer.json().at("/details/causes").size()).isGreaterThanOrEqualTo(2);
    assertThat(answer.json().path("details").has("retryAfterSeconds")).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void everyFormOfAChangeIsRefusedAndNothingIsStored(Target target) {
    refused(
        api.create(
            target.path(),
            target.object(target.freshName(api), target.key(), target.wrong()) + ""));
    String name = target.stored(api, target.value(false));
    String path = target.path(name);
    ObjectNode object = (ObjectNode) api.read(path).expectOk().json();
    ((ObjectNode) object.at("/metadata/annotations")).put(target.key(), target.wrong());
    refused(api.replace(path, object + ""));
    String wrong = Target.quoted(target.wrong());
    refused(api.patch(path, MERGE_PATCH, target.merge(target.key(), wrong)));
    refused(api.patch(path + "?dryRun=All", MERGE_PATCH, target.merge(target.key(), wrong)));
    if (target.isBuiltIn()) {
      refused(api.patch(path, STRATEGIC_PATCH, target.merge(target.key(), wrong)));
    }
    refused(
        api.patch(
            path,
            JSON_PATCH,
            "[{\"op\": \"replace\", \"path\": \"/metadata/annotations/%s\", \"value\": %s}]"
                .formatted(target.key().replace("/", "~1"), wrong)));
    refused(
        api.apply(
            path + "?force=true", "other", target.object(name, target.key(), target.wrong()) + ""));
    String stored =
        api.read(path).json().path("metadata").path("annotations").path(target.key()) + "";
    assertThat(stored).isEqualTo(Target.quoted(target.value(false)));
  }

  @Test
  void bothSubresourcesRefuseAWrongSetting() {
    Target target = Target.NAMESPACE;
    String path = target.path(target.stored(api, target.value(false)));
    for (String part : List.of("status", "finalize")) {
      ObjectNode object = (ObjectNode) api.read(path).expectOk().json();
      ((ObjectNode) object.at("/metadata/annotations")).put(target.key(), target.wrong());
      refused(api.replace(path + "/" + part, object + ""));
    }
  }

  @Test
  void aGeneratedNameIsTold() {
    ObjectNode object = Target.NAMESPACE.object("", Cases.ACL_LOGGING, "{");
    ((ObjectNode) object.path("metadata")).remove("name");
    ((ObjectNode) object.path("metadata")).put("generateName", "team-");
    Answer answer = api.create(Target.NAMESPACE.path(), object + "");
    refused(answer);
    assertThat(answer.message()).containsPattern("netlog refuses Namespace \"team-\\w*\"");
  }

  @ParameterizedTest
  @EnumSource
  void managersOfDifferentFieldsDoNotStandForEachOthersMistakes(Target target) {
    String name = target.freshName(api);
    String path = target.path(name);
    var _ =
        api.apply(path, "one", target.object(name, target.key(), target.value(false)) + "")
            .expectOk();
    ObjectNode labelled = target.object(name);
    ((ObjectNode) labelled.path("metadata")).putObject("labels").put("team", "red");
    var _ = api.apply(path, "two", labelled + "").expectOk();
    Answer conflict =
        api.apply(path, "two", target.object(name, target.key(), target.wrong()) + "");
    assertThat(conflict.status()).isEqualTo(409);
    refused(
        api.apply(
            path + "?force=true", "two", target.object(name, target.key(), target.wrong()) + ""));
    var _ = api.apply(path, "one", target.object(name) + "").expectOk();
    assertThat(api.read(path).json().path("metadata").path("annotations").has(target.key()))
        .isFalse();
  }

  @Test
  void ofAListTheGoodOnesAreAppliedAndEachBadOneIsNamed() {
    List<Object> items = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String value = i % 3 == 0 ? "{\"deny\":\"loud\"}" : "{\"deny\":\"alert\"}";
      items.add(Json.parse(Cluster.namespace("listed-" + i, Cases.ACL_LOGGING, value)));
    }
    String list = Json.of(Map.of("apiVersion", "v1", "kind", "List", "items", items)).toString();
    Output output = cluster.kubectl().with(list, "apply", "-f", "-");
    assertThat(output.code()).isEqualTo(1);
    assertThat(output.out().lines()).hasSize(20).allMatch(line -> line.endsWith(" created"));
    for (int i = 0; i < 30; i += 3) {
      assertThat(output.err()).contains("netlog refuses Namespace \"listed-" + i + "\"");
      assertThat(api.read(Target.NAMESPACE.path("listed-" + i)).status()).isEqualTo(404);
    }
    Output server = cluster.kubectl().with(list, "apply", "--server-side", "-f", "-");
    assertThat(server.code()).isEqualTo(1);
    assertThat(server.err()).contains("listed-27");
  }

  @Test
  void aWarningReachesTheUserAndStopsNothing() {
    String object =
        Cluster.namespace("warned", Cases.ACL_LOGGING, "{\"deny\":\"info\",\"alow\":\"info\"}");
    Output output = cluster.kubectl().with(object, "apply", "-f", "-").expectOk();
    assertThat(output.err()).startsWith("Warning: ").contains("alow");
  }

  @Test
  void wrongNetworkLoggingsEgressFirewallsAndAuditSettingsAreRefused() {
    refused(
        api.create(
            CustomKinds.NETWORK_LOGGINGS + "?dryRun=All",
            """
            {"apiVersion": "networking.gke.io/v1alpha1", "kind": "NetworkLogging",
             "metadata": {"name": "default"},
             "spec": {"cluster": {"allow": {"delegate": true}, "deny": {"delegate": true}}}}
            """));
    refused(
        api.create(
            CustomKinds.EGRESS_FIREWALLS + "?dryRun=All",
            """
            {"apiVersion": "k8s.ovn.org/v1", "kind": "EgressFirewall",
             "metadata": {"name": "default"},
             "spec": {"egress": [{"type": "Allowed", "to": {"cidrSelector": "10.0.0.0/8"}}]}}
            """));
    refused(
        api.create(
            CustomKinds.NETWORKS + "?dryRun=All",
            """
            {"apiVersion": "operator.openshift.io/v1", "kind": "Network",
             "metadata": {"name": "cluster"},
             "spec": {"defaultNetwork": {"type": "OVNKubernetes",
              "ovnKubernetesConfig": {"policyAuditConfig": {"maxFileSize": 50000000}}}}}
            """));
  }

  @Test
  void kubectlAnnotateAndLabelAreRefusedToo() {
    Target target = Target.NAMESPACE;
    String name = target.stored(api, target.value(false));
    Kubectl kubectl = cluster.kubectl();
    String wrong = target.key() + "={\"deny\": \"loud\"}";
    Output annotated = kubectl.run("annotate", "--overwrite", "namespace", name, wrong);
    assertThat(annotated.code()).as(annotated.all()).isEqualTo(1);
    assertThat(annotated.err()).contains("severity \"loud\" is unknown to OVN");
    var _ = kubectl.run("label", "namespace", name, "team=red").expectOk();
    var _ = kubectl.run("annotate", "namespace", name, target.key() + "-").expectOk();
  }

  @Test
  void anObjectFullOfAnnotationsCostsNoMoreThanTheApiServerAllows() {
    ObjectNode object = Target.NAMESPACE.object(Target.NAMESPACE.freshName(api));
    ObjectNode annotations = ((ObjectNode) object.path("metadata")).putObject("annotations");
    for (int i = 0; i < 9000; i++) {
      annotations.put("logging-" + i, "x");
    }
    Answer many = api.create("/api/v1/namespaces", object + "");
    assertThat(many.status()).as(many.body()).isEqualTo(201);
    // All of them are compared, since none has changed.
    Answer labelled =
        api.patch(
            Target.NAMESPACE.path(object.at("/metadata/name").asString()),
            MERGE_PATCH,
            "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}");
    assertThat(labelled.status()).as(labelled.body()).isEqualTo(200);
    annotations.removeAll();
    ((ObjectNode) object.path("metadata")).put("name", Target.NAMESPACE.freshName(api));
    annotations.put("filler", "<".repeat(250_000)).put(Cases.ACL_LOGGING, "{}");
    var _ = api.create("/api/v1/namespaces", object + "").expectOk();
    refused(
        api.patch(
            Target.NAMESPACE.path(object.at("/metadata/name").asString()),
            MERGE_PATCH,
            Target.NAMESPACE.merge(Cases.ACL_LOGGING, "\"{\"")));
  }
}
