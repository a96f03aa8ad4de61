package dev.netlog.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// What stands between an API server and the pods of a Service: each connection goes to the next
/// one of those that are ready, and stays there. Where there is none, connections are refused.
final class Balancer implements AutoCloseable {
  private final int port;
  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger accepted = new AtomicInteger();
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private volatile List<Integer> backends = List.of();
  private volatile byte[] firstBytes = new byte[0];
  private @Nullable ServerSocket listener;

  Balancer() {
    this.port = ControlPlane.freePort();
  }

  int port() {
    return port;
  }

  /// How many connections there were.
  int connections() {
    return accepted.get();
  }

  /// Whether the last client, in the open part of its TLS handshake, offered HTTP/2.
  boolean wasOfferedHttp2() {
    String hello = new String(firstBytes, java.nio.charset.StandardCharsets.ISO_8859_1);
    return hello.contains("\u0002h2");
  }

  /// Sends connections from now on to these ports on loopback. Those that are open stay.
  synchronized void send(List<Integer> ports) {
    backends = List.copyOf(ports);
    if (ports.isEmpty()) {
      refuse();
    } else if (listener == null) {
      listen();
    }
  }

  /// Sends connections to webhooks.
  void sendTo(Webhook... webhooks) {
    send(Arrays.stream(webhooks).map(Webhook::port).toList());
  }

  /// Cuts all connections, as happens when a node is lost.
  void cut() {
    open.forEach(Balancer::close);
  }

  private void listen() {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 2048);
      listener = socket;
      var _ = Thread.ofPlatform().daemon().name("balancer").start(() -> accept(socket));
    } catch (IOException e) {
      throw new UncheckedIOException("port " + port, e);
    }
  }

  private void refuse() {
    ServerSocket socket = listener;
    listener = null;
    if (socket != null) {
      close(socket);
    }
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        accepted.incrementAndGet();
        var _ = Thread.ofVirtual().start(() -> connect(client));
      } catch (IOException e) {
        // Closed, or a client that has gone already.
      }
    }
  }

  private void connect(Socket client) {
    List<Integer> ports = backends;
    try {
      Socket server = new Socket();
      open.add(client);
      open.add(server);
      int to = ports.get(Math.floorMod(turn.getAndIncrement(), ports.size()));
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), to));
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      var _ = Thread.ofVirtual().start(() -> copy(server, client, false));
      copy(client, server, true);
    } catch (IOException | ArithmeticException e) {
      close(client);
    }
  }

  /// Copies one direction to its end, and says the end on.
  private void copy(Socket from, Socket to, boolean fromClient) {
    byte[] buffer = new byte[16 * 1024];
    boolean first = fromClient;
    try {
      for (int read = from.getInputStream().read(buffer);
          read >= 0;
          read = from.getInputStream().read(buffer)) {
        if (first) {
          first = false;
          firstBytes = Arrays.copyOf(buffer, read);
        }
        to.getOutputStream().write(buffer, 0, read);
      }
      to.shutdownOutput();
      if (from.isOutputShutdown()) {
        close(from);
        close(to);
      }
    } catch (IOException e) {
      close(from);
      close(to);
    } finally {
      if (from.isClosed() && to.isClosed()) {
        open.remove(from);
        open.remove(to);
      }
    }
  }

  private static void close(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception e) {
      // It is gone either way.
      return;
    }
  }

  @Override
  public synchronized void close() {
    refuse();
    cut();
  }
}
