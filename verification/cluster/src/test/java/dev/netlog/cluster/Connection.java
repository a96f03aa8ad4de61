package dev.netlog.cluster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// One TLS connection to a webhook, with HTTP/1.1 in it, byte by byte under control.
final class Connection implements AutoCloseable {
  static final String SERVICE = "netlog-webhook.netlog-system.svc";
  static final int TIMEOUT_MILLIS = 10_000;

  /// So much goes into the buffers between the two.
  private static final int AT_ONCE = 64 * 1024;

  private final SSLSocket socket;
  private final InputStream in;

  /// An answer.
  record Response(int status, Map<String, String> headers, String body) {
    boolean isRetry() {
      return (status == 429 || status >= 500) && headers.containsKey("retry-after");
    }

    boolean saysGoodbye() {
      return headers.getOrDefault("connection", "").equals("close");
    }
  }

  private Connection(SSLSocket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /// Connects and shakes hands: who does not prove to be `name` is nobody.
  static Connection open(SSLContext trust, String name, int port) throws IOException {
    Socket plain = plain(port);
    try {
      SSLSocket socket = (SSLSocket) trust.getSocketFactory().createSocket(plain, name, port, true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return new Connection(socket);
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  /// A connection on which nothing was said yet.
  static Socket plain(int port) throws IOException {
    Socket plain = new Socket();
    plain.setSoTimeout(TIMEOUT_MILLIS);
    plain.setTcpNoDelay(true);
    plain.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
    return plain;
  }

  /// Who answered.
  X509Certificate peer() throws IOException {
    return (X509Certificate) socket.getSession().getPeerCertificates()[0];
  }

  /// Sends a review and reads the answer, which may come before everything is sent.
  Response post(String path, byte[] body) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write(head(path, body.length));
    if (body.length < AT_ONCE) {
      out.write(body);
      return response();
    }
    var _ = Thread.ofVirtual().start(() -> write(out, body));
    return response();
  }

  private static void write(OutputStream out, byte[] body) {
    try {
      out.write(body);
    } catch (IOException e) {
      // Nobody reads it any more; the answer says why.
      return;
    }
  }

  static byte[] head(String path, long length) {
    return ("POST "
            + path
            + " HTTP/1.1\r\nHost: webhook\r\nContent-Type: application/json\r\nContent-Length: "
            + length
            + "\r\n\r\n")
        .getBytes(StandardCharsets.US_ASCII);
  }

  /// Sends whatever it is.
  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  Response response() throws IOException {
    String[] status = line().split(" ", 3);
    if (status.length < 2) {
      throw new IOException("no answer");
    }
    Map<String, String> headers = new TreeMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new IOException("half an answer");
    }
    return new Response(
        Integer.parseInt(status[1]), headers, new String(body, StandardCharsets.UTF_8));
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the connection ended");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
