package dev.netlog.webhook.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.authority.DevelopmentCertificates;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLSocket;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionLimitTest {
  private static final byte[] TRICKLE = "P".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] REQUEST =
      "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final long USUAL = 120_000;

  @TempDir private static Path folder;

  @Test
  void thereAreTwoThousandConnectionsAtMost() throws Exception {
    Server server = new Server();
    ServerConnector _ =
        TlsConnector.of(server, new HttpConfiguration(), certificates(), new Metrics());
    NetworkConnectionLimit limit = server.getBean(NetworkConnectionLimit.class);
    assertThat(limit.getMaxNetworkConnectionCount()).isEqualTo(2_000);
    assertThat(limit.getEndPointIdleTimeout()).isEqualTo(5_000);
  }

  /// Those whose handshake never ends, and those that are kept for later calls.
  @Test
  void idleConnectionsMakeRoomWhereThereAreTooManyAndHaveTheirTimeBackAfterThat() throws Exception {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    Server server = new Server(threads);
    ServerConnector connector =
        TlsConnector.of(server, new HttpConfiguration(), certificates(), new Metrics(), 3);
    server.addConnector(connector);
    List<Socket> sockets = new ArrayList<>();
    server.start();
    try {
      sockets.add(handshake(connector));
      sockets.add(handshake(connector));
      awaitIdleTimeouts(connector, USUAL, USUAL);
      sockets.add(new Socket("localhost", connector.getLocalPort()));
      await(() -> !connector.isAccepting());
      // Waits until there is room, which the oldest make.
      sockets.add(handshake(connector));
      assertThat(sockets.getFirst().getInputStream().read()).isEqualTo(-1);
      assertThat(sockets.get(1).getInputStream().read()).isEqualTo(-1);
      await(connector::isAccepting);
      sockets.get(2).close();
      awaitIdleTimeouts(connector, USUAL);
    } finally {
      for (Socket each : sockets) {
        each.close();
      }
      server.stop();
    }
  }

  /// A byte every now and then would keep them for ever.
  @Test
  void connectionsWithoutAnAnswerMakeRoomWhereThereAreTooMany() throws Exception {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setVirtualThreadsExecutor(VirtualThreads.getDefaultVirtualThreadsExecutor());
    Server server = new Server(threads);
    ServerConnector connector =
        TlsConnector.of(server, new HttpConfiguration(), certificates(), new Metrics(), 3);
    server.addConnector(connector);
    List<Socket> sockets = new ArrayList<>();
    server.start();
    ConnectionLimit limit = server.getBean(ConnectionLimit.class);
    try {
      sockets.add(handshake(connector));
      sockets.add(handshake(connector));
      limit.look();
      limit.look();
      await(() -> limit.getNetworkConnectionCount() == 2);
      sockets.add(handshake(connector));
      await(() -> !connector.isAccepting());
      assertThat(answers(sockets, 1)).startsWith("HTTP/1.1 404 ");
      await(() -> answers(connector) == 1);
      limit.look();
      assertThat(limit.getNetworkConnectionCount()).isEqualTo(3);
      assertThat(answers(sockets, 1)).startsWith("HTTP/1.1 404 ");
      await(() -> answers(connector) == 2);
      limit.look();
      await(() -> limit.getNetworkConnectionCount() == 1);
      assertThat(answers(sockets.subList(1, 2), 0)).startsWith("HTTP/1.1 404 ");
      await(connector::isAccepting);
    } finally {
      for (Socket each : sockets) {
        each.close();
      }
      server.stop();
    }
  }

  /// Sends a byte on each connection, but a request on one, and waits for its answer.
  private static String answers(List<Socket> sockets, int asking) throws IOException {
    for (int i = 0; i < sockets.size(); i++) {
      sockets.get(i).getOutputStream().write(i == asking ? REQUEST : TRICKLE);
    }
    return RunningServer.received(sockets.get(asking));
  }

  /// The server counts an answer a little later than the client has its head.
  private static long answers(ServerConnector connector) {
    return connector.getConnectedEndPoints().stream()
        .mapToLong(each -> ConnectionLimit.answers(each.getConnection()))
        .sum();
  }

  private static DevelopmentCertificates certificates() throws Exception {
    return DevelopmentCertificates.open(folder, TimeSource.SYSTEM);
  }

  private static Socket handshake(ServerConnector connector) throws Exception {
    Socket socket =
        RunningServer.trusting(folder.resolve("ca.crt"))
            .getSocketFactory()
            .createSocket("localhost", connector.getLocalPort());
    socket.setSoTimeout(20_000);
    ((SSLSocket) socket).startHandshake();
    return socket;
  }

  /// The server's part of it comes a little later than the client's.
  private static void awaitIdleTimeouts(ServerConnector connector, Long... expected) {
    await(
        () ->
            connector.getConnectedEndPoints().stream()
                .map(EndPoint::getIdleTimeout)
                .toList()
                .equals(List.of(expected)));
  }

  private static void await(BooleanSupplier condition) {
    Deadline patience = Deadline.in(Duration.ofSeconds(20));
    while (!condition.getAsBoolean()) {
      assertThat(patience.remainingNanos()).isPositive();
      Thread.onSpinWait();
    }
  }
}
