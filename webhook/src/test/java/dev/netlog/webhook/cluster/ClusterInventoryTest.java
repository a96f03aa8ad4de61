package dev.netlog.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.Lookup;
import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Value;
import dev.netlog.platform.PlatformKind;
import io.fabric8.kubernetes.api.model.APIGroupBuilder;
import io.fabric8.kubernetes.api.model.APIResourceBuilder;
import io.fabric8.kubernetes.api.model.APIResourceListBuilder;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.server.mock.EnableKubernetesMockClient;
import io.fabric8.kubernetes.client.server.mock.KubernetesMockServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@SuppressWarnings("NullAway") // the extension sets server and client
@EnableKubernetesMockClient(crud = true)
class ClusterInventoryTest {
  private static final List<PlatformKind> WATCHED =
      RuleCatalog.standard().kinds().stream()
          .filter(kind -> kind.is(PlatformKind.Use.WATCHED))
          .toList();

  private static final GroupKind FIREWALL = new GroupKind("k8s.ovn.org", "EgressFirewall");
  private static final long LIMIT = 1 << 24;

  private KubernetesMockServer server;
  private KubernetesClient client;
  private final SteppedTime time = new SteppedTime();
  private final RecordedInventoryEvents events = new RecordedInventoryEvents();
  private ClusterConnection connection;
  private ClusterInventory inventory;

  @BeforeEach
  void serve() {
    connection = ClusterConnection.open(client.getConfiguration(), time);
    kind("", "v1", "namespaces", false);
    kind("networking.k8s.io", "v1", "networkpolicies", true);
    inventory = inventory(LIMIT);
  }

  @AfterEach
  void close() {
    inventory.close();
    connection.close();
  }

  @Test
  void nothingIsKnownBeforeTheObjectsHaveCome() {
    client.resource(ClusterContent.namespace("payments")).create();
    Inventory now = inventory.get();
    assertThat(now.find(KubernetesKinds.NAMESPACE, null, "payments"))
        .isEqualTo(new Lookup.Unknown());
    assertThat(now.list(KubernetesKinds.NAMESPACE, null).complete()).isFalse();
    assertThat(now.list(FIREWALL, "payments").isKnownEmpty()).isFalse();
    assertThat(inventory.isSynced()).isFalse();
  }

  @Test
  void objectsThatAreThereAreKnown() {
    client.resource(ClusterContent.namespace("payments")).create();
    client.resource(ClusterContent.policy("payments", "b")).create();
    client.resource(ClusterContent.policy("payments", "a")).create();
    client.resource(ClusterContent.policy("shop", "a")).create();
    sync();

    Inventory now = inventory.get();
    assertThat(now.find(KubernetesKinds.NAMESPACE, null, "payments"))
        .isInstanceOf(Lookup.Found.class);
    assertThat(now.find(KubernetesKinds.NAMESPACE, null, "shop")).isEqualTo(new Lookup.Absent());
    assertThat(now.list(KubernetesKinds.NETWORK_POLICY, "payments").items())
        .extracting(each -> each.id().toString())
        .containsExactly("NetworkPolicy/payments/a", "NetworkPolicy/payments/b");
    assertThat(now.list(KubernetesKinds.NETWORK_POLICY, null).items()).hasSize(3);
    assertThat(now.list(KubernetesKinds.NETWORK_POLICY, "empty").isKnownEmpty()).isTrue();
    assertThat(events.failures).isEmpty();
  }

  @Test
  void changesAreFollowedAndWhatWasGivenOutStaysAsItWas() {
    client.resource(ClusterContent.policy("payments", "a")).create();
    sync();
    Inventory before = inventory.get();

    client.resource(ClusterContent.policy("payments", "b")).create();
    client.resource(ClusterContent.policy("payments", "a")).delete();
    ClusterContent.await(
        () ->
            inventory.get().list(KubernetesKinds.NETWORK_POLICY, "payments").items().stream()
                .allMatch(each -> each.id().name().equals("b")));
    assertThat(before.list(KubernetesKinds.NETWORK_POLICY, "payments").items())
        .extracting(each -> each.id().name())
        .containsExactly("a");
  }

  @Test
  void aKindThatTheClusterDoesNotHaveHasNoObjectsAndIsLookedForAgain() {
    sync();
    assertThat(inventory.get().list(FIREWALL, "payments").isKnownEmpty()).isTrue();
    assertThat(events.notes).contains("the cluster has no egressfirewalls.k8s.ovn.org");

    kind("k8s.ovn.org", "v2", "egressfirewalls", true);
    inventory.lookAfter();
    assertThat(events.notes).noneMatch(note -> note.startsWith("watching egressfirewalls"));
    time.pass(KindWatch.MISSING);
    inventory.lookAfter();
    ClusterContent.await(
        () -> events.notes.stream().anyMatch(note -> note.startsWith("watching egressfirewalls")));
    assertThat(inventory.get().list(FIREWALL, "payments").isKnownEmpty()).isTrue();
  }

