package dev.netlog.io.text;

import java.util.Comparator;

/// Orders texts by code point, which equals the order of their UTF-8 bytes; `String` compares by
/// UTF-16 unit.
public enum PathOrder implements Comparator<String> {
  INSTANCE;

  @Override
  public int compare(String a, String b) {
    int shorter = Math.min(a.length(), b.length());
    for (int i = 0; i < shorter; i++) {
      char x = a.charAt(i);
      char y = b.charAt(i);
      if (x == y) {
        continue;
      }
      boolean bothOrNone = Character.isSurrogate(x) == Character.isSurrogate(y);
      return bothOrNone ? Character.compare(x, y) : Character.isSurrogate(x) ? 1 : -1;
    }
    return Integer.compare(a.length(), b.length());
  }
}
