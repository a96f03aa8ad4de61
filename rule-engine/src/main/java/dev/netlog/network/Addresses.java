package dev.netlog.network;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// IP addresses as [Ranges]. An IPv4 address is represented by its IPv4-mapped IPv6 address, so
/// both families share one range of numbers; an IPv6 block never includes the IPv4 part.
///
/// Texts are parsed as by Go's `net.ParseCIDR` and `net.ParseIP`, since the programs in a cluster
/// are written in Go. DNS is never used.
public final class Addresses {
  private static final int BITS = 128;
  private static final int IPV4_BITS = 32;
  private static final Ranges IPV4 = block(new IpAddress(0, 0xffffL << 32), BITS - IPV4_BITS);
  private static final Ranges IPV6 = Ranges.of(0, 0, -1, -1).minus(IPV4);

  /// Addresses reserved for documentation, by [RFC 5737](https://www.rfc-editor.org/rfc/rfc5737)
  /// and [RFC 3849](https://www.rfc-editor.org/rfc/rfc3849).
  private static final List<IpAddress> READABLE =
      List.of(
          known("203.0.113.1"), known("198.51.100.1"), known("192.0.2.1"), known("2001:db8::1"));

  private Addresses() {}

  /// Every IPv4 address.
  public static Ranges ipv4() {
    return IPV4;
  }

  /// Every address.
  public static Ranges ipv4AndIpv6() {
    return IPV4.union(IPV6);
  }

  /// The addresses of a block such as `10.0.0.0/8`, or null if the text is invalid. Host bits may
  /// be set; an IPv4-mapped block such as `::ffff:10.0.0.0/104` is an IPv4 block.
  public static @Nullable Ranges cidr(String text) {
    int slash = text.indexOf('/');
    IpAddress address = slash < 0 ? null : IpAddress.parse(text.substring(0, slash));
    if (address == null) {
      return null;
    }
    int most = text.indexOf(':') < 0 ? IPV4_BITS : BITS;
    int prefix = prefix(text.substring(slash + 1));
    if (prefix < 0 || prefix > most) {
      return null;
    }
    int bits = prefix + BITS - most;
    Ranges block = block(address, bits);
    return address.isIpv4() && bits >= BITS - IPV4_BITS ? block : block.minus(IPV4);
  }

  /// The same, but accepts leading zeros in the numbers of the address, as API servers do in older
  /// fields ([ParseCIDRSloppy](https://pkg.go.dev/k8s.io/utils/net#ParseCIDRSloppy)).
  public static @Nullable Ranges sloppyCidr(String text) {
    return cidr(withoutZeros(text));
  }

  private static String withoutZeros(String text) {
    StringBuilder kept = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      boolean first = kept.isEmpty() || ".:".indexOf(kept.charAt(kept.length() - 1)) >= 0;
      boolean more = i + 1 < text.length() && Character.digit(text.charAt(i + 1), 16) >= 0;
      if (!(first && more && text.charAt(i) == '0')) {
        kept.append(text.charAt(i));
      }
    }
    return kept.toString();
  }

  /// The set of one address such as `10.0.0.1`, or null if the text is invalid.
  public static @Nullable Ranges address(String text) {
    IpAddress address = IpAddress.parse(text);
    return address == null ? null : block(address, BITS);
  }

  /// A member for examples in reports: one of the documentation addresses 203.0.113.1,
  /// 198.51.100.1, 192.0.2.1 and 2001:db8::1 if one is a member, else the first member.
  ///
  /// @throws IllegalStateException where the set is empty
  public static String pick(Ranges addresses) {
    if (addresses.isEmpty()) {
      throw new IllegalStateException("no address to pick from");
    }
    for (IpAddress readable : READABLE) {
      if (addresses.has(readable.high(), readable.low())) {
        return readable.toString();
      }
    }
    UInt128 first = addresses.first(0);
    return new IpAddress(first.high(), first.low()).toString();
  }

  /// Parses a prefix length as Go does: decimal digits with any number of leading zeros; -1 if
  /// invalid.
  private static int prefix(String text) {
    int start = 0;
    while (start < text.length() - 1 && text.charAt(start) == '0') {
      start++;
    }
    return Digits.number(text.substring(start), 10, 3);
  }

  /// The addresses that share a number of leading bits with this one.
  private static Ranges block(IpAddress address, int bits) {
    long highMask = mask(bits);
    long lowMask = mask(bits - 64);
    return Ranges.of(
        address.high() & highMask,
        address.low() & lowMask,
        address.high() | ~highMask,
        address.low() | ~lowMask);
  }

  private static long mask(int bits) {
    return bits <= 0 ? 0 : bits >= 64 ? -1 : -1L << (64 - bits);
  }

  private static IpAddress known(String text) {
    return Objects.requireNonNull(IpAddress.parse(text));
  }
}
