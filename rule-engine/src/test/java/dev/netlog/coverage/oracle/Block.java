package dev.netlog.coverage.oracle;

/// A CIDR as the addresses from first to last.
record Block(long first, long last) {
  static Block of(String cidr) {
    int slash = cidr.indexOf('/');
    long address = 0;
    for (String part : cidr.substring(0, slash).split("\\.", -1)) {
      address = address * 256 + Integer.parseInt(part);
    }
    long size = 1L << (32 - Integer.parseInt(cidr.substring(slash + 1)));
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
