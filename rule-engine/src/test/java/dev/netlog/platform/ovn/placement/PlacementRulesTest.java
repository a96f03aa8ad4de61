package dev.netlog.platform.ovn.placement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Safety;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.platform.ovn.Given;
import dev.netlog.platform.ovn.OvnPlatform;
import dev.netlog.platform.ovn.acl.AclAnnotation;
import dev.netlog.platform.ovn.acl.AclKey;
import dev.netlog.rule.Place;
import dev.netlog.rule.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules about where the annotation stands, and what the platform says of keys and kinds.
class PlacementRulesTest {
  private static final String KEYED = "{'k8s.ovn.org/acl-logging':'{}'}";

  @Test
  void onANetworkPolicyTheMessageNamesTheNamespace() {
    Resource policy =
        Given.object(
            "{'apiVersion':'networking.k8s.io/v1','kind':'NetworkPolicy','metadata':{'name':'a','namespace':'payments','annotations':%s}}"
                .formatted(KEYED));
    List<Violation> violations = Given.check(new OvnMisplacedAnnotation(), policy);
    assertThat(violations).hasSize(1);
    assertThat(violations.getFirst().message())
        .isEqualTo(
            "OVN does not read \"k8s.ovn.org/acl-logging\" from kind \"NetworkPolicy\"; OVN reads"
                + " it from the Namespace payments: annotate that");
    assertThat(violations.getFirst().place()).isEqualTo(AclAnnotation.key());
  }

  @Test
  void labelsAndPodTemplatesAreWrongPlacesToo() {
    Resource cronJob =
        Given.object(
            "{'apiVersion':'batch/v1','kind':'CronJob','metadata':{'name':'a','labels':%s},'spec':{'jobTemplate':{'spec':{'template':{'metadata':{'annotations':%s,'labels':%s}}}}}}"
                .formatted(KEYED, KEYED, KEYED));
    assertThat(Given.check(new OvnMisplacedAnnotation(), cronJob))
        .extracting(violation -> violation.place().pointer().toString())
        .containsExactly(
            "/metadata/labels/k8s.ovn.org~1acl-logging",
            "/spec/jobTemplate/spec/template/metadata/annotations/k8s.ovn.org~1acl-logging",
            "/spec/jobTemplate/spec/template/metadata/labels/k8s.ovn.org~1acl-logging");
    Resource namespace =
        Given.object(
            "{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'a','labels':%s}}"
                .formatted(KEYED));
    assertThat(Given.findings(namespace)).containsExactly("ovn-misplaced-annotation");
  }

