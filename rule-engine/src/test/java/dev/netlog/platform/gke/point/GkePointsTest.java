package dev.netlog.platform.gke.point;

import static dev.netlog.platform.gke.point.PointSamples.DELEGATED;
import static dev.netlog.platform.gke.point.PointSamples.OFF;
import static dev.netlog.platform.gke.point.PointSamples.ON;
import static dev.netlog.platform.gke.point.PointSamples.allow;
import static dev.netlog.platform.gke.point.PointSamples.deny;
import static dev.netlog.platform.gke.point.PointSamples.logging;
import static dev.netlog.platform.gke.point.PointSamples.namespace;
import static dev.netlog.platform.gke.point.PointSamples.onWindows;
import static dev.netlog.platform.gke.point.PointSamples.policy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.AssumingInventory;
import dev.netlog.platform.CommonCause;
import dev.netlog.platform.LetterPolicies;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.LoggingState.Logged;
import dev.netlog.platform.LoggingState.NotLogged;
import dev.netlog.platform.LoggingState.Unknown;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.gke.GkePlatform;
import dev.netlog.platform.gke.Json;
import dev.netlog.platform.gke.Samples;
import dev.netlog.platform.gke.facts.GkeKinds;
import dev.netlog.platform.text.Phrase;
import dev.netlog.policy.Tiers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The table of states on GKE: each row by its words, in its order.
final class GkePointsTest {
  private static final GkePlatform GKE = new GkePlatform();
  private static final Map<String, String> NOTHING = Map.of();
  private static final Resource BOTH = logging(DELEGATED, DELEGATED);
  private static final Resource BARE = policy("p2", "");
  private static final Resource ANNOTATED = policy("p1", "'true'");

  private static LoggingState state(Point point, Resource... objects) {
    return state(point, AssumingInventory.of(NOTHING, objects));
  }

  private static LoggingState state(Point point, Inventory inventory) {
    return GKE.loggingOf(point, inventory);
  }

  @Test
  @DisplayName("subject pinned to Windows: missed, unsupported-os")
  void aSubjectPinnedToWindowsIsMissedWhateverIsAnnotated() {
    NotLogged missed = new NotLogged(CommonCause.UNSUPPORTED_OS, false);
    assertThat(state(onWindows(allow(ANNOTATED)), logging(ON, ON))).isEqualTo(missed);
    assertThat(state(onWindows(deny()), logging(ON, ON))).isEqualTo(missed);
    assertThat(state(onWindows(deny()))).isEqualTo(missed);
  }

  @Test
  @DisplayName("mode unknown: unknown, networklogging-unknown")
  void withoutAnObjectAndWithoutAnAssumptionTheModeIsUnknown() {
    assertThat(state(allow(ANNOTATED)))
        .isEqualTo(
            new Unknown(
                GkeCauses.NETWORKLOGGING_UNKNOWN,
                "add the NetworkLogging default; or say what the cluster has: pass --assume"
                    + " networkLogging=delegated, or write assume: {networkLogging: delegated}"
                    + " into a target in .netlog.yaml (or all, or disabled)"));
    assertThat(state(deny()).causeCode()).isEqualTo("networklogging-unknown");
    assertThat(state(deny(), AssumingInventory.of(Map.of("networkLogging", "unknown"))).causeCode())
        .isEqualTo("networklogging-unknown");
  }

  @ParameterizedTest
  @DisplayName("mode invalid: unknown, networklogging-invalid")
  @ValueSource(
      strings = {
        "{cluster:{allow:{log:true},deny:{delegate:true}}}",
        "{cluster:{allow:{delegate:true,log:false},deny:{log:true}}}",
        "{cluster:{allow:{delegate:true,log:null},deny:{log:true}}}",
        "{cluster:{allow:{log:'true'},deny:{log:true}}}",
        "{cluster:[]}",
      })
  void aFaultInEitherHalfMakesTheWholeObjectInvalid(String spec) {
    Resource invalid = Json.resource(Samples.networkLogging(spec));
    LoggingState unknown =
        new Unknown(GkeCauses.NETWORKLOGGING_INVALID, "correct the NetworkLogging default");
    assertThat(state(allow(ANNOTATED), invalid)).isEqualTo(unknown);
    assertThat(state(deny(), invalid, namespace("'true'"))).isEqualTo(unknown);
  }

