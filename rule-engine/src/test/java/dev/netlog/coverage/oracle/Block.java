package dev.netlog.coverage.oracle;

import org.jspecify.annotations.Nullable;

/// A CIDR as the addresses from first to last. Of an IPv6 address only the first 32 bits are told
/// apart, behind all IPv4 addresses.
record Block(long first, long last) {
  /// The first IPv6 address.
  static final long IPV6 = 1L << 40;

  private static final long SIZE = 1L << 32;

  boolean isIpv6() {
    return first >= IPV6;
  }

  /// Whether no address of the family follows.
  boolean isAtEnd() {
    return last == (isIpv6() ? IPV6 : 0) + SIZE - 1;
  }

  private static Block ipv6(String cidr) {
    int slash = cidr.indexOf('/');
    String[] groups = cidr.substring(0, cidr.indexOf("::")).split(":", -1);
    if (groups.length > 2 || !cidr.substring(0, slash).endsWith("::")) {
      throw new IllegalArgumentException("more than the first 32 bits: " + cidr);
    }
    long address = 0;
    for (int i = 0; i < 2; i++) {
      boolean given = i < groups.length && !groups[i].isEmpty();
      address = address * 65536 + (given ? Integer.parseInt(groups[i], 16) : 0);
    }
    long size = 1L << (32 - Integer.parseInt(cidr.substring(slash + 1)));
    long first = IPV6 + address / size * size;
    return new Block(first, first + size - 1);
  }

  static Block of(String cidr) {
    Block block = parse(cidr);
    if (block == null) {
      throw new IllegalArgumentException("no CIDR: " + cidr);
    }
    return block;
  }

  /// The addresses of a CIDR; null where Go's ParseCIDR refuses the text.
  static @Nullable Block parse(String cidr) {
    if (cidr.contains(":")) {
      return ipv6(cidr);
    }
    if (!cidr.matches("((0|[1-9][0-9]{0,2})[.]){3}(0|[1-9][0-9]{0,2})/[0-9]{1,2}")) {
      return null;
    }
    int slash = cidr.indexOf('/');
    long address = 0;
    for (String part : cidr.substring(0, slash).split("\\.", -1)) {
      int number = Integer.parseInt(part);
      if (number > 255) {
        return null;
      }
      address = address * 256 + number;
    }
    int bits = Integer.parseInt(cidr.substring(slash + 1));
    if (bits > 32) {
      return null;
    }
    long size = 1L << (32 - bits);
    long first = address / size * size;
    return new Block(first, first + size - 1);
  }

  boolean contains(long address) {
    return first <= address && address <= last;
  }

  boolean contains(Block other) {
    return first <= other.first && other.last <= last;
  }
}
