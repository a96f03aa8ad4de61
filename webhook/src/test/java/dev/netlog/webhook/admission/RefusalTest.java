package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.settings.Settings;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// What a refused object is called: kubectl prints it, as in `The Namespace "team-" is invalid`.
class RefusalTest {
  private final AdmissionHandler enforcing = Given.handler(Mode.ENFORCE);

  /// A creation that leaves the name to the server.
  private static ObjectNode nameless(String acl, String metadata) {
    ObjectNode object = (ObjectNode) Given.namespace(acl);
    ObjectNode members = object.withObjectProperty("metadata");
    members.remove("name");
    members.setAll((ObjectNode) Given.json(metadata));
    ObjectNode review = Given.creation(object);
    review.withObjectProperty("request").remove("name");
    return review;
  }

  private static Answer.Status status(Outcome outcome) {
    return Objects.requireNonNull(outcome.answer().status());
  }

  @Test
  void aNameThatTheServerMakesUpLaterIsToldAsFarAsItIsKnown() throws BadReviewException {
    Answer.Status status =
        status(
            Given.validated(
                enforcing, nameless("{\"deny\": \"inof\"}", "{generateName:'team-\\u001b'}")));
    assertThat(status.code()).isEqualTo(422);
    assertThat(status.message())
        .startsWith("netlog refuses Namespace \"team-\\u{1b}\" for 1 error:");
    assertThat(status.name()).isEqualTo("team-\\u{1b}");
  }

  @Test
  void theNameInTheObjectGoesBeforeWhatItMightBeginWith() throws BadReviewException {
    ObjectNode review = nameless("{\"deny\": \"inof\"}", "{name:'shop',generateName:'team-'}");
    assertThat(status(Given.validated(enforcing, review)).name()).isEqualTo("shop");
    review.withObjectProperty("request").put("name", "payments");
    assertThat(status(Given.validated(enforcing, review)).name()).isEqualTo("payments");
  }

  @Test
  void whatComesOfItIsToldWhereItIsKnown() throws BadReviewException {
    Answer.Status status =
        status(
            Given.validated(
                enforcing,
                Given.creation(
                    Given.json(
                        """
                        {apiVersion:'networking.gke.io/v1alpha1',kind:'NetworkLogging',
                         metadata:{name:'default'},
                         spec:{cluster:{allow:{log:false,delegate:true},
                                        deny:{log:true,delegate:false}}}}
                        """))));
    String effect =
        "running agents keep their former setting and every agent that starts later logs"
            + " nothing; refused by rule gke-delegate-without-log";
    assertThat(status.causes().getLast().message()).startsWith(effect);
    assertThat(status.message()).contains(effect);
  }

  @Test
  void eachEffectIsToldOnceAndNoMoreThanAnybodyReads() {
    assertThat(Refusal.effects(Stream.of("a", "b", "a"))).isEqualTo("a; b; ");
    assertThat(Refusal.effects(Stream.of("a", "b", "c", "d", "e")))
        .isEqualTo("a; b; c; and 2 more; ");
  }

  @Test
  void theNamespaceIsToldOfWhatIsInOne() throws BadReviewException {
    ObjectNode review =
        Given.creation(
            Given.json(
                """
                {apiVersion:'networking.k8s.io/v1',kind:'NetworkPolicy',
                 metadata:{name:'default-deny',namespace:'shop',
                           annotations:{'policy.network.gke.io/enable-logging':'True'}},
                 spec:{podSelector:{}}}
                """));
    assertThat(status(Given.validated(enforcing, review)).message())
        .startsWith(
            "netlog refuses NetworkPolicy \"default-deny\" in namespace \"shop\" for 1 error");
  }

  @Test
  void whatCouldNotBeJudgedIsNamedToo() throws BadReviewException {
    ObjectNode review = nameless("{}", "{generateName:'team-'}");
    Answer.Status late =
        status(Protocol.checked("validate", enforcing.validate(Given.bytes(review), () -> false)));
    assertThat(late.code()).isEqualTo(504);
    assertThat(late.name()).isEqualTo("team-");
    AdmissionHandler broken =
        new AdmissionHandler(
            RuleCatalog.standard(),
            Settings.NONE,
            Mode.ENFORCE,
            () -> {
              throw new IllegalStateException("broken on purpose");
            });
    Answer.Status failed = status(Given.validated(broken, review));
    assertThat(failed.code()).isEqualTo(500);
    assertThat(failed.name()).isEqualTo("team-");
    review.withObjectProperty("request").withObjectProperty("resource").put("resource", "pods");
    Answer.Status malformed = status(Given.validated(enforcing, review));
    assertThat(malformed.code()).isEqualTo(400);
    assertThat(malformed.name()).isEqualTo("team-");
  }

  @Test
  void whatHasNoNameAnywhereIsRefusedWithoutOne() throws BadReviewException {
    assertThat(status(Given.validated(enforcing, nameless("{\"deny\": \"inof\"}", "{}"))).name())
        .isEmpty();
    ObjectNode review = nameless("{}", "{}");
    review.withObjectProperty("request").putNull("object");
    assertThat(status(Given.validated(enforcing, review)).name()).isEmpty();
  }
}
