package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.inventory.Inventory;
import dev.netlog.run.Severities;
import dev.netlog.settings.Injection;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// What the mode means where annotations are added: who hears of what went wrong, and no more.
class MutatorModesTest {
  private static final JsonNode POLICY =
      Given.json(
          "{apiVersion:'networking.k8s.io/v1',kind:'NetworkPolicy',"
              + "metadata:{name:'p',namespace:'shop'},spec:{podSelector:{}}}");

  private static AdmissionHandler handler(
      Mode mode, Injection injection, Supplier<Inventory> cluster) {
    return new AdmissionHandler(
        RuleCatalog.standard(),
        Given.settings(Severities.STANDARD, Set.of(), injection),
        mode,
        cluster);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void annotationsAreAddedInEveryMode(Mode mode) throws BadReviewException {
    AdmissionHandler handler = handler(mode, Given.EVERYTHING, () -> Given.NOTHING_KNOWN);
    assertThat(Given.mutated(handler, Given.creation(POLICY)).decision())
        .isEqualTo(ReviewDecision.PATCHED);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aReviewThatContradictsItselfIsToldButInObserve(Mode mode) throws BadReviewException {
    ObjectNode review = Given.creation(POLICY);
    review.withObjectProperty("request").withObjectProperty("resource").put("resource", "pods");
    AdmissionHandler handler = handler(mode, Given.EVERYTHING, () -> Given.NOTHING_KNOWN);
    told(mode, Given.mutated(handler, review), ReviewDecision.MALFORMED);
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aBugIsToldButInObserve(Mode mode) throws BadReviewException {
    AdmissionHandler handler =
        handler(
            mode,
            Given.selecting("team: a"),
            () -> {
              throw new IllegalStateException("broken on purpose");
            });
    Outcome outcome = Given.mutated(handler, Given.creation(POLICY));
    assertThat(outcome.failures()).hasSize(1);
    told(mode, outcome, ReviewDecision.FAILED);
  }

  private static void told(Mode mode, Outcome outcome, ReviewDecision decision) {
    assertThat(outcome.decision()).isEqualTo(decision);
    if (mode == Mode.OBSERVE) {
      assertThat(outcome.answer()).isEqualTo(Answer.allow("u-1"));
    } else {
      assertThat(outcome.answer().warnings())
          .singleElement()
          .asString()
          .startsWith("netlog adds no annotation: ");
    }
  }
}
