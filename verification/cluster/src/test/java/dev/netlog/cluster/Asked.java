package dev.netlog.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Api.Answer;
import java.util.function.Supplier;

/// Tells by a webhook's own count whether the API server has asked it.
record Asked(Webhook webhook, String path) {
  /// A request that the webhook is asked about, and that it allows. One request of a user may be
  /// asked about twice.
  void about(String what, Supplier<Answer> request) {
    assertThat(count(what, request)).as("the webhook is asked about: " + what).isPositive();
  }

  /// A request that succeeds unasked.
  void notAbout(String what, Supplier<Answer> request) {
    assertThat(count(what, request)).as("the webhook is not asked about: " + what).isZero();
  }

  private long count(String what, Supplier<Answer> request) {
    long before = reviews();
    Answer answer = request.get();
    assertThat(answer.isOk()).as(what + ": " + answer.body()).isTrue();
    return reviews() - before;
  }

  private long reviews() {
    return webhook.metrics().reviews("path=\"" + path + "\"");
  }
}
