package dev.netlog.webhook.admission;

import dev.netlog.io.json.JsonWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/// Writes answers as JSON for the API server.
final class AnswerWriter {
  private AnswerWriter() {}

  /// An AdmissionReview with a response, in UTF-8.
  static byte[] bytes(Answer answer) {
    StringBuilder text = new StringBuilder(256);
    try {
      JsonWriter json = new JsonWriter(text, JsonWriter.Layout.COMPACT);
      json.beginObject()
          .member("apiVersion", "admission.k8s.io/v1")
          .member("kind", "AdmissionReview")
          .name("response");
      response(json, answer);
      json.endObject();
    } catch (IOException e) {
      throw new UncheckedIOException("memory does not fail", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void response(JsonWriter json, Answer answer) throws IOException {
    json.beginObject().member("uid", answer.uid()).name("allowed").truth(answer.allowed());
    if (answer.status() != null) {
      status(json.name("status"), answer.status());
    }
    if (answer.patch() != null) {
      StringBuilder patch = new StringBuilder();
      new JsonWriter(patch, JsonWriter.Layout.COMPACT).value(answer.patch());
      byte[] bytes = patch.toString().getBytes(StandardCharsets.UTF_8);
      json.member("patchType", "JSONPatch")
          .member("patch", Base64.getEncoder().encodeToString(bytes));
    }
    if (!answer.warnings().isEmpty()) {
      json.name("warnings").beginArray();
      for (String warning : answer.warnings()) {
        json.text(warning);
      }
      json.endArray();
    }
    if (!answer.auditAnnotations().isEmpty()) {
      json.name("auditAnnotations").beginObject();
      for (Map.Entry<String, String> each : answer.auditAnnotations().entrySet()) {
        json.member(each.getKey(), each.getValue());
      }
      json.endObject();
    }
    json.endObject();
  }

  private static void status(JsonWriter json, Answer.Status status) throws IOException {
    json.beginObject()
        .member("status", "Failure")
        .member("code", status.code())
        .member("reason", status.reason())
        .member("message", status.message());
    json.name("details").beginObject().member("name", status.name());
    json.member("group", status.group()).member("kind", status.kind());
    if (!status.causes().isEmpty()) {
      json.name("causes").beginArray();
      for (Answer.Cause cause : status.causes()) {
        json.beginObject()
            .member("reason", "FieldValueInvalid")
            .member("message", cause.message())
            .member("field", cause.field())
            .endObject();
      }
      json.endArray();
    }
    json.endObject().endObject();
  }
}
