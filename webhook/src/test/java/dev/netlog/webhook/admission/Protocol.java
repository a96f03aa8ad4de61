package dev.netlog.webhook.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// What an API server demands of an answer; what breaks one of these is lost, or a failed call.
///
/// Source:
/// [admissionreview.go](https://github.com/kubernetes/apiserver/blob/master/pkg/admission/plugin/webhook/request/admissionreview.go)
/// and
/// [warning.go](https://github.com/kubernetes/apiserver/blob/master/pkg/endpoints/filters/warning.go).
final class Protocol {
  private static final int WARNINGS = 4096;

  private Protocol() {}

  /// The outcome, where its bytes are an answer to its review.
  static Outcome checked(String path, Outcome outcome) {
    check(path, outcome.review().uid(), AdmissionHandler.bytes(outcome.answer()));
    return outcome;
  }

  /// Checks an answer.
  static JsonNode check(String path, String uid, byte[] bytes) {
    JsonNode answer = Given.json(bytes);
    assertThat(answer.path("apiVersion").asString()).isEqualTo("admission.k8s.io/v1");
    assertThat(answer.path("kind").asString()).isEqualTo("AdmissionReview");
    JsonNode response = answer.path("response");
    assertThat(response.path("uid").asString()).isEqualTo(uid);
    assertThat(response.path("allowed").isBoolean()).isTrue();
    checkPatch(path, response);
    checkWarnings(response.path("warnings"));
    response
        .path("auditAnnotations")
        .properties()
        .forEach(
            each -> {
              assertThat(each.getKey()).matches("[a-z][a-z-]{0,62}");
              assertThat(each.getValue().isString()).isTrue();
            });
    if (!response.path("allowed").asBoolean()) {
      checkStatus(response.path("status"));
    }
    return response;
  }

  private static void checkPatch(String path, JsonNode response) {
    assertThat(response.has("patch")).isEqualTo(response.has("patchType"));
    if (!response.has("patch")) {
      return;
    }
    assertThat(path).isEqualTo("mutate");
    assertThat(response.path("allowed").asBoolean()).isTrue();
    assertThat(response.path("patchType").asString()).isEqualTo("JSONPatch");
    JsonNode operations = Given.json(Base64.getDecoder().decode(response.path("patch").asString()));
    assertThat(operations.isArray()).isTrue();
    assertThat(operations.isEmpty()).isFalse();
    for (JsonNode operation : operations) {
      assertThat(operation.path("op").asString()).isIn("add", "replace");
      assertThat(operation.path("path").asString()).startsWith("/metadata");
    }
  }

  private static void checkWarnings(JsonNode warnings) {
    Set<String> seen = new HashSet<>();
    int total = 0;
    for (JsonNode each : warnings) {
      String warning = each.asString();
      total += warning.codePointCount(0, warning.length());
      assertThat(seen.add(warning)).as(warning).isTrue();
      assertThat(warning).isNotEmpty().doesNotStartWith("Warning:");
      assertThat(warning.codePoints().noneMatch(Protocol::isControl)).as(warning).isTrue();
      assertThat(warning.codePointCount(0, warning.length())).isLessThanOrEqualTo(120);
    }
    assertThat(total).isLessThanOrEqualTo(WARNINGS);
  }

  private static boolean isControl(int point) {
    return Character.isISOControl(point)
        || Character.getType(point) == Character.FORMAT
        || Character.getType(point) == Character.SURROGATE;
  }

  /// kubectl shows either the message or the causes.
  private static void checkStatus(JsonNode status) {
    assertThat(status.path("status").asString()).isEqualTo("Failure");
    assertThat(status.path("code").asInt()).isIn(400, 422, 500, 504);
    assertThat(status.path("reason").asString()).isNotEmpty();
    String message = status.path("message").asString();
    assertThat(message).isNotEmpty();
    assertThat(status.path("details").has("retryAfterSeconds")).isFalse();
    for (JsonNode cause : status.path("details").path("causes")) {
      assertThat(cause.path("field").asString()).isNotEmpty();
      assertThat(message)
          .contains(cause.path("field").asString() + ": " + cause.path("message").asString());
    }
    boolean invalid = status.path("reason").asString().equals("Invalid");
    assertThat(status.path("code").asInt() == 422).isEqualTo(invalid);
    assertThat(!status.path("details").path("causes").isEmpty()).isEqualTo(invalid);
  }
}
