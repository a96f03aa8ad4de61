package dev.netlog.platform.ovn.acl;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Repairs slips whose meaning is not in doubt, in an object of strings that is almost JSON.
public final class JsonRepair {
  /// What editors, shells and copied web pages leave around a value, blanks of all kinds included.
  private static final Pattern AROUND =
      Pattern.compile(
          "^[\\s\\p{Z}\\p{Cf}\\p{Cc}'\"`]+(?=\\{)|(?<=\\})[\\s\\p{Z}\\p{Cf}\\p{Cc}'\"`;,]+$");

  private static final Pattern TRAILING_COMMA = Pattern.compile(",(?=\\s*\\}\\s*$)");

  private static final List<UnaryOperator<String>> STEPS =
      List.of(
          text -> AROUND.matcher(text).replaceAll(""),
          text -> TRAILING_COMMA.matcher(text).replaceAll(""),
          text -> text.indexOf('"') < 0 ? text.replace('\'', '"') : text,
          text -> text.replace('\u201c', '"').replace('\u201d', '"'),
          JsonRepair::withCommas);

  /// Beyond this nobody has typed the value, and looking for the end of blanks would take its time.
  public static final int LIMIT = 2_000;

  private JsonRepair() {}

  /// The text as an object with members that OVN-Kubernetes reads, or null where that takes more
  /// than the known steps. Steps are taken one after the other, as few as are needed.
  static @Nullable String of(String text) {
    if (text.length() > LIMIT) {
      return null;
    }
    String repaired = text;
    for (UnaryOperator<String> step : STEPS) {
      repaired = step.apply(repaired);
      if (!repaired.isEmpty() && isPlain(repaired)) {
        return repaired;
      }
    }
    return null;
  }

  /// Puts a comma wherever the grammar finds the next key and none before it, never inside a
  /// string.
  private static String withCommas(String text) {
    String repaired = text;
    while (AclLogging.parse(repaired) instanceof AclLogging.NotJson(JsonText.Malformed problem)
        && problem.lacksComma()) {
      int end = repaired.substring(0, problem.start()).stripTrailing().length();
      repaired = repaired.substring(0, end) + "," + repaired.substring(end);
    }
    return repaired;
  }

  private static boolean isPlain(String text) {
    return AclLogging.parse(text) instanceof AclLogging.Members read
        && !read.members().isEmpty()
        && read.members().stream().allMatch(member -> member.field() != null);
  }
}
