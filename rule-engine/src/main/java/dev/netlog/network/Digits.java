package dev.netlog.network;

/// Numbers of ASCII digits only: `Integer.parseInt` takes signs and the digits of other scripts.
final class Digits {
  private Digits() {}

  /// The number, or -1 where there is no digit, another character or more digits than that.
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
