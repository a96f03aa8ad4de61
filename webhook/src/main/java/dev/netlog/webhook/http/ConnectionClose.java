package dev.netlog.webhook.http;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.http2.HTTP2Connection;

/// Tells a caller that its connection ends with this answer. Who is told loses no call; who finds
/// the connection closed does.
final class ConnectionClose {
  private ConnectionClose() {}

  /// By a header in HTTP/1.1, by a frame in HTTP/2.
  static void say(Context context) {
    if (context.req().getProtocol().startsWith("HTTP/1")) {
      context.header("Connection", "close");
      return;
    }
    if (ServletContextRequest.getServletContextRequest(context.req())
            .getConnectionMetaData()
            .getConnection()
        instanceof HTTP2Connection connection) {
      // The answers that are under way are waited for.
      var _ = connection.getSession().shutdown();
    }
  }
}
