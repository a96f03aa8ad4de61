package dev.netlog.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// The API server as programs speak to it, without what kubectl adds.
final class Api implements AutoCloseable {
  static final String JSON = "application/json";
  static final String JSON_PATCH = "application/json-patch+json";
  static final String MERGE_PATCH = "application/merge-patch+json";
  static final String STRATEGIC_PATCH = "application/strategic-merge-patch+json";
  static final String APPLY_PATCH = "application/apply-patch+yaml";

  private final HttpClient client;
  private final String url;

  /// @param url without a slash at the end
  Api(String url, HttpClient client) {
    this.url = url;
    this.client = client;
  }

  /// An answer.
  record Answer(int status, String body, List<String> warnings) {
    JsonNode json() {
      return Json.parse(body);
    }

    boolean isOk() {
      return status >= 200 && status < 300;
    }

    /// What a refusal says; empty if it was none.
    String message() {
      return json().path("message").asString("");
    }

    /// Itself, if it was a success.
    Answer expectOk() {
      if (!isOk()) {
        throw new AssertionError("HTTP " + status + ": " + body);
      }
      return this;
    }
  }

  Answer read(String path) {
    return send("GET", path, JSON, "");
  }

  Answer create(String path, String object) {
    return send("POST", path, JSON, object);
  }

  Answer replace(String path, String object) {
    return send("PUT", path, JSON, object);
  }

  Answer delete(String path) {
    return send("DELETE", path, JSON, "");
  }

  /// A patch whose form its content type names.
  Answer patch(String path, String type, String patch) {
    return send("PATCH", path, type, patch);
  }

  /// A server-side apply.
  Answer apply(String path, String manager, String object) {
    return send(
        "PATCH",
        path + (path.contains("?") ? "&" : "?") + "fieldManager=" + manager,
        APPLY_PATCH,
        object);
  }

  private Answer send(String method, String path, String type, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
            .header("Content-Type", type)
            .header("Accept", JSON)
            .timeout(Duration.ofSeconds(60))
            .build();
    try {
      HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
      return new Answer(
          response.statusCode(), response.body(), response.headers().allValues("Warning"));
    } catch (IOException e) {
      throw new UncheckedIOException(method + " " + path, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    client.shutdownNow();
  }
}
