package dev.netlog.platform.ovn.name;

import java.util.regex.Pattern;

/// The names that the API server takes for objects.
///
/// Source: [object
/// names](https://kubernetes.io/docs/concepts/overview/working-with-objects/names/).
final class DnsName {
  private static final int LONGEST_LABEL = 63;
  private static final int LONGEST_SUBDOMAIN = 253;

  private static final String PART = "[a-z0-9](?:[-a-z0-9]*[a-z0-9])?";
  private static final Pattern LABEL = Pattern.compile(PART);
  private static final Pattern SUBDOMAIN = Pattern.compile(PART + "(?:\\." + PART + ")*");

  private DnsName() {}

  /// Whether it is a DNS label of RFC 1123, as the name of a Namespace is.
  static boolean isLabel(String name) {
    return name.length() <= LONGEST_LABEL && LABEL.matcher(name).matches();
  }

  /// Whether it is a DNS subdomain of RFC 1123, as the name of a policy is.
  static boolean isSubdomain(String name) {
    return name.length() <= LONGEST_SUBDOMAIN && SUBDOMAIN.matcher(name).matches();
  }
}
