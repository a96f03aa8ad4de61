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

/// TLS 1.3 with HTTP/2 and HTTP/1.1: API servers call Services by the one and URLs by the other.
final class TlsConnector {
  /// API servers drop idle connections after 90 s. A server that drops them first loses calls.
  private static final long IDLE_MILLIS = 120_000;

  /// A connection that has not shown that it speaks TLS is nobody's we know.
  private static final long HANDSHAKE_MILLIS = 10_000;

  /// An idle connection takes some ten kilobytes of a small heap. Far more than API servers keep.
  private static final int CONNECTIONS = 2_000;

  private TlsConnector() {}

  /// A connector that listens nowhere yet.
  static ServerConnector of(
      Server server,
      HttpConfiguration configuration,
      ServingCertificates certificates,
      Metrics metrics) {
    return of(server, configuration, certificates, metrics, CONNECTIONS);
  }

  /// @param most how many connections there may be; further ones wait until others end
  static ServerConnector of(
      Server server,
      HttpConfiguration configuration,
      ServingCertificates certificates,
      Metrics metrics,
      int most) {
    HttpConfiguration secure = new HttpConfiguration(configuration);
    SecureRequestCustomizer customizer = new SecureRequestCustomizer();
    // Services are called by IP too, and the URL form sends no name for one.
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
    // What all get back once they are fewer than the limit again.
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(512);
    server.addBean(new ConnectionLimit(most, connector));
    return connector;
  }

  private static SslContextFactory.Server context(ServingCertificates certificates) {
    try {
      SSLContext context = SSLContext.getInstance("TLSv1.3");
      // No client is asked for a certificate, so there is nobody to trust.
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

  /// Gives connections time once they have shown that they speak TLS, and a virtual thread for each
  /// request: by itself Jetty would take one of the few of its pool, and a dozen senders that
  /// dawdle would hold up all handshakes.
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
