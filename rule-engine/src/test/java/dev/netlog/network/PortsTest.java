package dev.netlog.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netlog.network.Ports.Port;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PortsTest {

  @Test
  void protocolsDoNotMeet() {
    for (Protocol one : Protocol.values()) {
      for (Protocol other : Protocol.values()) {
        assertThat(Ports.all(one).intersects(Ports.all(other))).isEqualTo(one == other);
      }
    }
  }

  @Test
  void allPortsAreThoseOfThreeProtocolsWithoutPort0() {
    assertThat(Ports.all())
        .isEqualTo(
            Ranges.unionOf(
                List.of(Ranges.of(1, 65535), Ranges.of(65537, 131071), Ranges.of(131073, 196607))));
    assertThat(Ports.all(Protocol.UDP)).isEqualTo(Ports.of(Protocol.UDP, 1, 65535));
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 65536", "2, 1", "-5, 7"})
  void portsOutside1To65535AreRefused(int from, int to) {
    assertThatThrownBy(() -> Ports.of(Protocol.TCP, from, to))
        .hasMessage("no ports: " + from + " to " + to);
  }

  @Test
  void theFirstAndTheLastPortArePorts() {
    for (Protocol protocol : Protocol.values()) {
      assertThat(Ports.pick(Ports.of(protocol, 1, 1))).isEqualTo(new Port(protocol, 1));
      assertThat(Ports.pick(Ports.of(protocol, 65535, 65535))).isEqualTo(new Port(protocol, 65535));
    }
  }

  @ParameterizedTest
  @CsvSource({"1, 65535, 443", "444, 9000, 8080", "400, 442, 400", "8081, 8090, 8081"})
  void aKnownPortIsPickedBeforeTheSmallest(int from, int to, int picked) {
    assertThat(Ports.pick(Ports.of(Protocol.UDP, from, to)))
        .isEqualTo(new Port(Protocol.UDP, picked));
  }

  @Test
  void tcpIsPickedBeforeUdpBeforeSctp() {
    assertThat(Ports.pick(Ports.all())).isEqualTo(new Port(Protocol.TCP, 443));
    Ranges small = Ports.of(Protocol.TCP, 9, 9).union(Ports.all(Protocol.UDP));
    assertThat(Ports.pick(small)).isEqualTo(new Port(Protocol.TCP, 9));
    assertThat(Ports.pick(Ports.all().minus(Ports.all(Protocol.TCP))))
        .isEqualTo(new Port(Protocol.UDP, 443));
    assertThatThrownBy(() -> Ports.pick(Ranges.empty())).hasMessage("no port to pick from");
  }

  @Test
  void theHighestPortIsThatOfTheLastProtocol() {
    assertThat(Ports.highest(Ports.all())).isEqualTo(65535);
    assertThat(Ports.highest(Ports.of(Protocol.SCTP, 1, 7).union(Ports.all(Protocol.TCP))))
        .isEqualTo(7);
    assertThat(Ports.highest(Ports.of(Protocol.UDP, 5, 5))).isEqualTo(5);
    assertThatThrownBy(() -> Ports.highest(Ranges.empty()))
        .hasMessage("no port is the highest of none");
  }

  @Test
  void protocolsAreKnownByTheirExactNames() {
    assertThat(Protocol.of("TCP")).isEqualTo(Protocol.TCP);
    assertThat(Protocol.of("UDP")).isEqualTo(Protocol.UDP);
    assertThat(Protocol.of("SCTP")).isEqualTo(Protocol.SCTP);
    assertThat(Protocol.of("tcp")).isNull();
    assertThat(Protocol.of("")).isNull();
    assertThat(Protocol.of("ICMP")).isNull();
  }
}
