package dev.netlog.coverage.oracle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Values of `k8s.ovn.org/acl-logging`, with what they mean by hand.
///
/// @param allow the severity, empty for off, `!` for off by a mistake
/// @param deny the same
/// @param pass the same
record AclTexts(String allow, String deny, String pass) {
  private static final AclTexts BROKEN = new AclTexts("!", "!", "!");

  private static final Map<String, AclTexts> ALL = all();

  private static final List<String> SEVERITIES =
      List.of("alert", "warning", "notice", "info", "debug", "");
  private static final Pattern PLAIN =
      Pattern.compile("[{](\"(allow|deny|pass)\": ?\"[a-zA-Z]*\"(, ?)?)+[}]");
  private static final Pattern MEMBER = Pattern.compile("\"([a-z]+)\": ?\"([a-zA-Z]*)\"");

  static AclTexts of(String text) {
    AclTexts known = ALL.get(text);
    if (known == null && PLAIN.matcher(text).matches()) {
      return plain(text);
    }
    if (known == null) {
      throw new IllegalArgumentException("no meaning noted for " + text);
    }
    return known;
  }

  /// The meaning of an object that has nothing but strings.
  private static AclTexts plain(String text) {
    Map<String, String> members = new LinkedHashMap<>();
    MEMBER
        .matcher(text)
        .results()
        .forEach(each -> members.put(each.group(1), known(each.group(2))));
    return new AclTexts(
        members.getOrDefault("allow", ""),
        members.getOrDefault("deny", ""),
        members.getOrDefault("pass", ""));
  }

  private static String known(String severity) {
    return SEVERITIES.contains(severity) ? severity : "!";
  }

  static List<String> texts() {
    return List.copyOf(ALL.keySet());
  }

  /// The first ones, which are in order.
  static List<String> fine() {
    return texts().subList(0, 9);
  }

  boolean hasMistake() {
    return allow.equals("!") || deny.equals("!") || pass.equals("!");
  }

  String severity(String verdict) {
    return switch (verdict) {
      case "allow" -> allow;
      case "deny" -> deny;
      default -> pass;
    };
  }

  private static Map<String, AclTexts> all() {
    Map<String, AclTexts> all = new LinkedHashMap<>();
    all.put("{\"allow\":\"info\",\"deny\":\"notice\"}", new AclTexts("info", "notice", ""));
    all.put("{\"deny\":\"alert\"}", new AclTexts("", "alert", ""));
    all.put("{\"allow\":\"debug\"}", new AclTexts("debug", "", ""));
    all.put(
        "{\"allow\":\"alert\",\"deny\":\"warning\",\"pass\":\"info\"}",
        new AclTexts("alert", "warning", "info"));
    all.put("{\"pass\":\"notice\"}", new AclTexts("", "", "notice"));
    all.put("{\"DENY\":\"warning\",\"Allow\":null}", new AclTexts("", "warning", ""));
    all.put("{\"other\":1,\"allow\":\"notice\"}", new AclTexts("notice", "", ""));
    all.put("{\"deny\":\"alert\",\"deny\":null}", new AclTexts("", "alert", ""));
    all.put("{\"allow\":\"\",\"deny\":\"info\"}", new AclTexts("", "info", ""));
    all.put("{}", new AclTexts("", "", ""));
    all.put("", new AclTexts("", "", ""));
    all.put("null", new AclTexts("", "", ""));
    all.put("{\"deny\":\"loud\",\"allow\":\"info\"}", new AclTexts("info", "!", ""));
    all.put("{\"allow\":\"INFO\"}", new AclTexts("!", "", ""));
    all.put("{\"pass\":\"loud\",\"deny\":\"alert\"}", new AclTexts("", "alert", "!"));
    all.put("{\"pass\":3,\"deny\":\"alert\"}", BROKEN);
    all.put("{\"allow\":\"info\",\"deny\":true}", BROKEN);
    all.put("deny: alert", BROKEN);
    all.put("yes", BROKEN);
    all.put("{\"deny\": 5}", BROKEN);
    all.put("[]", BROKEN);
    all.put("{\"deny\":\"alert\"} x", BROKEN);
    return all;
  }
}