  @Test
  void everythingIsUnknownWhenNobodyHasAnsweredForTooLong() {
    sync();
    time.pass(KindWatch.STALE);
    assertThat(inventory.get().list(FIREWALL, null).isKnownEmpty()).isTrue();
    time.pass(Duration.ofSeconds(1));
    assertThat(inventory.get().list(FIREWALL, null).isKnownEmpty()).isFalse();
    assertThat(inventory.get().list(KubernetesKinds.NAMESPACE, null).complete()).isFalse();

    inventory.lookAfter();
    assertThat(inventory.get().list(FIREWALL, null).isKnownEmpty()).isTrue();
  }

  @Test
  void objectsWhoseWatchIsBrokenForTooLongAreUnknown() {
    client.resource(ClusterContent.namespace("payments")).create();
    sync();
    server.shutdown();
    ClusterContent.await(
        () -> {
          time.pass(Duration.ofSeconds(1));
          inventory.lookAfter();
          return inventory.get().find(KubernetesKinds.NAMESPACE, null, "payments")
              instanceof Lookup.Unknown;
        });
    assertThat(inventory.isSynced()).isFalse();
  }

  @Test
  void aKindThatIsForbiddenIsUnknownAndSaidOnce() {
    server.expect().get().withPath("/apis/cilium.io").andReturn(403, "").always();
    inventory.lookAfter();
    time.pass(KindWatch.RETRY);
    inventory.lookAfter();
    assertThat(events.failures)
        .containsExactlyInAnyOrder(
            "the API server does not allow this server to get ciliumnetworkpolicies.cilium.io; allow it in the Role or"
                + " ClusterRole of this server",
            "the API server does not allow this server to get ciliumclusterwidenetworkpolicies.cilium.io; allow it in"
                + " the Role or ClusterRole of this server");
    GroupKind cilium = new GroupKind("cilium.io", "CiliumNetworkPolicy");
    assertThat(inventory.get().list(cilium, null).complete()).isFalse();
  }

  @Test
  void whatDoesNotFitIntoMemoryIsUnknown() {
    inventory.close();
    inventory = inventory(1 << 14);
    for (int each = 0; each < 40; each++) {
      client.resource(ClusterContent.namespace("namespace-" + each)).create();
    }
    sync();
    assertThat(inventory.get().list(KubernetesKinds.NAMESPACE, null).complete()).isFalse();
    assertThat(inventory.get().find(KubernetesKinds.NAMESPACE, null, "nowhere"))
        .isEqualTo(new Lookup.Unknown());
    assertThat(events.failures).hasSize(1).first().asString().contains("do not fit into memory");
  }

  @Test
  void onlyWhatRulesAskAboutIsKept() {
    client
        .resource(
            new NamespaceBuilder(ClusterContent.namespace("payments"))
                .editMetadata()
                .addToLabels("team", "a")
                .addToAnnotations("k8s.ovn.org/acl-logging", "{}")
                .addToAnnotations("kubectl.kubernetes.io/last-applied-configuration", "{...}")
                .addNewManagedField()
                .withManager("kubectl")
                .endManagedField()
                .endMetadata()
                .withNewSpec()
                .withFinalizers("kubernetes")
                .endSpec()
                .build())
        .create();
    sync();
    Lookup found = inventory.get().find(KubernetesKinds.NAMESPACE, null, "payments");
    Value content = ((Lookup.Found) found).resource().content();
    assertThat(content.toString())
        .contains("acl-logging", "team")
        .doesNotContain("last-applied", "managedFields", "finalizers", "uid");
  }

  private ClusterInventory inventory(long limit) {
    return ClusterInventory.of(
        connection.client(),
        time,
        WATCHED,
        key -> key.contains("logging"),
        new CacheBudget(limit),
        events);
  }

  private void sync() {
    inventory.lookAfter();
    ClusterContent.await(
        () -> events.notes.stream().filter(note -> note.startsWith("watching")).count() == 2);
  }

  private void kind(String group, String version, String plural, boolean namespaced) {
    String path = group.isEmpty() ? "/api/" + version : "/apis/" + group + "/" + version;
    if (!group.isEmpty()) {
      var served =
          new APIGroupBuilder()
              .withName(group)
              .addNewVersion(group + "/" + version, version)
              .withNewPreferredVersion(group + "/" + version, version)
              .build();
      server.expect().get().withPath("/apis/" + group).andReturn(200, served).always();
    }
    var resources =
        new APIResourceListBuilder()
            .addToResources(
                new APIResourceBuilder()
                    .withName(plural)
                    .withNamespaced(namespaced)
                    .withVerbs("list", "watch")
                    .build())
            .build();
    server.expect().get().withPath(path).andReturn(200, resources).always();
  }
}