  @Test
  void aClusterNetworkPolicyHasNoKnownUseForIt() {
    Resource policy =
        Given.object(
            "{'apiVersion':'policy.networking.k8s.io/v1alpha2','kind':'ClusterNetworkPolicy','metadata':{'name':'a','annotations':%s}}"
                .formatted(KEYED));
    assertThat(Given.check(new OvnMisplacedAnnotation(), policy).getFirst().message())
        .contains("has no known effect on a ClusterNetworkPolicy");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'apiVersion':'v1','kind':'NamespaceList','metadata':{'annotations':KEY},'items':[]}",
        "{'apiVersion':'v1','kind':'List','metadata':{'annotations':KEY},'items':[]}",
        "{'apiVersion':'project.openshift.io/v1','kind':'Project','metadata':{'name':'a','annotations':KEY}}",
        "{'apiVersion':'types.kubefed.io/v1','kind':'FederatedNamespace','metadata':{'name':'a'},'spec':{'template':{'metadata':{'annotations':KEY}}}}",
        "{'apiVersion':'v1','kind':'ConfigMap','metadata':{'name':'a'},'data':{'a':'k8s.ovn.org/acl-logging:"
            + " 1'}}",
        "{'apiVersion':'policy.open-cluster-management.io/v1','kind':'ConfigurationPolicy','metadata':{'name':'a'},'spec':{'object-templates':[{'objectDefinition':{'metadata':{'annotations':KEY}}}]}}"
      })
  void whatMayWellReachANamespaceIsNoWrongPlace(String json) {
    assertThat(Given.check(new OvnMisplacedAnnotation(), Given.object(json.replace("KEY", KEYED))))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k8s.ovn.org/acl_logging",
        "k8s.ovn.org/acl-log",
        "k8s.ovn.org/ACL-logging",
        "ovn.org/acl-logging",
        "k8s.ovn.org/acl-loging",
        "k8s.ovn.org/aclLogging",
        "k8s.ovn.org/alc-logging",
        "K8S.OVN.ORG/acl-logging",
        "k8s.onv.org/acl-logging",
        "openshift.io/acl-logging",
        "acl-logging",
        "k8s.ovn.org.acl-logging",
        "k8s.ovn.org/acl-logging "
      })
  void nearMissesOfTheKeyAreRenamed(String key) {
    Resource namespace =
        Given.object(
            "{'apiVersion':'v1','kind':'Namespace','metadata':{'name':'a','annotations':{'%s':'{\\'deny\\':\\'alert\\'}'}}}"
                .formatted(key));
    assertThat(new OvnPlatform().concerns(key)).isTrue();
    assertThat(Given.findings(namespace)).containsExactly("ovn-misspelt-annotation");
    Resource fixed = Given.fixed(new OvnMisspeltAnnotation(), namespace, Safety.SAFE);
    assertThat(Given.annotation(fixed)).isEqualTo("{\"deny\":\"alert\"}");
    assertThat(fixed.annotations().members()).hasSize(1);
    assertThat(Given.findings(fixed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k8s.ovn.org/acl-logging",
        "k8s.ovn.org/acl-stateless",
        "k8s.ovn.org/multicast-enabled",
        "k8s.ovn.org/primary-user-defined-network",
        "k8s.ovn.org/active-network",
        "ovn.kubernetes.io/acl_log_meter_rate",
        "example.com/acl-logging",
        "annotations",
        "acl",
        "aclLogging.example.com/enabled",
        "",
        "/",
        "a/",
        "name"
      })
  void otherKeysAreNoNearMisses(String key) {
    assertThat(AclKey.isMisspelt(key)).isFalse();
  }

  @Test
  void aRenameNeverBringsAnErrorIntoForceOrOverwrites() {
    for (String annotations :
        List.of(
            "{'k8s.ovn.org/acl-log':'{\\'deny\\':\\'loud\\'}'}",
            "{'k8s.ovn.org/acl-log':true}",
            "{'k8s.ovn.org/acl-log':'{}','k8s.ovn.org/acl-logging':'{}'}")) {
      Resource policy =
          Given.object(
              "{'apiVersion':'policy.networking.k8s.io/v1alpha1','kind':'AdminNetworkPolicy','metadata':{'name':'a','annotations':%s}}"
                  .formatted(annotations));
      assertThat(Given.check(new OvnMisspeltAnnotation(), policy))
          .singleElement()
          .satisfies(
              violation ->
                  assertThat(violation.fix())
                      .isNotNull()
                      .satisfies(fix -> assertThat(fix.safety()).isEqualTo(Safety.MANUAL)));
    }
  }

  @Test
  void anAnnotatedNamespaceWithoutPoliciesIsToldOnlyWhereAllIsKnown() {
    var rule = new AnnotationWithoutPolicy();
    Resource namespace = Given.namespace("{\"deny\":\"alert\"}");
    assertThat(rule.check(namespace, Given.complete(namespace)))
        .singleElement()
        .satisfies(violation -> assertThat(violation.place().part()).isEqualTo(Place.Part.KEY));
    assertThat(rule.check(namespace, Given.known(namespace))).isEmpty();
    for (Resource other :
        List.of(
            Given.policy("payments", "a", 0, 0),
            Given.firewall("payments", "[]"),
            Given.multi("payments", "a", "[]"),
            Given.object(
                "{'apiVersion':'networking.k8s.io/v1','kind':'NetworkPolicy','metadata':{'name':'a'}}"))) {
      assertThat(rule.check(namespace, Given.complete(namespace, other))).isEmpty();
    }
    Inventory nothing = Given.complete();
    assertThat(rule.check(Given.namespace("{}"), nothing)).isEmpty();
    assertThat(rule.check(Given.admin("{\"deny\":\"alert\"}"), nothing)).isEmpty();
  }

  @Test
  void thePlatformIsSeenByItsKeysAndKinds() {
    OvnPlatform platform = new OvnPlatform();
    assertThat(platform.isSeenIn(Given.namespace("{}"))).isTrue();
    assertThat(platform.isSeenIn(Given.firewall("a", "[]"))).isTrue();
    assertThat(platform.isSeenIn(Given.network(""))).isTrue();
    assertThat(platform.isSeenIn(Given.policy("a", "b", 0, 0))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'apiVersion':'k8s.ovn.org/v1','kind':'EgressIP','metadata':{'name':'a'}}",
        "{'apiVersion':'k8s.ovn.org/v1','kind':'UserDefinedNetwork','metadata':{'name':'a'}}",
        "{'apiVersion':'k8s.ovn.org/v1alpha1','kind':'OfTomorrow','metadata':{'name':'a'}}"
      })
  void everyKindOfItsGroupIsReadAndShowsThePlatform(String json) {
    OvnPlatform platform = new OvnPlatform();
    Resource resource = Given.object(json);
    assertThat(platform.reads(resource.id().groupKind())).isTrue();
    assertThat(platform.isSeenIn(resource)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'apiVersion':'v1','kind':'Pod','metadata':{'name':'a','annotations':{'k8s.ovn.org/pod-networks':'{}'}}}",
        "{'apiVersion':'v1','kind':'Node','metadata':{'name':'a','labels':{'k8s.ovn.org/egress-assignable':''}}}",
        "{'apiVersion':'apps/v1','kind':'Deployment','metadata':{'name':'a'},'spec':{'template':{'metadata':{'annotations':{'k8s.ovn.org/routing-namespaces':'b'}}}}}"
      })
  void anyKeyWithItsPrefixConcernsAndShowsThePlatform(String json) {
    OvnPlatform platform = new OvnPlatform();
    Resource resource = Given.object(json);
    String key = json.replaceAll(".*'(k8s\\.ovn\\.org/[^']*)'.*", "$1");
    assertThat(platform.concerns(key)).isTrue();
    assertThat(platform.reads(resource.id().groupKind())).isFalse();
    assertThat(platform.isSeenIn(resource)).isTrue();
    assertThat(Given.findings(resource)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"k8s.ovn.orgs/pod-networks", "ovn.org/pod-networks", "pod-networks"})
  void keysOfOtherPrefixesShowNothing(String key) {
    OvnPlatform platform = new OvnPlatform();
    assertThat(platform.concerns(key)).isFalse();
    assertThat(
            platform.isSeenIn(
                Given.object(
                    "{'apiVersion':'v1','kind':'Pod','metadata':{'annotations':{'%s':''}}}"
                        .formatted(key))))
        .isFalse();
  }
}
