package dev.netlog.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The tables are what Go 1.26 makes of these texts (`net.ParseCIDR`, `net.ParseIP`).
class AddressesTest {
  private static Ranges block(String text) {
    return Objects.requireNonNull(Addresses.cidr(text), text);
  }

  private static Ranges one(String text) {
    return Objects.requireNonNull(Addresses.address(text), text);
  }

  private static String text(UInt128 number) {
    return new IpAddress(number.high(), number.low()).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, 0.0.0.0, 255.255.255.255",
    "10.0.0.0/8, 10.0.0.0, 10.255.255.255",
    "10.1.2.3/8, 10.0.0.0, 10.255.255.255",
    "192.168.1.1/32, 192.168.1.1, 192.168.1.1",
    "255.255.255.255/32, 255.255.255.255, 255.255.255.255",
    "128.0.0.0/1, 128.0.0.0, 255.255.255.255",
    "10.1.2.3/31, 10.1.2.2, 10.1.2.3",
    "10.0.0.0/08, 10.0.0.0, 10.255.255.255",
    "10.0.0.0/0000000000000000000000008, 10.0.0.0, 10.255.255.255",
    "::/128, ::, ::",
    "::1/128, ::1, ::1",
    "2001:db8::/32, 2001:db8::, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff",
    "2001:DB8::1/64, 2001:db8::, 2001:db8::ffff:ffff:ffff:ffff",
    "2001:db8:0:0:0:0:0:1/128, 2001:db8::1, 2001:db8::1",
    "1:2:3:4:5:6:7:8/128, 1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
    "1:2:3:4:5:6:7::/128, 1:2:3:4:5:6:7:0, 1:2:3:4:5:6:7:0",
    "::2:3:4:5:6:7:8/128, 0:2:3:4:5:6:7:8, 0:2:3:4:5:6:7:8",
    "::ffff:10.0.0.0/104, 10.0.0.0, 10.255.255.255",
    "::ffff:10.1.2.3/128, 10.1.2.3, 10.1.2.3",
    "::ffff:a01:203/96, 0.0.0.0, 255.255.255.255",
    "::ffff:0:0/96, 0.0.0.0, 255.255.255.255",
    "::FFFF:1.2.3.4/120, 1.2.3.0, 1.2.3.255",
    "0:0:0:0:0:ffff:10.0.0.1/128, 10.0.0.1, 10.0.0.1",
    "::ffff:10.0.0.0/95, ::fffe:0:0, ::fffe:ffff:ffff",
    "::ffff:0:10.0.0.1/128, ::ffff:0:a00:1, ::ffff:0:a00:1",
    "::1.2.3.4/128, ::102:304, ::102:304",
    "64:ff9b::1.2.3.4/128, 64:ff9b::102:304, 64:ff9b::102:304",
    "1:2:3:4:5:6:1.2.3.4/128, 1:2:3:4:5:6:102:304, 1:2:3:4:5:6:102:304",
    "1:2:3:4:5::1.2.3.4/128, 1:2:3:4:5:0:102:304, 1:2:3:4:5:0:102:304",
    "8000::/1, 8000::, ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
    "::1:0:0:0:0/128, 0:0:0:1::, 0:0:0:1::",
    "1:0:0:2::/127, 1:0:0:2::, 1:0:0:2::1",
  })
  void aBlockIsWhatGoMakesOfIt(String text, String first, String last) {
    Ranges block = block(text);
    assertThat(block.size()).isOne();
    assertThat(text(block.first(0))).isEqualTo(first);
    assertThat(text(block.last(0))).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "10.0.0.0/33",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/",
        "10.0.0.0",
        "/8",
        "",
        "/",
        "10.0.0.0/8/8",
        "10.0.0.0 /8",
        " 10.0.0.0/8",
        "10.0.0.0/8 ",
        "10.0.0.0/8\n",
        "10.0.0.0/99999999999999999999",
        "10.0.0.0/4294967304",
        "010.0.0.0/8",
        "10.00.0.0/8",
        "10.0.0.256/8",
        "10.0.0.1000/8",
        "10.0.0/8",
        "10/8",
        "10.0.0.0.0/8",
        "10..0.0/8",
        ".10.0.0/8",
        "10.0.0./8",
        "10.0.0.-1/8",
        "10.0.0.+1/8",
        "0x0a.0.0.0/8",
        "١٠.0.0.0/8",
        "10.0.0.0/٨",
        "localhost/8",
        "1:2:3:4:5:6:7:8::/128",
        "1::2:3:4:5:6:7:8/128",
        "1:2:3:4:5:6:7/128",
        "1:2:3:4:5:6:7:8:9/128",
        "1::2::3/128",
        ":::/128",
        ":/128",
        ":1:2:3:4:5:6:7/128",
        "1:2:3:4:5:6:7:/128",
        "12345::/128",
        "00001::/128",
        "g::/128",
        "+1::/128",
        "::%eth0/128",
        "fe80::1%eth0/64",
        "[::1]/128",
        "::/129",
        "::/-1",
        "::ffff:1.2.3/128",
        "::ffff:1.2.3.04/128",
        "::ffff:1.2.3.4:5/128",
        "1.2.3.4::/128",
        "1:2:3:4:5:6:7:1.2.3.4/128",
        "1:2:3:4:5:1.2.3.4/128",
        "1:2:3:4:5:6::1.2.3.4/128",
      })
  void whatGoRefusesIsNoBlock(String text) {
    assertThat(Addresses.cidr(text)).isNull();
  }

  @Test
  void aLongTextIsRefused() {
    assertThat(Addresses.cidr("1".repeat(1_000_000) + "/8")).isNull();
    assertThat(Addresses.cidr("10.0.0.0/" + "0".repeat(1_000_000))).isEqualTo(Addresses.ipv4());
    assertThat(Addresses.address(":".repeat(1_000_000))).isNull();
  }

  @Test
  void theLongestAddressIsRead() {
    assertThat(Addresses.address("0000:0000:0000:0000:0000:ffff:255.255.255.255"))
        .isEqualTo(one("255.255.255.255"));
  }

  @Test
  void aBlockOfIpv6LeavesIpv4Out() {
    assertThat(block("::/0").intersects(Addresses.ipv4())).isFalse();
    assertThat(block("::/0").union(Addresses.ipv4())).isEqualTo(Addresses.ipv4AndIpv6());
    assertThat(block("::ffff:0.0.0.0/80").intersects(Addresses.ipv4())).isFalse();
    assertThat(text(block("::ffff:0.0.0.0/80").last(0))).isEqualTo("::fffe:ffff:ffff");
    assertThat(Addresses.ipv4AndIpv6()).isEqualTo(Ranges.of(0, 0, -1, -1));
    assertThat(Addresses.ipv4()).isEqualTo(block("0.0.0.0/0"));
  }

  @Test
  void anAddressIsASetOfOne() {
    assertThat(one("10.0.0.1")).isEqualTo(block("10.0.0.1/32"));
    assertThat(one("::ffff:10.0.0.1")).isEqualTo(one("10.0.0.1"));
    assertThat(one("2001:DB8::1")).isEqualTo(block("2001:db8::1/128"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"10.0.0.0/8", "example.com", "", "fe80::1%eth0", "10.0.0.01", "1", "0x7f.1"})
  void whatIsNoAddressIsNone(String text) {
    assertThat(Addresses.address(text)).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0, 203.0.113.1",
    "203.0.113.0/24, 203.0.113.1",
    "198.51.100.0/23, 198.51.100.1",
    "192.0.0.0/8, 192.0.2.1",
    "2001:db8::/32, 2001:db8::1",
    "::/0, 2001:db8::1",
    "10.1.2.3/8, 10.0.0.0",
    "203.0.113.2/32, 203.0.113.2",
    "fe80::/10, fe80::",
    "8000::/1, 8000::",
  })
  void documentationAddressesArePickedFirst(String block, String picked) {
    assertThat(Addresses.pick(block(block))).isEqualTo(picked);
  }

  @Test
  void nothingCanBePickedFromNothing() {
    assertThatThrownBy(() -> Addresses.pick(Ranges.empty())).hasMessage("no address to pick from");
  }
}
