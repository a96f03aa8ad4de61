package dev.netlog.platform.ovn.acl;

import dev.netlog.rule.DidYouMean;
import java.util.List;
import java.util.Locale;

/// The annotation's key, and what looks like it.
///
/// Source: `AclLoggingAnnotation` in
/// [ovn-kubernetes](https://github.com/ovn-kubernetes/ovn-kubernetes/blob/master/go-controller/pkg/util/namespace_annotation.go).
public final class AclKey {
  public static final String KEY = "k8s.ovn.org/acl-logging";

  private static final String DOMAIN = "k8s.ovn.org";
  private static final String PREFIX = DOMAIN + "/";
  private static final String NAME_LETTERS = "acllogging";

  /// Abbreviations of the name that are too short to be near misses by their letters.
  private static final List<String> ABBREVIATIONS =
      List.of(
          "acllog",
          "acllogs",
          "acllogger",
          "acllogginglevel",
          "acllogginglevels",
          "aclauditlogging");

  private AclKey() {}

  /// Whether a key is one of OVN-Kubernetes' own, or so like the annotation's that the object
  /// deserves a look.
  ///
  /// Asked for every key of every manifest: all but a few are told apart by two characters.
  public static boolean concerns(String key) {
    return isOwn(key) || isLike(key);
  }

  /// Whether a key is one of OVN-Kubernetes' own, be it for logging or not.
  public static boolean isOwn(String key) {
    return key.startsWith(PREFIX);
  }

  /// Whether a key is not the annotation's but was surely meant to be.
  public static boolean isMisspelt(String key) {
    if (!isLike(key) || key.equals(KEY)) {
      return false;
    }
    int slash = key.lastIndexOf('/');
    String domain = slash < 0 ? "" : key.substring(0, slash).strip().toLowerCase(Locale.ROOT);
    String name = letters(key.substring(slash + 1));
    boolean ours = domain.endsWith("ovn.org") || isNear(domain, DOMAIN);
    if (name.equals(NAME_LETTERS)) {
      return ours || domain.isEmpty() || domain.contains("ovn") || domain.endsWith("openshift.io");
    }
    return name.equals("ksovnorg" + NAME_LETTERS)
        || (ours && (ABBREVIATIONS.contains(name) || isNear(name, NAME_LETTERS)));
  }

  private static boolean isLike(String key) {
    int name = key.lastIndexOf('/') + 1;
    if (name == 0 && key.startsWith(DOMAIN)) {
      return true;
    }
    return key.length() > name + 2
        && (key.charAt(name) | ' ') == 'a'
        && isEither(key.charAt(name + 1), key.charAt(name + 2))
        && key.length() <= 80;
  }

  /// Both letters behind the `a` of `acl`, in either order and case.
  private static boolean isEither(char second, char third) {
    char a = (char) (second | ' ');
    char b = (char) (third | ' ');
    return (a == 'c' && b == 'l') || (a == 'l' && b == 'c');
  }

  private static boolean isNear(String written, String word) {
    return DidYouMean.of(written, List.of(word)) != null;
  }

  private static String letters(String name) {
    StringBuilder letters = new StringBuilder();
    name.chars().filter(Character::isLetter).forEach(c -> letters.append((char) c));
    return letters.toString().toLowerCase(Locale.ROOT);
  }
}
