package dev.netlog.platform.gke.annotation;

import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.rule.DidYouMean;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Keys that someone wrote for one of GKE's two logging annotations and that nothing reads.
///
/// @param meant the half that was probably meant
/// @param vague whether the key leaves open which half: `policy.network.gke.io/logging`
public record Misspelling(LogSection meant, boolean vague) {
  private static final String DOMAIN = "policy.network.gke.io";
  private static final List<String> NAMES = List.of("enable-logging", "enable-deny-logging");
  private static final String DENY_NAME = NAMES.getLast();

  /// Nothing but words that belong to such a key, without what separates them.
  private static final Pattern WORDS =
      Pattern.compile(
          "(enabled?|deny|denied|denies|drop(ped)?|allow(ed)?|network|policy|policies"
              + "|connections?|log(s|ged|ging)?)+");

  /// Logs of other kinds, which other keys may well switch.
  private static final Pattern OTHER_LOGS = Pattern.compile("access|audit|debug|trace");

  /// The [longest
  /// name](https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/) that a
  /// key may have; longer ones are refused whatever they say.
  private static final int LONGEST_NAME = 63;

  private static final Pattern NO_LETTERS = Pattern.compile("[^a-z]");
  private static final Pattern DENIAL = Pattern.compile("den(y|ied|ies)|drop");

  /// Whether a key is one of the two annotations, is like one, or shares their prefix.
  ///
  /// Asked for every key of every manifest: all but a few are turned away by a look at their
  /// letters.
  public static boolean concerns(String key) {
    if (key.startsWith(LogSection.PREFIX)) {
      return true;
    }
    int slash = key.lastIndexOf('/');
    if (slash < 0) {
      return key.equals(DENY_NAME);
    }
    return mentionsLog(key, slash + 1) && of(key) != null;
  }

  /// What was meant by a key, or null where it is right, or is somebody else's.
  static @Nullable Misspelling of(String key) {
    if (LogSection.ofKey(key) != null) {
      return null;
    }
    int slash = key.lastIndexOf('/');
    String name = key.substring(slash + 1);
    if (name.length() > LONGEST_NAME) {
      return null;
    }
    String domain = slash < 0 ? "" : key.substring(0, slash).toLowerCase(Locale.ROOT);
    if (!domain.equals(DOMAIN) && !name.equals(DENY_NAME) && !isLikeOurs(domain)) {
      return null;
    }
    String letters = NO_LETTERS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll("");
    if (!isNear(domain, name, letters)) {
      return null;
    }
    LogSection half = DENIAL.matcher(letters).find() ? LogSection.DENY : LogSection.ALLOW;
    boolean named = letters.contains("enable") || letters.contains("allow");
    return new Misspelling(half, half == LogSection.ALLOW && !named);
  }

  /// Of a domain that may be ours.
  private static boolean isNear(String domain, String name, String letters) {
    if (domain.equals(DOMAIN)) {
      return letters.contains("log") || isNearName(name);
    }
    if (name.equals(DENY_NAME)) {
      return true;
    }
    return letters.contains("log")
        && (WORDS.matcher(letters).matches()
            || (isNearName(name) && !OTHER_LOGS.matcher(letters).find()));
  }

  private static boolean isNearName(String name) {
    return DidYouMean.of(name, NAMES) != null;
  }

  private static boolean isLikeOurs(String domain) {
    boolean known = domain.endsWith("gke.io") || domain.endsWith("k8s.io");
    boolean network = domain.contains("net") || domain.contains("polic");
    return (known && network)
        || domain.equals("gke.io")
        || DidYouMean.of(domain, List.of(DOMAIN)) != null;
  }

  private static boolean mentionsLog(String key, int from) {
    for (int i = from; i + 2 < key.length(); i++) {
      if ((key.charAt(i) | ' ') == 'l'
          && (key.charAt(i + 1) | ' ') == 'o'
          && (key.charAt(i + 2) | ' ') == 'g') {
        return true;
      }
    }
    return false;
  }
}
