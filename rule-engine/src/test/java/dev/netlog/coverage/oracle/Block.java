package dev.netlog.coverage.oracle;

import org.jspecify.annotations.Nullable;

/// A CIDR as the addresses from first to last.
record Block(long first, long last) {
  static Block of(String cidr) {
    Block block = parse(cidr);
    if (block == null) {
      throw new IllegalArgumentException("no CIDR: " + cidr);
    }
    return block;
  }

  /// The addresses of an IPv4 CIDR; null where Go's ParseCIDR refuses the text.
  static @Nullable Block parse(String cidr) {
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
