package dev.netlog.coverage.connectivity;

import dev.netlog.coverage.oracle.Tree;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Addresses and ports on both sides of where a rule begins and ends to match.
final class Boundaries {
  private static final int LAST_PORT = 65535;

  private Boundaries() {}

  /// The first and last address of a block and of its exceptions, and those beside them.
  static List<String> addresses(Tree block) {
    Set<String> addresses = new TreeSet<>();
    add(block.get("cidr").text(""), addresses);
    block.get("except").items().forEach(each -> add(each.text(""), addresses));
    return List.copyOf(addresses);
  }

  private static void add(String cidr, Set<String> addresses) {
    int slash = cidr.indexOf('/');
    byte[] bytes = literal(cidr.substring(0, slash)).getAddress();
    int bits = bytes.length * 8 - Integer.parseInt(cidr.substring(slash + 1));
    BigInteger first = new BigInteger(1, bytes).shiftRight(bits).shiftLeft(bits);
    BigInteger last = first.add(BigInteger.ONE.shiftLeft(bits)).subtract(BigInteger.ONE);
    for (BigInteger each :
        List.of(first, last, first.subtract(BigInteger.ONE), last.add(BigInteger.ONE))) {
      if (each.signum() >= 0 && each.bitLength() <= bytes.length * 8) {
        addresses.add(text(each, bytes.length));
      }
    }
  }

  /// No name is looked up: a policy whose block holds one is refused before.
  private static InetAddress literal(String text) {
    return InetAddress.ofLiteral(text);
  }

  private static String text(BigInteger number, int length) {
    byte[] bytes = new byte[length];
    byte[] digits = number.toByteArray();
    for (int i = 1; i <= Math.min(length, digits.length); i++) {
      bytes[length - i] = digits[digits.length - i];
    }
    try {
      return InetAddress.getByAddress(bytes).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The ports of an entry of `ports` and those beside them; none where it names no number.
  static List<Integer> ports(Tree entry) {
    Integer first = entry.get("port").number();
    if (first == null) {
      return List.of();
    }
    Integer last = entry.get("endPort").number();
    int end = last == null ? first : last;
    List<Integer> ports = new ArrayList<>();
    for (int port : new int[] {first - 1, first, first + (end - first) / 2, end, end + 1}) {
      if (port >= 1 && port <= LAST_PORT) {
        ports.add(port);
      }
    }
    return ports;
  }
}
