package dev.netlog.network;

/// The syntax that the API server requires of label keys and values.
///
/// Source:
/// [validation.go](https://github.com/kubernetes/apimachinery/blob/master/pkg/util/validation/validation.go)
public final class LabelSyntax {
  private static final int LONGEST_NAME = 63;
  private static final int LONGEST_PREFIX = 253;

  private LabelSyntax() {}

  /// Whether this is a qualified name: a name, or a DNS subdomain, a slash and a name.
  public static boolean isKey(String text) {
    int slash = text.indexOf('/');
    String name = text.substring(slash + 1);
    return !name.isEmpty() && isValue(name) && (slash < 0 || isSubdomain(text.substring(0, slash)));
  }

  /// Whether this is a label value: empty, or up to 63 characters with letters or digits at both
  /// ends.
  public static boolean isValue(String text) {
    if (text.length() > LONGEST_NAME) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean inside = i > 0 && i < text.length() - 1;
      if (!isLetterOrDigit(c) && !(inside && (c == '-' || c == '_' || c == '.'))) {
        return false;
      }
    }
    return true;
  }

  /// Whether this is a DNS subdomain of RFC 1123: up to 253 characters, DNS labels separated by
  /// dots.
  public static boolean isSubdomain(String text) {
    if (text.length() > LONGEST_PREFIX) {
      return false;
    }
    for (String part : text.split("\\.", -1)) {
      if (part.isEmpty() || part.startsWith("-") || part.endsWith("-")) {
        return false;
      }
      for (int i = 0; i < part.length(); i++) {
        char c = part.charAt(i);
        if (c != '-' && !(isLetterOrDigit(c) && (c < 'A' || c > 'Z'))) {
          return false;
        }
      }
    }
    return true;
  }

  /// Whether this is a DNS label of RFC 1123: up to 63 lower case letters, digits and `-`.
  public static boolean isDnsLabel(String text) {
    return text.length() <= LONGEST_NAME && text.indexOf('.') < 0 && isSubdomain(text);
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
