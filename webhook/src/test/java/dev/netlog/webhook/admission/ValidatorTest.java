package dev.netlog.webhook.admission;

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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ValidatorTest {
  private static final JsonNode CLEAN = Given.namespace("{\"deny\": \"alert\"}");
  private static final JsonNode BAD = Given.namespace("{\"deny\": \"inof\"}");
  private static final JsonNode WARNED = Given.namespace("{\"alow\": \"alert\"}");

  private final AdmissionHandler enforcing = Given.handler(Mode.ENFORCE);

  private Outcome enforced(JsonNode review) throws BadReviewException {
    return Given.validated(enforcing, review);
  }

  @Test
  void a_clean_object_is_admitted_without_a_word() throws BadReviewException {
    Outcome outcome = enforced(Given.creation(CLEAN));
    assertThat(outcome.answer()).isEqualTo(Answer.allow("u-1"));
    assertThat(outcome.decision()).isEqualTo(Decision.ALLOWED);
  }

  @Test
  void all_errors_are_told_at_once_and_twice_over() throws BadReviewException {
    JsonNode object = Given.namespace("{\"deny\": \"inof\", \"allow\": \"loud\", \"x\": \"y\"}");
    Outcome outcome = enforced(Given.creation(object));
    assertThat(outcome.decision()).isEqualTo(Decision.DENIED);
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
            "refused by rule ovn-unknown-severity; netlog explain ovn-unknown-severity says more");
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
  void thousands_of_errors_are_counted_and_a_hundred_are_told() throws BadReviewException {
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
        .startsWith("and 19901 errors more, all of them by netlog lint FILE; refused by ");
  }

  @Test
  void warnings_do_not_deny() throws BadReviewException {
    Outcome outcome = enforced(Given.creation(WARNED));
    assertThat(outcome.answer().allowed()).isTrue();
    assertThat(outcome.decision()).isEqualTo(Decision.WARNED);
    assertThat(outcome.answer().warnings()).hasSize(1);
  }

  @Test
  void the_mode_warn_admits_with_all_findings_as_warnings() throws BadReviewException {
    Outcome outcome = Given.validated(Given.handler(Mode.WARN), Given.creation(BAD));
    assertThat(outcome.answer().allowed()).isTrue();
    assertThat(outcome.decision()).isEqualTo(Decision.WARNED);
    assertThat(outcome.answer().warnings()).singleElement().asString().contains("inof");
  }

  @Test
  void the_mode_observe_admits_in_silence_and_counts() throws BadReviewException {
    AdmissionHandler observing = Given.handler(Mode.OBSERVE);
    Outcome outcome = Given.validated(observing, Given.creation(BAD));
    assertThat(outcome.answer().allowed()).isTrue();
    assertThat(outcome.answer().warnings()).isEmpty();
    assertThat(outcome.decision()).isEqualTo(Decision.OBSERVED);
    assertThat(outcome.rules()).containsExactly("ovn-unknown-severity");
    assertThat(Given.validated(observing, Given.creation(WARNED)).decision())
        .isEqualTo(Decision.ALLOWED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"deny\":\"inof\"}| {\"deny\":\"inof\"}| true",
        "{}| {\"deny\":\"inof\"}| false",
        "{\"deny\":\"inof\"}| {\"deny\":\"inof\",\"allow\":\"loud\"}| false",
        "{\"deny\":\"inof\",\"allow\":\"loud\"}| {\"deny\":\"inof\"}| true",
        "{\"deny\":\"inof\",\"allow\":\"loud\"}| {\"deny\":\"inof\",\"allow\":\"info\"}| true",
        "{\"deny\":\"inof\"}| {\"deny\":\"alrt\"}| false",
        "{\"deny\":\"inof\"}| {\"allow\":\"inof\"}| false",
        "{\"deny\":\"inof\"}|  {\"deny\":  \"inof\"}| true",
        "{|  {| true",
        "{|  {{| false",
        "[]| []| true",
        "[]| [1]| false",
        "{\"deny\":1}| {\"deny\":1,\"allow\":\"info\"}| true",
        "{\"deny\":1}| {\"deny\":2}| false",
      })
  void an_update_is_refused_for_what_it_brings_only(String before, String after, boolean allowed)
      throws BadReviewException {
    Outcome outcome = enforced(Given.update(Given.namespace(after), Given.namespace(before)));
    assertThat(outcome.answer().allowed()).isEqualTo(allowed);
    if (allowed) {
      assertThat(outcome.answer().warnings()).isNotEmpty();
      assertThat(outcome.decision()).isEqualTo(Decision.WARNED);
    }
  }

  @Test
  void a_denied_update_names_the_old_violations_as_warnings() throws BadReviewException {
    JsonNode both = Given.namespace("{\"deny\":\"inof\",\"allow\":\"loud\"}");
    Outcome outcome = enforced(Given.update(both, BAD));
    Answer.Status status = Objects.requireNonNull(outcome.answer().status());
    assertThat(status.causes()).hasSize(2);
    assertThat(status.causes().getFirst().message()).contains("loud");
    assertThat(outcome.answer().warnings()).singleElement().asString().contains("inof");
  }

  @Test
  void an_old_object_that_is_missing_or_unreadable_excuses_nothing() throws BadReviewException {
    assertThat(enforced(Given.review("UPDATE", BAD, null)).answer().allowed()).isFalse();
    JsonNode other = Given.json("{apiVersion:'v1',kind:'Pod',metadata:{name:'payments'}}");
    assertThat(enforced(Given.update(BAD, other)).answer().allowed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DELETE", "CONNECT", "PATCH"})
  void other_operations_pass(String operation) throws BadReviewException {
    Outcome outcome = enforced(Given.review(operation, null, BAD));
    assertThat(outcome.answer()).isEqualTo(Answer.allow("u-1"));
    assertThat(outcome.decision()).isEqualTo(Decision.SKIPPED);
  }

  @Test
  void an_object_that_is_being_deleted_passes() throws BadReviewException {
    ObjectNode going = (ObjectNode) BAD.deepCopy();
    going.withObjectProperty("metadata").put("deletionTimestamp", "2026-01-01T00:00:00Z");
    assertThat(enforced(Given.update(going, CLEAN)).answer().allowed()).isTrue();
    going.withObjectProperty("metadata").putNull("deletionTimestamp");
    assertThat(enforced(Given.update(going, CLEAN)).answer().allowed()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"status,false", "finalize,false", "'',false", "scale,true", "token,true"})
  void parts_of_a_namespace_that_store_annotations_are_judged(String part, boolean allowed)
      throws BadReviewException {
    ObjectNode review = Given.update(BAD, CLEAN);
    review.withObjectProperty("request").put("subResource", part);
    assertThat(enforced(review).answer().allowed()).isEqualTo(allowed);
  }

  @Test
  void the_status_of_other_kinds_passes() throws BadReviewException {
    JsonNode policy =
        Given.json(
            "{apiVersion:'networking.k8s.io/v1',kind:'NetworkPolicy',metadata:{name:'a',namespace:'b',"
                + "annotations:{'policy.network.gke.io/enable-logging':'yes'}}}");
    ObjectNode review = Given.creation(policy);
    assertThat(enforced(review).answer().allowed()).isFalse();
    review.withObjectProperty("request").put("subResource", "status");
    assertThat(enforced(review).answer().allowed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{apiVersion:'v1',kind:'ConfigMap',metadata:{name:'a',annotations:{'k8s.ovn.org/acl-logging':'{'}}}",
        "{apiVersion:'example.org/v1',kind:'Namespace',metadata:{annotations:{'k8s.ovn.org/acl-logging':'{'}}}",
        "{apiVersion:'apps/v1',kind:'Deployment',metadata:{annotations:{'k8s.ovn.org/acl-logging':'{'}}}",
      })
  void other_kinds_pass_unread(String object) throws BadReviewException {
    assertThat(enforced(Given.creation(Given.json(object))).decision()).isEqualTo(Decision.SKIPPED);
  }

  @Test
  void the_version_of_the_payload_has_to_be_the_one_of_the_request() throws BadReviewException {
    ObjectNode review = Given.creation(BAD);
    ObjectNode object = (ObjectNode) BAD.deepCopy();
    review.withObjectProperty("request").set("object", object.put("apiVersion", "v2"));
    assertThat(enforced(review).decision()).isEqualTo(Decision.MALFORMED);
  }

  @Test
  void an_old_object_of_another_kind_excuses_nothing() throws BadReviewException {
    ObjectNode old = (ObjectNode) BAD.deepCopy();
    assertThat(enforced(Given.update(BAD, old)).answer().allowed()).isTrue();
    assertThat(enforced(Given.update(BAD, old.put("apiVersion", "v2"))).answer().allowed())
        .isFalse();
  }

  @Test
  void annotations_that_are_never_stored_are_not_gone_into() throws BadReviewException {
    String members = "\"x\":1,".repeat(Judge.MOST_ANNOTATIONS / 6 - 20);
    JsonNode large = Given.namespace("{" + members + "\"deny\":\"inof\"}");
    assertThat(enforced(Given.creation(large)).decision()).isEqualTo(Decision.DENIED);
    JsonNode larger = Given.namespace("{" + "x".repeat(Judge.MOST_ANNOTATIONS));
    Outcome outcome = enforced(Given.creation(larger));
    assertThat(outcome.decision()).isEqualTo(Decision.MALFORMED);
    assertThat(outcome.answer().allowed()).isFalse();
  }

  @Test
  void the_payload_has_to_be_what_the_request_says() throws BadReviewException {
    ObjectNode review = Given.creation(BAD);
    review
        .withObjectProperty("request")
        .set("object", Given.json("{apiVersion:'v1',kind:'Pod',metadata:{}}"));
    Outcome outcome = enforced(review);
    assertThat(outcome.decision()).isEqualTo(Decision.MALFORMED);
    Answer.Status status = Objects.requireNonNull(outcome.answer().status());
    assertThat(status.code()).isEqualTo(400);
    assertThat(status.message())
        .isEqualTo(
            "netlog cannot judge this: the request says \"v1 Namespace\", and its object says \"v1"
                + " Pod\"");
    assertThat(Given.mutated(Given.injecting(Given.EVERYTHING), review).answer().allowed())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "[]", "'text'", "1", "{}", "{kind:'Namespace'}"})
  void an_object_that_is_none_is_refused_in_so_many_words(String object) throws BadReviewException {
    ObjectNode review = Given.creation(BAD);
    review.withObjectProperty("request").set("object", Given.json(object));
    assertThat(enforced(review).decision()).isEqualTo(Decision.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[1]",
        "{annotations:null}",
        "{annotations:'text'}",
        "{annotations:['k8s.ovn.org/acl-logging']}",
        "{annotations:{'k8s.ovn.org/acl-logging':null}}",
        "{annotations:{'':null,'k8s.ovn.org/acl-logging':''}}",
        "{labels:7}",
        "{deletionTimestamp:null}",
        "{name:7,generateName:[]}",
      })
  void metadata_of_any_form_is_survived(String metadata) throws BadReviewException {
    ObjectNode review = Given.creation(CLEAN);
    ((ObjectNode) review.path("request").path("object")).set("metadata", Given.json(metadata));
    Outcome outcome = enforced(review);
    assertThat(outcome.answer().allowed()).isTrue();
    assertThat(outcome.failures()).isEmpty();
  }

  @Test
  void annotations_that_are_no_strings_are_refused_by_name() throws BadReviewException {
    ObjectNode review = Given.creation(CLEAN);
    ((ObjectNode) review.path("request").path("object"))
        .set("metadata", Given.json("{annotations:{'k8s.ovn.org/acl-logging':true}}"));
    assertThat(enforced(review).rules()).containsExactly("annotation-not-a-string");
  }

  @Test
  void a_null_annotation_is_a_warning_since_the_harm_is_done_elsewhere() throws BadReviewException {
    ObjectNode review = Given.creation(CLEAN);
    ((ObjectNode) review.path("request").path("object").path("metadata").path("annotations"))
        .putNull("a/b");
    Outcome outcome = enforced(review);
    assertThat(outcome.rules()).containsExactly("annotation-null");
    assertThat(outcome.answer().allowed()).isTrue();
    assertThat(outcome.answer().warnings()).hasSize(1);
  }

  @Test
  void settings_say_what_findings_weigh() throws BadReviewException {
    Severities severities =
        new Severities(
            Map.of("ovn-unknown-key", Severity.ERROR, "annotation-null", Severity.ERROR),
            Set.of("ovn-unknown-severity"));
    AdmissionHandler handler =
        new AdmissionHandler(
            Given.settings(severities, Set.of(), Injection.NONE),
            Mode.ENFORCE,
            () -> Given.NOTHING_KNOWN);
    assertThat(Given.validated(handler, Given.creation(BAD)).decision())
        .isEqualTo(Decision.ALLOWED);
    assertThat(Given.validated(handler, Given.creation(WARNED)).decision())
        .isEqualTo(Decision.DENIED);
  }

  @Test
  void a_named_platform_brings_the_rules_that_ask_for_one() throws BadReviewException {
    AdmissionHandler handler =
        new AdmissionHandler(
            Given.settings(Severities.STANDARD, Set.of("gke"), Injection.NONE),
            Mode.ENFORCE,
            () -> Given.NOTHING_KNOWN);
    assertThat(Given.validated(handler, Given.creation(CLEAN)).rules())
        .containsExactly("foreign-platform-key");
  }

  @Test
  void a_name_that_the_server_makes_up_later_is_told_as_far_as_it_is_known()
      throws BadReviewException {
    ObjectNode object = (ObjectNode) BAD.deepCopy();
    object.withObjectProperty("metadata").remove("name");
    object.withObjectProperty("metadata").put("generateName", "team-");
    Answer.Status status =
        Objects.requireNonNull(enforced(Given.creation(object)).answer().status());
    assertThat(status.message()).startsWith("netlog refuses Namespace \"team-\" for 1 error:");
  }

  @Test
  void what_a_terminal_would_obey_is_told_by_number() throws BadReviewException {
    Outcome outcome =
        enforced(Given.creation(Given.namespace("{\"deny\":\"\\u202e\\u001b[31m\uD83D\uDE00\"}")));
    Answer.Status status = Objects.requireNonNull(outcome.answer().status());
    assertThat(status.message())
        .contains("\\u{202e}\\u{1b}[31m\uD83D\uDE00")
        .doesNotContain("\u001b", "\u202e");
  }

  @Test
  void other_objects_of_the_cluster_are_asked_where_they_are_known() throws BadReviewException {
    Inventory known = ManifestInventory.complete(List.of(), Set.of());
    AdmissionHandler handler =
        new AdmissionHandler(
            Given.settings(Severities.STANDARD, Set.of(), Injection.NONE),
            Mode.ENFORCE,
            () -> known);
    assertThat(Given.validated(handler, Given.creation(CLEAN)).rules())
        .containsExactly("ovn-annotation-without-policy");
    assertThat(enforced(Given.creation(CLEAN)).rules()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void a_bug_never_admits_where_errors_deny(Mode mode) throws BadReviewException {
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
    assertThat(outcome.decision()).isEqualTo(Decision.FAILED);
    assertThat(outcome.failures()).hasSize(1);
    assertThat(outcome.answer().allowed()).isEqualTo(mode != Mode.ENFORCE);
    if (mode == Mode.ENFORCE) {
      Answer.Status status = Objects.requireNonNull(outcome.answer().status());
      assertThat(status.code()).isEqualTo(500);
      assertThat(status.message()).doesNotContain("broken on purpose", "Exception");
    }
  }
}
