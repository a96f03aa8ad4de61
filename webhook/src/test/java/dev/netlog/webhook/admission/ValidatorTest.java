package dev.netlog.webhook.admission;

import static dev.netlog.webhook.admission.Given.enforced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.rule.Severity;
import dev.netlog.run.Severities;
import dev.netlog.settings.Injection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ValidatorTest {
  private static final JsonNode CLEAN = Given.namespace("{\"deny\": \"alert\"}");
  private static final JsonNode BAD = Given.namespace("{\"deny\": \"inof\"}");
  private static final JsonNode WARNED = Given.namespace("{\"alow\": \"alert\"}");

  @Test
  void aCleanObjectIsAdmittedWithoutAWord() throws BadReviewException {
    Outcome outcome = enforced(Given.creation(CLEAN));
    assertThat(outcome.answer()).isEqualTo(Answer.allow("u-1"));
    assertThat(outcome.decision()).isEqualTo(ReviewDecision.ALLOWED);
  }

  @Test
  void allErrorsAreToldAtOnceAndTwiceOver() throws BadReviewException {
    JsonNode object = Given.namespace("{\"deny\": \"inof\", \"allow\": \"loud\", \"x\": \"y\"}");
    Outcome outcome = enforced(Given.creation(object));
    assertThat(outcome.decision()).isEqualTo(ReviewDecision.DENIED);
    Answer.Status status = Objects.requireNonNull(outcome.answer().status());
    assertThat(status.code()).isEqualTo(422);
    assertThat(status.reason()).isEqualTo("Invalid");
    assertThat(status.kind()).isEqualTo("Namespace");
    assertThat(status.name()).isEqualTo("payments");
    String field = "metadata.annotations[k8s.ovn.org/acl-logging]";
    assertThat(status.causes())
        .extracting(Answer.Cause::field)
        .containsExactly(field, field, "netlog");
    assertThat(status.causes().getLast().message())
        .isEqualTo(
            "allow verdicts in namespace payments leave no record; deny verdicts in namespace"
                + " payments leave no record; refused by rule ovn-unknown-severity; netlog explain"
                + " ovn-unknown-severity says more");
    assertThat(status.message())
        .startsWith(
            "netlog refuses Namespace \"payments\" for 2 errors:\n  " + field + ": severity ")
        .endsWith("\n  netlog: " + status.causes().getLast().message());
    assertThat(outcome.answer().warnings())
        .singleElement()
        .asString()
        .endsWith(" [ovn-unknown-key]");
    assertThat(outcome.answer().auditAnnotations())
        .containsEntry("decision", "denied")
        .containsEntry("rules", "ovn-unknown-severity,ovn-unknown-key");
  }

  /// To compare each with each would take minutes, and to tell each would take the memory.
  @Test
  void thousandsOfErrorsAreCountedAndAHundredAreTold() throws BadReviewException {
    ObjectNode object = (ObjectNode) Given.namespace("{\"deny\": \"inof\"}");
    ObjectNode annotations =
        object.withObjectProperty("metadata").withObjectProperty("annotations");
    for (int i = 0; i < 20_000; i++) {
      annotations.put(Given.ACL + i, "x");
    }
    Outcome outcome = enforced(Given.creation(object));
    Answer.Status status = Objects.requireNonNull(outcome.answer().status());
    assertThat(status.message()).contains(" for 20001 errors:").hasSizeLessThan(100_000);
    assertThat(status.causes()).hasSize(Refusal.MOST + 1);
    assertThat(status.causes().getLast().message())
        .startsWith("and 19901 more errors; netlog lint FILE lists all; deny verdicts ");
  }

  @Test
  void warningsDoNotDeny() throws BadReviewException {
    Outcome outcome = enforced(Given.creation(WARNED));
    assertThat(outcome.answer().allowed()).isTrue();
    assertThat(outcome.decision()).isEqualTo(ReviewDecision.WARNED);
    assertThat(outcome.answer().warnings()).hasSize(1);
  }

  @Test
  void theModeWarnAdmitsWithAllFindingsAsWarnings() throws BadReviewException {
    Outcome outcome = Given.validated(Given.handler(Mode.WARN), Given.creation(BAD));
    assertThat(outcome.answer().allowed()).isTrue();
    assertThat(outcome.decision()).isEqualTo(ReviewDecision.WARNED);
    assertThat(outcome.answer().warnings()).singleElement().asString().contains("inof");
  }

  @Test
  void theModeObserveAdmitsInSilenceAndCounts() throws BadReviewException {
    AdmissionHandler observing = Given.handler(Mode.OBSERVE);
    Outcome outcome = Given.validated(observing, Given.creation(BAD));
    assertThat(outcome.answer().allowed()).isTrue();
    assertThat(outcome.answer().warnings()).isEmpty();
    assertThat(outcome.decision()).isEqualTo(ReviewDecision.OBSERVED);
    assertThat(outcome.rules()).containsExactly("ovn-unknown-severity");
    assertThat(Given.validated(observing, Given.creation(WARNED)).decision())
        .isEqualTo(ReviewDecision.ALLOWED);
  }

  @Test
  void settingsSayWhatFindingsWeigh() throws BadReviewException {
    Severities severities =
        new Severities(
            Map.of("ovn-unknown-key", Severity.ERROR, "annotation-null", Severity.ERROR),
            Set.of("ovn-unknown-severity"));
    AdmissionHandler handler =
        new AdmissionHandler(
            RuleCatalog.standard(),
            Given.settings(severities, Set.of(), Injection.NONE),
            Mode.ENFORCE,
            () -> Given.NOTHING_KNOWN);
    assertThat(Given.validated(handler, Given.creation(BAD)).decision())
        .isEqualTo(ReviewDecision.ALLOWED);
    assertThat(Given.validated(handler, Given.creation(WARNED)).decision())
        .isEqualTo(ReviewDecision.DENIED);
  }

  @Test
  void aNamedPlatformBringsTheRulesThatAskForOne() throws BadReviewException {
    AdmissionHandler handler =
        new AdmissionHandler(
            RuleCatalog.standard(),
            Given.settings(Severities.STANDARD, Set.of("gke"), Injection.NONE),
            Mode.ENFORCE,
            () -> Given.NOTHING_KNOWN);
    assertThat(Given.validated(handler, Given.creation(CLEAN)).rules())
        .containsExactly("foreign-platform-key");
  }

  @Test
  void whatATerminalWouldObeyIsToldByNumber() throws BadReviewException {
    Outcome outcome =
        enforced(Given.creation(Given.namespace("{\"deny\":\"\\u202e\\u001b[31m\uD83D\uDE00\"}")));
    Answer.Status status = Objects.requireNonNull(outcome.answer().status());
    assertThat(status.message())
        .contains("\\u{202e}\\u{1b}[31m\uD83D\uDE00")
        .doesNotContain("\u001b", "\u202e");
  }

  @Test
  void otherObjectsOfTheClusterAreAskedWhereTheyAreKnown() throws BadReviewException {
    Inventory known = ManifestInventory.complete(List.of(), Set.of());
    AdmissionHandler handler =
        new AdmissionHandler(
            RuleCatalog.standard(),
            Given.settings(Severities.STANDARD, Set.of(), Injection.NONE),
            Mode.ENFORCE,
            () -> known);
    assertThat(Given.validated(handler, Given.creation(CLEAN)).rules())
        .containsExactly("ovn-annotation-without-policy");
    assertThat(enforced(Given.creation(CLEAN)).rules()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void aBugNeverAdmitsWhereErrorsDeny(Mode mode) throws BadReviewException {
    Supplier<Inventory> broken =
        () -> {
          throw new IllegalStateException("broken on purpose");
        };
    AdmissionHandler handler =
        new AdmissionHandler(
            RuleCatalog.standard(),
            Given.settings(Severities.STANDARD, Set.of(), Given.EVERYTHING),
            mode,
            broken);
    Outcome outcome = Given.validated(handler, Given.creation(CLEAN));
    assertThat(outcome.decision()).isEqualTo(ReviewDecision.FAILED);
    assertThat(outcome.failures()).hasSize(1);
    assertThat(outcome.answer().allowed()).isEqualTo(mode != Mode.ENFORCE);
    if (mode == Mode.ENFORCE) {
      Answer.Status status = Objects.requireNonNull(outcome.answer().status());
      assertThat(status.code()).isEqualTo(500);
      assertThat(status.message()).doesNotContain("broken on purpose", "Exception");
    }
  }
}
