package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class ReviewReaderTest {
  private static final String GOOD =
      Given.creation(Given.namespace("{\"deny\": \"alert\"}")).toString();

  private final ReviewReader reader =
      new ReviewReader(new JudgedKinds(RuleCatalog.standard())::contain);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``| the body is not an AdmissionReview but empty",
        "` `| the body is not an AdmissionReview but empty",
        "null| the body is not an AdmissionReview but a bare value",
        "[]| the body is not an AdmissionReview but a list",
        "{| the body is not JSON, from byte 1 on",
        "{\"a\":NaN}| the body is not JSON, from byte 8 on",
        "{'a':1}| the body is not JSON, from byte 1 on",
        "{}| kind is missing; only AdmissionReview is answered",
        "{\"kind\":\"Pod\",\"apiVersion\":\"v1\"}| kind is \"Pod\"; only AdmissionReview is"
            + " answered",
        "{\"kind\":7}| member \"kind\" is not a string",
        "{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1beta1\",\"request\":{}}|"
            + " apiVersion is \"admission.k8s.io/v1beta1\"; only admission.k8s.io/v1 is answered:"
            + " set admissionReviewVersions to [v1]",
        "{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\"}| the AdmissionReview"
            + " has no request",
        "{\"kind\":\"AdmissionReview\",\"request\":[]}| member \"request\" is not an object",
        "{\"kind\":\"a\",\"kind\":\"b\"}| key \"kind\" occurs twice in one object of the body",
        "{\"request\":{\"uid\":\"a\",\"uid\":\"b\"}}| key \"uid\" occurs twice in one object of the body",
        "{\"request\":{\"uid\":1}}| member \"uid\" is not a string",
        "{\"request\":{\"kind\":\"Pod\"}}| member \"kind\" is not an object",
        "{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\",\"request\":{\"uid\":\"\"}}|"
            + " the request has no uid, which the answer has to repeat",
        "{\"kind\":\"AdmissionReview\",\"apiVersion\":\"admission.k8s.io/v1\",\"request\":{\"uid\":\"a\"}}|"
            + " the request has no kind or no operation",
      })
  void whatIsNoReviewIsRefusedWithWhatIsWrong(String body, String message) {
    assertThatThrownBy(() -> reader.read(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadReviewException.class)
        .hasMessage(message);
  }

  @Test
  void whatFollowsAReviewIsRefused() {
    refused(GOOD + "{}", "something follows the review");
    refused(GOOD + "]", "not JSON");
    refused(GOOD.substring(0, GOOD.length() / 2), "not JSON");
  }

  @Test
  void bytesThatAreNoUtf8AreRefused() {
    byte[] body = GOOD.replace("alert", "al~t").getBytes(StandardCharsets.UTF_8);
    for (int i = 0; i < body.length; i++) {
      body[i] = body[i] == '~' ? (byte) 0xff : body[i];
    }
    assertThatThrownBy(() -> reader.read(body)).isInstanceOf(BadReviewException.class);
    assertThatThrownBy(() -> reader.read(GOOD.getBytes(StandardCharsets.UTF_16LE)))
        .hasMessage("the body is not JSON in UTF-8");
    assertThatThrownBy(() -> reader.read(GOOD.getBytes(StandardCharsets.UTF_16BE)))
        .hasMessage("the body is not JSON in UTF-8");
  }

  @Test
  void depthIsLimitedWhereverItIs() {
    String deep = "[".repeat(100_000) + "]".repeat(100_000);
    String why = "the body is nested deeper than 500 levels, or holds too many values";
    refused("{\"a\":" + deep + "}", why);
    refused(GOOD.replace("\"oldObject\":null", "\"oldObject\":" + deep), why);
    refused(GOOD.replace("{\"name\":\"payments\"", "{\"name\":" + deep), why);
    refused("{\"a\":".repeat(100_000), why);
  }

  @Test
  void managedFieldsArePassedOverAndEverythingElseIsKept() throws BadReviewException {
    ObjectNode review = Given.creation(Given.namespace("{}"));
    ObjectNode object = (ObjectNode) review.path("request").path("object");
    object.withObjectProperty("metadata").putArray("managedFields").addObject().put("manager", "a");
    object.putObject("spec").putArray("managedFields").add("kept");
    object.put("future", 1.50);
    Value value = Objects.requireNonNull(reader.read(Given.bytes(review)).object().read());
    assertThat(value.at(JsonPointer.of("metadata", "managedFields"))).isNull();
    assertThat(value.at(JsonPointer.of("spec", "managedFields", "0")))
        .isEqualTo(new Value.Text("kept"));
    assertThat(value.at(JsonPointer.of("future"))).isEqualTo(new Value.Numeral("1.5"));
  }

  @Test
  void theOrderOfMembersDoesNotCount() throws BadReviewException {
    String reordered =
        """
        {"request":{"object":{"apiVersion":"v1","kind":"Namespace","a":"ä€😀"},"oldObject":
        {"apiVersion":"v1","kind":"Namespace","b":[{"c":"d"}]},"operation":"UPDATE","uid":"x",
        "kind":{"kind":"Namespace","version":"v1","group":""},"dryRun":true,"namespace":"n"},
        "kind":"AdmissionReview","more":{"a":[1]},"apiVersion":"admission.k8s.io/v1"}
        """;
    Review review = reader.read(reordered.getBytes(StandardCharsets.UTF_8));
    assertThat(Objects.requireNonNull(review.object().read()).textAt(JsonPointer.of("a")))
        .isEqualTo("ä€😀");
    assertThat(
            Objects.requireNonNull(review.oldObject().read()).textAt(JsonPointer.of("b", "0", "c")))
        .isEqualTo("d");
    assertThat(review.dryRun()).isTrue();
    assertThat(review.namespace()).isEqualTo("n");
    assertThat(review.requestKind()).isEqualTo(review.kind());
  }

  @Test
  void aByteOrderMarkMovesNoObject() throws BadReviewException {
    String body = "\uFEFF" + GOOD.replace("\"object\"", "\"later\":1,\"object\"");
    Review review = reader.read(body.getBytes(StandardCharsets.UTF_8));
    assertThat(Objects.requireNonNull(review.object().read()).textAt(JsonPointer.of("kind")))
        .isEqualTo("Namespace");
    assertThat(review.oldObject().read()).isNull();
  }

  private void refused(String body, String message) {
    assertThatThrownBy(() -> reader.read(body.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(BadReviewException.class)
        .hasMessageContaining(message);
  }
}
