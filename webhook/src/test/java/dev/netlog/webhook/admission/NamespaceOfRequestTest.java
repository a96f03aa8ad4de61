package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.run.Severities;
import dev.netlog.settings.Injection;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// An object may leave its namespace out, since the path of the request says it.
class NamespaceOfRequestTest {
  private static final String PLACE = "payments-production-europe";

  /// Its ACLs have names of more than the 63 characters that OVN keeps.
  private static final String LONG = "allow-from-ingress-to-gateway-pods";

  private static JsonNode namespace(String team) {
    ObjectNode namespace =
        (ObjectNode) Given.json("{apiVersion:'v1',kind:'Namespace',metadata:{labels:{}}}");
    namespace.withObjectProperty("metadata").put("name", PLACE);
    namespace
        .withObjectProperty("metadata")
        .withObjectProperty("labels")
        .put("kubernetes.io/metadata.name", PLACE)
        .put("team", team);
    return namespace;
  }

  private static ObjectNode policy(String name) {
    ObjectNode policy =
        (ObjectNode)
            Given.json(
                "{apiVersion:'networking.k8s.io/v1',kind:'NetworkPolicy',metadata:{},spec:{podSelector:{},"
                    + "policyTypes:['Ingress'],ingress:[{from:[{podSelector:{}}]}]}}");
    policy.withObjectProperty("metadata").put("name", name);
    return policy;
  }

  private static ObjectNode stored(String name) {
    ObjectNode policy = policy(name);
    policy.withObjectProperty("metadata").put("namespace", PLACE);
    return policy;
  }

  private static ObjectNode asked(ObjectNode review) {
    review.withObjectProperty("request").put("namespace", PLACE);
    return review;
  }

  private static AdmissionHandler handler(Injection injection, JsonNode... cluster) {
    Inventory known = ManifestInventory.complete(resources(cluster), Set.of("ovn"));
    return new AdmissionHandler(
        RuleCatalog.standard(),
        Given.settings(Severities.STANDARD, Set.of("ovn"), injection),
        Mode.ENFORCE,
        () -> known);
  }

  private static List<Resource> resources(JsonNode... objects) {
    return List.of(objects).stream().map(Given::resource).toList();
  }

  @Test
  void otherObjectsOfTheNamespaceAreFound() throws BadReviewException {
    AdmissionHandler handler = handler(Injection.NONE, namespace("a"), stored(LONG + "-one"));
    Outcome outcome = Given.validated(handler, asked(Given.creation(policy(LONG + "-two"))));
    assertThat(outcome.rules()).contains("ovn-acl-name-collision");
  }

  @Test
  void thoseOfOtherNamespacesAreNoneOfItsBusiness() throws BadReviewException {
    ObjectNode elsewhere = stored(LONG + "-one");
    elsewhere.withObjectProperty("metadata").put("namespace", "payments-production-africa");
    AdmissionHandler handler = handler(Injection.NONE, namespace("a"), elsewhere);
    Outcome outcome = Given.validated(handler, asked(Given.creation(policy(LONG + "-two"))));
    assertThat(outcome.rules()).doesNotContain("ovn-acl-name-collision");
  }

  @Test
  void anObjectTakesThePlaceOfItsStoredSelf() throws BadReviewException {
    AdmissionHandler handler = handler(Injection.NONE, namespace("a"), stored(LONG));
    ObjectNode review = asked(Given.update(policy(LONG), stored(LONG)));
    assertThat(Given.validated(handler, review).rules())
        .contains("ovn-acl-name-truncated")
        .doesNotContain("ovn-acl-name-collision");
    Resource subject =
        ReviewedObject.of(Given.read(review), Given.resource(policy(LONG)).content());
    Inventory others = ManifestInventory.complete(resources(stored(LONG)), Set.of());
    assertThat(
            new ReviewedInventory(others, subject, Set.of())
                .list(subject.id().groupKind(), PLACE)
                .items())
        .containsExactly(subject);
  }

  @Test
  void aPolicyIsSelectedByTheNamespaceObject() throws BadReviewException {
    Injection injection = Given.selecting("team: a");
    ObjectNode review = asked(Given.creation(policy("p")));
    assertThat(Given.mutated(handler(injection, namespace("a")), review).decision())
        .isEqualTo(ReviewDecision.PATCHED);
    assertThat(Given.mutated(handler(injection, namespace("b")), review).decision())
        .isEqualTo(ReviewDecision.SKIPPED);
  }

  @Test
  void whatTheObjectSaysDoesNotCountAgainstTheRequest() throws BadReviewException {
    ObjectNode policy = policy(LONG + "-two");
    policy.withObjectProperty("metadata").put("namespace", "elsewhere");
    AdmissionHandler handler = handler(Injection.NONE, namespace("a"), stored(LONG + "-one"));
    assertThat(Given.validated(handler, asked(Given.creation(policy))).rules())
        .contains("ovn-acl-name-collision");
  }

  /// A request for a Namespace names it as its namespace too.
  @Test
  void aNamespaceIsInNone() throws BadReviewException {
    JsonNode namespace = namespace("a");
    Resource subject =
        ReviewedObject.of(Given.read(asked(Given.creation(namespace))), content(namespace));
    assertThat(subject.id().namespace()).isNull();
  }

  private static Value content(JsonNode object) {
    return Given.resource(object).content();
  }
}
