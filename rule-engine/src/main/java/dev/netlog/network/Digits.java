package dev.netlog.network;

/// Parses numbers of ASCII digits: `Integer.parseInt` also accepts signs and digits of other
/// scripts.
final class Digits {
  private Digits() {}

  /// The number, or -1 for an empty text, another character or too many digits.
  static int number(String text, int radix, int mostDigits) {
    if (text.isEmpty() || text.length() > mostDigits) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int digit = c < 128 ? Character.digit(c, radix) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number * radix + digit;
    }
    return number;
  }
}
