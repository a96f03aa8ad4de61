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

/// Lets no more connections in than there may be. While there are as many, those that are idle end
/// soon, and those that bring no answer about end a little later: a byte now and then keeps a
/// connection from being idle for as long as its sender likes.
final class ConnectionLimit extends NetworkConnectionLimit {
  /// How long connections may be idle while there are as many as there may be.
  private static final long IDLE_MILLIS = 5_000;

  /// API servers wait for no answer longer.
  private static final long ROUND_SECONDS = 30;

  private final ServerConnector connector;

  /// Whether the limit was met since the last look.
  private volatile boolean met;

  /// How many answers each connection had been given at the last look; empty where there was room.
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
    // Where the server has ended meanwhile, this does nothing.
    connector.getScheduler().schedule(this::round, ROUND_SECONDS, TimeUnit.SECONDS);
  }

  @Override
  protected void limit() {
    met = true;
    super.limit();
  }

  /// Ends the connections that have had no answer since the last time, where there was no room for
  /// others all along.
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

  /// How many requests were answered on a connection to their end.
  static long answers(@Nullable Connection connection) {
    return switch (connection) {
      case null -> 0;
      case SslConnection encrypted -> answers(encrypted.getSslEndPoint().getConnection());
      default -> connection.getMessagesOut();
    };
  }
}
