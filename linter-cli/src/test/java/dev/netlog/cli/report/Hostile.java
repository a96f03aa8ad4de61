package dev.netlog.cli.report;

import java.util.regex.Pattern;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/// Texts that try to do harm where they are printed, and what none of them may achieve.
public final class Hostile {
  private static final Pattern CODES = Pattern.compile("\u001b\\[[0-9;]*m");
  private static final Pattern OBEYED =
      Pattern.compile(
          "[\\p{Cc}\\p{Zl}\\p{Zp}\\x{61c}\\x{200b}-\\x{200f}\\x{202a}-\\x{202e}\\x{2060}-\\x{2069}\\x{feff}\\x{e0000}-\\x{e007f}]");

  private Hostile() {}

  /// Texts made of pieces that mean something to a terminal, a CI log or a format.
  public static Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.oneOf(
            Arbitraries.of(
                "::",
                ":",
                "#",
                "##",
                "[",
                "##[",
                "##[error]",
                "::error::x",
                "\n",
                "\r\n",
                "\r",
                " ",
                "\t",
                "\u001b[31m",
                "\u009b1m",
                "\u0007",
                "\u007f",
                "\u2028",
                "\u2029",
                "\u202e",
                "\u2066",
                "\u061c",
                "\u200b",
                "\ufeff",
                "\udb40\udc41",
                "\ud800",
                "\udc00",
                "\u3000",
                "日本",
                "🚀",
                "e\u0301",
                "a",
                "\"",
                "\\",
                "%0A"),
            Arbitraries.strings().ofMaxLength(3));
    return pieces.list().ofMaxSize(12).map(list -> String.join("", list));
  }

  /// The first harm that a line does, or an empty text.
  public static String harm(String line) {
    String shown = CODES.matcher(line).replaceAll("");
    if (OBEYED.matcher(shown).find()) {
      return "a character that is obeyed: " + shown;
    }
    if (line.contains("##[")) {
      return "an old command: " + shown;
    }
    return line.replace('\u3000', ' ').stripLeading().startsWith("::") ? "a command: " + shown : "";
  }
}
