package dev.netlog.network;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One IP address as a number of 128 bits. IPv4 is mapped to `::ffff:0:0/96`.
///
/// @param high the first eight bytes
/// @param low the last eight bytes
record IpAddress(long high, long low) {
  private static final int GROUPS = 8;
  private static final int LONGEST = 45;
  private static final long MAPPED = 0xffffL << 32;

  boolean isIpv4() {
    return high == 0 && low >>> 32 == 0xffffL;
  }

  /// Parses an address as Go's `netip.ParseAddr` does, but without a zone; null if it is invalid.
  static @Nullable IpAddress parse(String text) {
    if (text.length() > LONGEST) {
      return null;
    }
    return text.indexOf(':') < 0 ? ipv4(text) : ipv6(text);
  }

  private static @Nullable IpAddress ipv4(String text) {
    long number = ipv4Number(text);
    return number < 0 ? null : new IpAddress(0, MAPPED | number);
  }

  /// The number of four decimal fields without leading zeros, or -1.
  private static long ipv4Number(String text) {
    String[] fields = text.split("\\.", -1);
    if (fields.length != 4) {
      return -1;
    }
    long number = 0;
    for (String field : fields) {
      int value = Digits.number(field, 10, 3);
      if (value < 0 || value > 255 || (field.length() > 1 && field.charAt(0) == '0')) {
        return -1;
      }
      number = number << 8 | value;
    }
    return number;
  }

  private static @Nullable IpAddress ipv6(String text) {
    int gap = text.indexOf("::");
    List<Integer> groups = groups(gap < 0 ? text : text.substring(0, gap), gap < 0);
    if (groups == null) {
      return null;
    }
    if (gap >= 0) {
      List<Integer> after = groups(text.substring(gap + 2), true);
      if (after == null || groups.size() + after.size() >= GROUPS) {
        return null;
      }
      while (groups.size() + after.size() < GROUPS) {
        groups.add(0);
      }
      groups.addAll(after);
    }
    return groups.size() == GROUPS ? of(groups) : null;
  }

  private static IpAddress of(List<Integer> groups) {
    long high = 0;
    long low = 0;
    for (int i = 0; i < GROUPS / 2; i++) {
      high = high << 16 | groups.get(i);
      low = low << 16 | groups.get(i + GROUPS / 2);
    }
    return new IpAddress(high, low);
  }

  /// The groups of a part without `::`; null if one is invalid. The last two may be an IPv4 address
  /// if the text ends here.
  private static @Nullable List<Integer> groups(String text, boolean atEnd) {
    List<Integer> groups = new ArrayList<>();
    if (text.isEmpty()) {
      return groups;
    }
    String[] fields = text.split(":", -1);
    for (int i = 0; i < fields.length; i++) {
      if (atEnd && i == fields.length - 1 && fields[i].indexOf('.') >= 0) {
        long number = ipv4Number(fields[i]);
        if (number < 0) {
          return null;
        }
        groups.add((int) (number >>> 16));
        groups.add((int) (number & 0xffff));
        continue;
      }
      int group = Digits.number(fields[i], 16, 4);
      if (group < 0) {
        return null;
      }
      groups.add(group);
    }
    return groups;
  }

  /// The address as [RFC 5952](https://www.rfc-editor.org/rfc/rfc5952) writes it, IPv4 as four
  /// decimal numbers.
  @Override
  public String toString() {
    if (isIpv4()) {
      return ((low >>> 24) & 255)
          + "."
          + ((low >>> 16) & 255)
          + "."
          + ((low >>> 8) & 255)
          + "."
          + (low & 255);
    }
    int gap = longestZeros();
    int length = gap < 0 ? 0 : zerosFrom(gap);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == gap) {
        text.append("::");
        i += length - 1;
      } else {
        text.append(text.isEmpty() || text.charAt(text.length() - 1) == ':' ? "" : ":");
        text.append(Integer.toHexString(group(i)));
      }
    }
    return text.toString();
  }

  private int group(int index) {
    long half = index < GROUPS / 2 ? high : low;
    return (int) (half >>> (48 - index % 4 * 16)) & 0xffff;
  }

  /// The start of the first longest run of zeros, -1 if none has two groups.
  private int longestZeros() {
    int best = -1;
    for (int i = 0; i < GROUPS; i++) {
      if (zerosFrom(i) > (best < 0 ? 1 : zerosFrom(best))) {
        best = i;
      }
    }
    return best;
  }

  private int zerosFrom(int index) {
    int end = index;
    while (end < GROUPS && group(end) == 0) {
      end++;
    }
    return end - index;
  }
}
