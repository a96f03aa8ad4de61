package dev.netlog.platform.ovn.audit;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What OVS takes for `--syslog-method`.
///
/// Source: `vlog_set_syslog_method` in
/// [OVS](https://github.com/openvswitch/ovs/blob/main/lib/vlog.c) and `syslog_direct_create` in
/// [OVS](https://github.com/openvswitch/ovs/blob/main/lib/syslog-direct.c).
final class SyslogMethod {
  private static final String UDP = "udp:";
  private static final String UNIX = "unix:";

  /// A name, an IPv4 address, or an IPv6 address in brackets; then perhaps a port.
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:[A-Za-z0-9._-]+|\\[[0-9A-Fa-f:.]+(?:%[A-Za-z0-9._-]+)?\\])(?::([0-9]{1,5}))?");

  private static final int HIGHEST_PORT = 65_535;

  private SyslogMethod() {}

  /// Whether OVS starts with it.
  static boolean isKnown(String method) {
    return method.equals("null")
        || method.equals("libc")
        || method.startsWith(UDP)
        || method.startsWith(UNIX);
  }

  /// Why nothing is sent with a known method, to stand behind it in a message, or null.
  static @Nullable String problem(String method) {
    if (method.startsWith(UNIX)) {
      return method.startsWith(UNIX + "/") && method.length() > UNIX.length() + 1
          ? null
          : "names no socket; write unix: and an absolute path";
    }
    if (!method.startsWith(UDP)) {
      return null;
    }
    var address = ADDRESS.matcher(method.substring(UDP.length()));
    if (!address.matches()) {
      return "is no host and port; write udp:HOST:PORT, an IPv6 address in brackets";
    }
    String port = address.group(1);
    return port == null || Integer.parseInt(port) <= HIGHEST_PORT
        ? null
        : "has a port above 65535; use the port of the syslog server, usually 514";
  }
}
