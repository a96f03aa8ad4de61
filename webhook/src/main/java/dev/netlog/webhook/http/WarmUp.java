package dev.netlog.webhook.http;

import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.ServingCertificates;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/// Sends reviews to the server itself, over real TLS. The first requests to a Java program are
/// slow, and an API server waits for each of them.
final class WarmUp {
  private static final int REQUESTS = 2000;
  private static final Duration TIME = Duration.ofMillis(1500);
  private static final int SOCKET_MILLIS = 5000;

  /// How many requests use one connection: handshakes have to be warmed up too.
  private static final int PER_CONNECTION = 100;

  private final int port;
  private final String host;
  private final ServingCertificates certificates;
  private final List<Request> requests;

  private static final class Request {
    private final byte[] bytes;
    private final int head;

    /// @param head how many of the bytes come before the body
    Request(byte[] bytes, int head) {
      this.bytes = bytes;
      this.head = head;
    }

    /// Sends the request at once, as API servers send small ones, or in two pieces, for which the
    /// server has to wait.
    void send(OutputStream out, boolean once) throws IOException {
      if (once) {
        out.write(bytes);
      } else {
        out.write(bytes, 0, head);
        out.flush();
        out.write(bytes, head, bytes.length - head);
      }
      out.flush();
    }
  }

  /// @param host the address of the server
  /// @param reviews the reviews to send, in turn
  WarmUp(String host, int port, ServingCertificates certificates, List<SampleReview> reviews) {
    this.host = host;
    this.port = port;
    this.certificates = certificates;
    this.requests = reviews.stream().map(WarmUp::request).toList();
  }

  private static Request request(SampleReview sample) {
    byte[] body = sample.body().getBytes(StandardCharsets.UTF_8);
    String head =
        "POST /"
            + sample.path()
            + "?timeout=10s HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Content-Length: "
            + body.length
            + "\r\n\r\n";
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] all = new byte[start.length + body.length];
    System.arraycopy(start, 0, all, 0, start.length);
    System.arraycopy(body, 0, all, start.length, body.length);
    return new Request(all, start.length);
  }

  /// Sends reviews until responses no longer get faster, or the time is over.
  ///
  /// @throws IOException if the server does not answer correctly
  void run() throws IOException {
    Deadline deadline = Deadline.in(TIME);
    SSLContext context = context();
    for (int sent = 0; sent < REQUESTS && deadline.remainingNanos() > 0; ) {
      try (Socket socket = connect(context)) {
        OutputStream out = socket.getOutputStream();
        InputStream in = new BufferedInputStream(socket.getInputStream(), 8192);
        for (int i = 0; i < PER_CONNECTION && deadline.remainingNanos() > 0; i++) {
          int next = sent % requests.size();
          // Alternates between the two ways from round to round.
          requests.get(next).send(out, (sent / requests.size() + next) % 3 > 0);
          sent++;
          response(in);
        }
      }
    }
  }

  private Socket connect(SSLContext context) throws IOException {
    Socket plain = new Socket();
    try {
      plain.setTcpNoDelay(true);
      plain.setSoTimeout(SOCKET_MILLIS);
      plain.connect(new InetSocketAddress(target(), port), SOCKET_MILLIS);
      Socket secure = context.getSocketFactory().createSocket(plain, "localhost", port, true);
      ((SSLSocket) secure).startHandshake();
      return secure;
    } catch (IOException e) {
      plain.close();
      throw e;
    }
  }

  private String target() {
    return host.equals("0.0.0.0") || host.equals("::") ? "localhost" : host;
  }

  private static void response(InputStream in) throws IOException {
    String status = line(in);
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(header.indexOf(':') + 1).strip());
      }
    }
    in.skipNBytes(length);
    if (!status.startsWith("HTTP/1.1 200 ")) {
      throw new IOException("a review of the warm-up was answered by " + status);
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the server closed the connection of the warm-up");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  /// Trusts exactly the certificate that is served, since no authority is known here.
  private SSLContext context() {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      context.init(null, new TrustManager[] {new Own(certificates)}, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS 1.3", e);
    }
  }

  private record Own(ServingCertificates certificates) implements X509TrustManager {
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      throw new CertificateException("there are no clients here");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      ServingCertificate current = certificates.current();
      if (chain.length == 0 || !chain[0].equals(current.leaf())) {
        throw new CertificateException("another certificate than the one that is to be served");
      }
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return new X509Certificate[0];
    }
  }
}
