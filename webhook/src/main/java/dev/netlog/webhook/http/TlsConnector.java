package dev.netlog.webhook.http;

import dev.netlog.webhook.tls.ServingCertificates;
import java.security.GeneralSecurityException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.ssl.SslConnection;
import org.eclipse.jetty.io.ssl.SslHandshakeListener;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/// TLS 1.3 with HTTP/2 and HTTP/1.1: API servers use HTTP/2 for Services and HTTP/1.1 for URLs.
final class TlsConnector {
  /// The idle timeout in milliseconds. API servers close idle connections after 90 s; a server that
  /// closes them first can lose requests.
  private static final long IDLE_MILLIS = 120_000;

  /// The timeout in milliseconds of a connection that has not completed its TLS handshake.
  private static final long HANDSHAKE_MILLIS = 10_000;

  /// The maximum number of connections, far more than API servers keep open. An idle one takes tens
  /// of kilobytes of a small heap.
  private static final int CONNECTIONS = 2_000;

  private TlsConnector() {}

  /// Creates a connector that does not listen yet.
  static ServerConnector of(
      Server server,
      HttpConfiguration configuration,
      ServingCertificates certificates,
      Metrics metrics) {
    return of(server, configuration, certificates, metrics, CONNECTIONS);
  }

  /// @param most the maximum number of connections; further ones wait until others close
  static ServerConnector of(
      Server server,
      HttpConfiguration configuration,
      ServingCertificates certificates,
      Metrics metrics,
      int most) {
    HttpConfiguration secure = new HttpConfiguration(configuration);
    SecureRequestCustomizer customizer = new SecureRequestCustomizer();
    // Clients may use the IP of a Service, and then send no server name.
    customizer.setSniHostCheck(false);
    customizer.setSniRequired(false);
    secure.addCustomizer(customizer);
    HttpConnectionFactory http1 = new HttpConnectionFactory(secure);
    HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(secure);
    http2.setMaxConcurrentStreams(128);
    ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory("h2", "http/1.1");
    alpn.setDefaultProtocol(http1.getProtocol());
    ServerConnector connector =
        new ServerConnector(
            server,
            1,
            1,
            new Tls(context(certificates), alpn.getProtocol(), metrics),
            alpn,
            http2,
            http1);
    // The idle timeout of all connections once their number is below the limit again.
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(512);
    server.addBean(new ConnectionLimit(most, connector));
    return connector;
  }

  private static SslContextFactory.Server context(ServingCertificates certificates) {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      // Client certificates are not requested, so no trust managers are needed.
      context.init(new KeyManager[] {new CurrentKey(certificates)}, new TrustManager[0], null);
      SslContextFactory.Server factory = new SslContextFactory.Server();
      factory.setSslContext(context);
      factory.setIncludeProtocols("TLSv1.3");
      factory.setSniRequired(false);
      return factory;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has TLS 1.3", e);
    }
  }

  /// Raises the idle timeout after the handshake, and runs each request on a virtual thread. By
  /// default Jetty would use one of its few pool threads, and a dozen slow clients would block all
  /// handshakes.
  private static final class Tls extends SslConnectionFactory {
    private final Metrics metrics;

    Tls(SslContextFactory.Server factory, String next, Metrics metrics) {
      super(factory, next);
      this.metrics = metrics;
    }

    @Override
    protected SslConnection newSslConnection(
        Connector connector, EndPoint endPoint, SSLEngine engine) {
      endPoint.setIdleTimeout(HANDSHAKE_MILLIS);
      SslConnection connection =
          new SslConnection(
              connector.getByteBufferPool(),
              VirtualThreads.getVirtualThreadsExecutor(connector.getExecutor()),
              getSslContextFactory(),
              endPoint,
              engine,
              isDirectBuffersForEncryption(),
              isDirectBuffersForDecryption());
      connection.addHandshakeListener(
          new SslHandshakeListener() {
            @Override
            public void handshakeSucceeded(Event event) throws SSLException {
              endPoint.setIdleTimeout(IDLE_MILLIS);
            }

            @Override
            public void handshakeFailed(Event event, Throwable failure) {
              metrics.handshakeFailed();
            }
          });
      return connection;
    }
  }
}
