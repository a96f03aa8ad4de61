package dev.netlog.webhook.http;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;

/// Limits the number of connections. While the limit is reached, idle connections are closed after
/// 5 seconds, and connections without a completed request after 30 to 60 seconds: otherwise a
/// client that sends a byte now and then could keep a connection forever.
final class ConnectionLimit extends NetworkConnectionLimit {
  /// The idle timeout in milliseconds while the limit is reached.
  private static final long IDLE_MILLIS = 5_000;

  /// The interval of the checks in seconds; API servers wait no longer for a response.
  private static final long ROUND_SECONDS = 30;

  private final ServerConnector connector;

  /// Whether the limit was reached since the last check.
  private volatile boolean met;

  /// How many responses each connection had at the last check; empty if the limit was not reached.
  private Map<EndPoint, Long> before = Map.of();

  ConnectionLimit(int most, ServerConnector connector) {
    super(most, connector);
    this.connector = connector;
    setEndPointIdleTimeout(IDLE_MILLIS);
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    connector.getScheduler().schedule(this::round, ROUND_SECONDS, TimeUnit.SECONDS);
  }

  private void round() {
    look();
    // Does nothing if the server has stopped meanwhile.
    connector.getScheduler().schedule(this::round, ROUND_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  protected void limit() {
    met = true;
    super.limit();
  }

  /// Closes the connections without a completed request since the last check, if the limit was
  /// reached during that time.
  synchronized void look() {
    boolean crowded = met || !connector.isAccepting();
    met = false;
    if (!crowded) {
      before = Map.of();
      return;
    }
    Map<EndPoint, Long> now = new HashMap<>();
    for (EndPoint each : connector.getConnectedEndPoints()) {
      long answers = answers(each.getConnection());
      Long last = before.get(each);
      if (last != null && last == answers) {
        each.close();
      } else {
        now.put(each, answers);
      }
    }
    before = now;
  }

  /// How many requests were completed on a connection.
  static long answers(@Nullable Connection connection) {
    return switch (connection) {
      case null -> 0;
      case SslConnection encrypted -> answers(encrypted.getSslEndPoint().getConnection());
      default -> connection.getMessagesOut();
    };
  }
}