  @Test
  @DisplayName("mode invalid: a version that does not exist")
  void anObjectOfAnotherVersionIsInvalid() {
    Resource later =
        Json.resource(
            "{apiVersion:'networking.gke.io/v1',kind:'NetworkLogging',metadata:{name:'default'},spec:{cluster:{allow:{log:true}}}}");
    assertThat(state(allow(BARE), later).causeCode()).isEqualTo("networklogging-invalid");
  }

  @ParameterizedTest
  @DisplayName("mode off: missed, log-disabled")
  @ValueSource(strings = {OFF, "{}", "null", "{log:null}", "{log:false,delegate:false}"})
  void logFalseOrAbsentIsOff(String half) {
    NotLogged missed = new NotLogged(GkeCauses.LOG_DISABLED, false);
    assertThat(state(allow(ANNOTATED), logging(half, ON))).isEqualTo(missed);
    assertThat(state(deny(), logging(ON, half), namespace("'true'"))).isEqualTo(missed);
  }

  @Test
  @DisplayName("mode off: no object in an input that is declared complete")
  void anAbsentObjectIsOffUnlessSomethingIsAssumed() {
    assertThat(state(deny(), AssumingInventory.complete(NOTHING)))
        .isEqualTo(new NotLogged(GkeCauses.LOG_DISABLED, false));
    assertThat(
            state(deny(), AssumingInventory.complete(Map.of("networkLogging", "all"))).causeCode())
        .isEqualTo("log-all");
  }

  @ParameterizedTest
  @DisplayName("mode all: covered, log-all")
  @ValueSource(strings = {ON, "{log:true,delegate:false}", "{log:true,delegate:null}"})
  void logTrueWithoutDelegateCoversEveryPoint(String half) {
    Logged covered = new Logged(GkeCauses.LOG_ALL, true);
    assertThat(state(allow(BARE), logging(half, OFF))).isEqualTo(covered);
    assertThat(state(allow(policy("p", "'yes'")), logging(half, OFF))).isEqualTo(covered);
    assertThat(state(deny(), logging(OFF, half))).isEqualTo(covered);
  }

  @Test
  @DisplayName("allow, policy annotated with exactly true: covered, annotated")
  void anAnnotatedPolicyIsCovered() {
    assertThat(state(allow(ANNOTATED), BOTH)).isEqualTo(new Logged(CommonCause.ANNOTATED, true));
  }

  @Test
  @DisplayName("allow, inside the union of annotated policies: covered, covered-by-others")
  void aPolicyInsideTheUnionOfAnnotatedOnesIsCoveredButNotNamed() {
    LetterPolicies applied =
        new LetterPolicies()
            .with(BARE, "ab")
            .with(ANNOTATED, "a")
            .with(policy("p3", "'true'"), "bc");
    assertThat(state(allow(BARE, applied), BOTH))
        .isEqualTo(new Logged(GkeCauses.COVERED_BY_OTHERS, false));
  }

  @Test
  @DisplayName("allow, otherwise: missed, not-annotated; partial if a part is in the union")
  void theRestIsMissedAndPartialWhereOthersCoverSomeOfIt() {
    assertThat(state(allow(BARE), BOTH)).isEqualTo(new NotLogged(CommonCause.NOT_ANNOTATED, false));
    LetterPolicies applied = new LetterPolicies().with(BARE, "ab").with(ANNOTATED, "bc");
    assertThat(state(allow(BARE, applied), BOTH))
        .isEqualTo(new NotLogged(CommonCause.NOT_ANNOTATED, true));
    LetterPolicies apart = new LetterPolicies().with(BARE, "ab").with(ANNOTATED, "c");
    assertThat(state(allow(BARE, apart), BOTH))
        .isEqualTo(new NotLogged(CommonCause.NOT_ANNOTATED, false));
    LetterPolicies bare = new LetterPolicies().with(BARE, "ab").with(policy("p3", "'false'"), "ab");
    assertThat(state(allow(BARE, bare), BOTH))
        .isEqualTo(new NotLogged(CommonCause.NOT_ANNOTATED, false));
  }

