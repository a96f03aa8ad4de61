package dev.netlog.webhook.cluster;

import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.rotation.AuthorityStore.ServerTime;
import io.fabric8.kubernetes.client.http.AsyncBody;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.HttpResponse;
import io.fabric8.kubernetes.client.http.Interceptor;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Records the time of the API server, from the head of each of its responses.
final class AnswerTimes implements Interceptor {
  private final TimeSource time;
  private volatile @Nullable ServerTime last;

  AnswerTimes(TimeSource time) {
    this.time = time;
  }

  /// The time in the latest response, or null if no response had one.
  @Nullable ServerTime last() {
    return last;
  }

  @Override
  public void after(
      HttpRequest request,
      HttpResponse<?> response,
      AsyncBody.Consumer<List<ByteBuffer>> consumer) {
    String date = response.header("Date");
    if (date != null) {
      try {
        Instant said = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date));
        last = new ServerTime(said, time.nanos());
      } catch (DateTimeException _) {
        // A proxy with an invalid date.
      }
    }
  }
}
