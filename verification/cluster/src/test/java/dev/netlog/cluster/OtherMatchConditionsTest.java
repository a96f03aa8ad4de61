package dev.netlog.cluster;

import static dev.netlog.cluster.Api.MERGE_PATCH;

import dev.netlog.cluster.Api.Answer;
import dev.netlog.cluster.Cluster.Setup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.node.ObjectNode;

/// The same for subresources, and for the kinds whose spec is judged.
@Tag("every-version")
@ExtendWith(WithCluster.class)
class OtherMatchConditionsTest {
  private static final String LABEL = "{\"metadata\": {\"labels\": {\"a\": \"b\"}}}";

  private final Cluster cluster;
  private final Api api;
  private Asked asked;

  OtherMatchConditionsTest(Cluster cluster) {
    this.cluster = cluster;
    this.api = cluster.api();
    this.asked = new Asked(cluster.webhook(Setup.of("enforce")), "validate");
  }

  @BeforeEach
  void enforce() {
    asked = new Asked(cluster.webhook(Setup.of("enforce")), "validate");
  }

  @Test
  void bothSubresourcesOfANamespaceStoreSettingsAndAreAskedAbout() {
    Target target = Target.NAMESPACE;
    for (String part : new String[] {"status", "finalize"}) {
      String name = target.stored(api, target.value(false));
      String path = target.path(name) + "/" + part;
      asked.notAbout(part + " with nothing new", () -> api.replace(path, stored(name) + ""));
      ObjectNode changed = stored(name);
      ((ObjectNode) changed.at("/metadata/annotations")).put(target.key(), target.value(true));
      asked.about(part + " with a changed setting", () -> api.replace(path, changed + ""));
    }
    String name = target.stored(api, target.value(false));
    asked.notAbout(
        "another phase",
        () ->
            api.patch(
                target.path(name) + "/status",
                MERGE_PATCH,
                "{\"status\": {\"conditions\": [{\"type\": \"T\", \"status\": \"True\"}]}}"));
  }

  private ObjectNode stored(String namespace) {
    return (ObjectNode) api.read(Target.NAMESPACE.path(namespace)).expectOk().json();
  }

  @Test
  void aNetworkLoggingIsAskedAboutWhenItsSpecChanges() {
    String path = CustomKinds.NETWORK_LOGGINGS;
    Answer _ = api.delete(path + "/default");
    String empty =
        """
        {"apiVersion": "networking.gke.io/v1alpha1", "kind": "NetworkLogging",
         "metadata": {"name": "default"}}
        """;
    asked.about("create, without a spec", () -> api.create(path, empty));
    asked.notAbout("a label", () -> api.patch(path + "/default", MERGE_PATCH, LABEL));
    asked.about(
        "a spec",
        () ->
            api.patch(
                path + "/default",
                MERGE_PATCH,
                "{\"spec\": {\"cluster\": {\"deny\": {\"log\": true}}}}"));
    asked.notAbout(
        "the same spec",
        () ->
            api.patch(
                path + "/default",
                MERGE_PATCH,
                "{\"spec\": {\"cluster\": {\"deny\": {\"log\": true}}}}"));
    asked.notAbout("delete", () -> api.delete(path + "/default"));
  }

  @Test
  void anEgressFirewallIsAskedAboutWhenItsSpecChanges() {
    String path = CustomKinds.EGRESS_FIREWALLS;
    Answer _ = api.delete(path + "/default");
    asked.about(
        "create",
        () -> api.create(path, CustomKinds.object("k8s.ovn.org/v1", "EgressFirewall", "default")));
    asked.notAbout("a label", () -> api.patch(path + "/default", MERGE_PATCH, LABEL));
    asked.notAbout(
        "its status",
        () ->
            api.patch(
                path + "/default/status", MERGE_PATCH, "{\"status\": {\"status\": \"applied\"}}"));
    asked.about(
        "a rule",
        () ->
            api.patch(
                path + "/default",
                MERGE_PATCH,
                """
                {"spec": {"egress": [{"type": "Deny", "to": {"cidrSelector": "0.0.0.0/0"}}]}}
                """));
    asked.notAbout("delete", () -> api.delete(path + "/default"));
  }

  @Test
  void anOperatorNetworkIsAskedAboutWhenItsAuditSettingsChange() {
    String path = CustomKinds.NETWORKS;
    Answer _ = api.delete(path + "/cluster");
    asked.about(
        "create with audit settings",
        () ->
            api.create(
                path + "?dryRun=All",
                """
                {"apiVersion": "operator.openshift.io/v1", "kind": "Network",
                 "metadata": {"name": "cluster"}, "spec": {"defaultNetwork":
                 {"ovnKubernetesConfig": {"policyAuditConfig": {"rateLimit": 20}}}}}
                """));
    asked.notAbout(
        "create without",
        () ->
            api.create(path, CustomKinds.object("operator.openshift.io/v1", "Network", "cluster")));
    asked.notAbout(
        "other settings",
        () ->
            api.patch(
                path + "/cluster",
                MERGE_PATCH,
                """
                {"spec": {"logLevel": "Debug",
                 "defaultNetwork": {"ovnKubernetesConfig": {"mtu": 1400}}}}
                """));
    asked.about(
        "audit settings",
        () ->
            api.patch(
                path + "/cluster",
                MERGE_PATCH,
                """
                {"spec": {"defaultNetwork":
                 {"ovnKubernetesConfig": {"policyAuditConfig": {"rateLimit": 30}}}}}
                """));
    asked.notAbout(
        "audit settings that go",
        () ->
            api.patch(
                path + "/cluster",
                MERGE_PATCH,
                """
                {"spec": {"defaultNetwork": {"ovnKubernetesConfig": {"policyAuditConfig": null}}}}
                """));
  }

  @Test
  void ourOwnNamespaceAndOtherKindsAreNotAskedAbout() {
    asked.notAbout(
        "our own namespace",
        () ->
            api.patch(
                Target.NAMESPACE.path("netlog-system"),
                MERGE_PATCH,
                Target.NAMESPACE.merge(Cases.ACL_LOGGING, "\"{}\"")));
    asked.notAbout(
        "a ConfigMap",
        () ->
            api.create(
                "/api/v1/namespaces/default/configmaps?dryRun=All",
                """
                {"apiVersion": "v1", "kind": "ConfigMap",
                 "metadata": {"name": "x", "annotations": {"k8s.ovn.org/acl-logging": "{"}}}
                """));
  }
}