  @ParameterizedTest
  @DisplayName("allow, otherwise: missed, invalid-annotation")
  @ValueSource(strings = {"'True'", "'yes'", "''", "' true'", "true", "1", "[]", "{}"})
  void aValueThatIsNeitherTrueNorFalseIsInvalid(String value) {
    Resource invalid = policy("p2", value);
    assertThat(state(allow(invalid), BOTH))
        .isEqualTo(new NotLogged(CommonCause.INVALID_ANNOTATION, false));
    LetterPolicies applied = new LetterPolicies().with(invalid, "ab").with(ANNOTATED, "a");
    assertThat(state(allow(invalid, applied), BOTH))
        .isEqualTo(new NotLogged(CommonCause.INVALID_ANNOTATION, true));
    LetterPolicies covered = new LetterPolicies().with(invalid, "a").with(ANNOTATED, "a");
    assertThat(state(allow(invalid, covered), BOTH).causeCode()).isEqualTo("covered-by-others");
    LetterPolicies beside = new LetterPolicies().with(BARE, "a").with(invalid, "a");
    assertThat(state(allow(BARE, beside), BOTH).causeCode()).isEqualTo("not-annotated");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "'false'"})
  void falseIsAValidWayToSayOff(String value) {
    assertThat(state(allow(policy("p", value)), BOTH).causeCode()).isEqualTo("not-annotated");
    assertThat(state(deny(), BOTH, namespace(value)).causeCode()).isEqualTo("not-annotated");
  }

  @Test
  void aPolicyThatOnlyPossibleOnesWouldCoverIsUnknown() {
    Resource possible = policy("p3", "'true'");
    LetterPolicies applied =
        new LetterPolicies().with(BARE, "ab").with(ANNOTATED, "a").withPossible(possible, "b");
    assertThat(state(allow(BARE, applied), BOTH))
        .isEqualTo(
            new Unknown(
                CommonCause.GENERATED_LABEL,
                Phrase.ofName(
                    "compare no generated label in the podSelector of NetworkPolicy ", "edge/p3")));
    LetterPolicies less = new LetterPolicies().with(BARE, "ab").withPossible(possible, "b");
    assertThat(state(allow(BARE, less), BOTH))
        .isEqualTo(new NotLogged(CommonCause.NOT_ANNOTATED, false));
    LetterPolicies bare = new LetterPolicies().with(BARE, "a").withPossible(policy("p4", ""), "a");
    assertThat(state(allow(BARE, bare), BOTH))
        .isEqualTo(new NotLogged(CommonCause.NOT_ANNOTATED, false));
    LetterPolicies own = new LetterPolicies().with(ANNOTATED, "a").withPossible(possible, "a");
    assertThat(state(allow(ANNOTATED, own), BOTH))
        .isEqualTo(new Logged(CommonCause.ANNOTATED, true));
  }

  @Test
  @DisplayName("deny, Namespace object absent: unknown, namespace-unknown")
  void withoutTheNamespaceADenialIsUnknown() {
    assertThat(state(deny(), BOTH))
        .isEqualTo(
            new Unknown(
                CommonCause.NAMESPACE_UNKNOWN,
                Phrase.ofNamespace("add the Namespace object ", "edge")
                    .with(
                        ", or pass --assume namespaces=unannotated (assume: {namespaces:"
                            + " unannotated} of a target in .netlog.yaml)")));
    assertThat(state(deny(), AssumingInventory.complete(NOTHING, BOTH)).causeCode())
        .isEqualTo("namespace-unknown");
  }

  @Test
  @DisplayName("deny, Namespace object absent: missed where namespaces are assumed unannotated")
  void theAssumptionMakesItMissed() {
    Map<String, String> assumed = Map.of("namespaces", "unannotated");
    assertThat(state(deny(), AssumingInventory.of(assumed, BOTH)))
        .isEqualTo(new NotLogged(CommonCause.NOT_ANNOTATED, false));
    assertThat(state(deny(), AssumingInventory.of(assumed, BOTH, namespace("'true'"))))
        .isEqualTo(new Logged(CommonCause.ANNOTATED, true));
  }

  @Test
  @DisplayName("deny, Namespace annotated with exactly true: covered, annotated")
  void anAnnotatedNamespaceIsCovered() {
    assertThat(state(deny(), BOTH, namespace("'true'")))
        .isEqualTo(new Logged(CommonCause.ANNOTATED, true));
  }

  @ParameterizedTest
  @DisplayName("deny, otherwise: missed, not-annotated or invalid-annotation")
  @CsvSource(
      delimiter = '|',
      value = {
        "'false' | not-annotated",
        "null | invalid-annotation",
        "'TRUE' | invalid-annotation",
        "true | invalid-annotation",
        "{a:1} | invalid-annotation"
      },
      quoteCharacter = '`')
  void anyOtherNamespaceIsMissed(String value, String cause) {
    LoggingState state = state(deny(), BOTH, namespace(value));
    assertThat(state).isInstanceOf(NotLogged.class);
    assertThat(state.causeCode()).isEqualTo(cause);
  }

  @ParameterizedTest
  @DisplayName("No object: assumption networkLogging")
  @CsvSource({
    "delegated, annotated, namespace-unknown",
    "all, log-all, log-all",
    "disabled, log-disabled, log-disabled"
  })
  void theAssumptionStandsForTheObject(String word, String allowed, String denied) {
    Inventory assumed = AssumingInventory.of(Map.of("networkLogging", word));
    assertThat(state(allow(ANNOTATED), assumed).causeCode()).isEqualTo(allowed);
    assertThat(state(deny(), assumed).causeCode()).isEqualTo(denied);
    Inventory known = AssumingInventory.of(Map.of("networkLogging", word), logging(ON, OFF));
    assertThat(state(allow(BARE), known).causeCode()).isEqualTo("log-all");
    assertThat(state(deny(), known).causeCode()).isEqualTo("log-disabled");
  }

  @Test
  @DisplayName("NetworkLogging named default (others are ignored)")
  void anObjectOfAnotherNameIsIgnored() {
    Resource other =
        Json.resource(
            "{apiVersion:'networking.gke.io/v1alpha1',kind:'NetworkLogging',metadata:{name:'other'},spec:{cluster:{deny:{log:true}}}}");
    assertThat(state(deny(), other).causeCode()).isEqualTo("networklogging-unknown");
  }

  @Test
  void aSecondInventoryIsNotAnsweredFromTheFirst() {
    assertThat(state(deny(), logging(ON, ON)).causeCode()).isEqualTo("log-all");
    assertThat(state(deny(), logging(OFF, OFF)).causeCode()).isEqualTo("log-disabled");
    Point one = allow(BARE, new LetterPolicies().with(BARE, "a").with(ANNOTATED, "a"));
    Point two = allow(BARE, new LetterPolicies().with(BARE, "a"));
    assertThat(state(one, BOTH).causeCode()).isEqualTo("covered-by-others");
    assertThat(state(two, BOTH).causeCode()).isEqualTo("not-annotated");
  }

  @Test
  void gkeEnforcesWhatItModelsAndNamesWhatItDoesNot() {
    assertThat(GKE.enforcement().blocksMatchPods()).isFalse();
    assertThat(GKE.enforcement().tiers()).containsExactly(Tiers.NETWORK_POLICIES);
    assertThat(GKE.enforcement().unmodelled())
        .hasSize(6)
        .contains(KubernetesKinds.ADMIN_NETWORK_POLICY, GkeKinds.FQDN_NETWORK_POLICY)
        .doesNotContain(KubernetesKinds.NETWORK_POLICY);
    assertThat(GKE.namespaceVerdicts("edge", AssumingInventory.of(NOTHING))).isEmpty();
  }

  @Test
  void aPointOfAnotherPlatformIsABug() {
    Resource admin =
        Json.resource(
            "{apiVersion:'policy.networking.k8s.io/v1alpha1',kind:'AdminNetworkPolicy',metadata:{name:'a'}}");
    for (Reason reason :
        List.of(
            new Reason.AdminRule(admin, Direction.INGRESS, 0),
            new Reason.NamespaceRule(admin, 0, "x"),
            new Reason.Unmodelled(admin, "x"))) {
      Point point =
          new Point("edge", Direction.INGRESS, Verdict.DENY, reason, false, AppliedPolicies.NONE);
      assertThatThrownBy(() -> state(point, BOTH)).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
