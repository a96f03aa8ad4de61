package dev.netlog.webhook.http;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http2.HTTP2Connection;

/// Announces that the connection ends with this response. A client that knows this sends no further
/// request; otherwise it could lose one.
final class ConnectionClose {
  private ConnectionClose() {}

  /// Uses a header in HTTP/1.1 and a GOAWAY frame in HTTP/2.
  static void say(Context context) {
    if (context.req().getProtocol().startsWith("HTTP/1")) {
      context.header("Connection", "close");
      return;
    }
    if (ServletContextRequest.getServletContextRequest(context.req())
            .getConnectionMetaData()
            .getConnection()
        instanceof HTTP2Connection connection) {
      // Responses in progress are still completed.
      var _ = connection.getSession().shutdown();
    }
  }
}
