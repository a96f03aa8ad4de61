package dev.netlog.network.sets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netlog.network.Addresses;
import dev.netlog.network.Label;
import dev.netlog.network.LabelValues;
import dev.netlog.network.NamedPort;
import dev.netlog.network.Ports;
import dev.netlog.network.Protocol;
import dev.netlog.network.Ranges;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConnectionSetTest {
  private static final Box PODS = Box.pods(Addresses.ipv4());
  private static final Box OUTSIDE = Box.outside(Addresses.ipv4());
  private static final Label APP = new Label(Label.Owner.POD, "app");
  private static final NamedPort HTTP = new NamedPort(Protocol.TCP, "http");

  private static Box known(@Nullable Box box) {
    return Objects.requireNonNull(box);
  }

  private static Box tcp(Box box, int from, int to) {
    return known(box.withPorts(Ports.of(Protocol.TCP, from, to)));
  }

  private static Box app(String... values) {
    return known(PODS.withLabel(APP, LabelValues.in(Set.of(values))));
  }

  @Test
  void everythingIsPodsAndOutside() {
    assertThat(ConnectionSet.everything(Addresses.ipv4()).boxes()).containsExactly(OUTSIDE, PODS);
    assertThat(ConnectionSet.everything(Addresses.ipv4()).isEmpty()).isFalse();
    assertThat(ConnectionSet.of(List.of())).isEqualTo(ConnectionSet.empty());
    assertThatThrownBy(() -> Box.pods(Ranges.empty())).hasMessage("a box has an address");
  }

  @Test
  void boxesThatDifferInOneDimensionAreOne() {
    assertThat(ConnectionSet.of(List.of(tcp(PODS, 1, 80), tcp(PODS, 81, 65535))).boxes())
        .containsExactly(known(PODS.withPorts(Ports.all(Protocol.TCP))));
    assertThat(ConnectionSet.of(List.of(app("a"), app("b"))).boxes())
        .containsExactly(app("a", "b"));
    Box with = known(PODS.withNamedPort(HTTP, true));
    Box without = known(PODS.withNamedPort(HTTP, false));
    assertThat(ConnectionSet.of(List.of(with, without)).boxes()).containsExactly(PODS);
    Box some = known(OUTSIDE.withAddresses(known("10.0.0.0/9")));
    Box others = known(OUTSIDE.withAddresses(known("10.128.0.0/9")));
    assertThat(ConnectionSet.of(List.of(others, some)).boxes())
        .containsExactly(known(OUTSIDE.withAddresses(known("10.0.0.0/8"))));
  }

  private static Ranges known(String cidr) {
    return Objects.requireNonNull(Addresses.cidr(cidr));
  }

  @Test
  void boxesThatDifferInTwoDimensionsStayTwo() {
    assertThat(ConnectionSet.of(List.of(tcp(app("a"), 1, 1), tcp(app("b"), 2, 2))).boxes())
        .hasSize(2);
    assertThat(ConnectionSet.of(List.of(PODS, OUTSIDE)).boxes()).hasSize(2);
  }

  @Test
  void whatLiesInAnotherBoxIsDropped() {
    assertThat(ConnectionSet.of(List.of(tcp(app("a"), 80, 80), app("a", "b"), app("a"))).boxes())
        .containsExactly(app("a", "b"));
  }

  @Test
  void thousandsOfPortsBecomeOneBox() {
    List<Box> boxes = new ArrayList<>();
    for (int port = 65535; port >= 1; port--) {
      boxes.add(tcp(app("a"), port, port));
    }
    assertThat(ConnectionSet.of(boxes).boxes())
        .containsExactly(known(app("a").withPorts(Ports.all(Protocol.TCP))));
  }

  @Test
  void aBoxIsLimitedByWhatItIsTold() {
    Box box = known(tcp(app("b", "a"), 80, 90).withNamedPort(HTTP, true));
    assertThat(box.isPods()).isTrue();
    assertThat(box.ports()).isEqualTo(Ports.of(Protocol.TCP, 80, 90));
    assertThat(box.addresses()).isEqualTo(Addresses.ipv4());
    assertThat(box.labels()).isEqualTo(Map.of(APP, LabelValues.in(Set.of("a", "b"))));
    assertThat(box.namedPorts()).isEqualTo(Map.of(HTTP, true));
    assertThat(box.label(Label.NAMESPACE_NAME)).isEqualTo(LabelValues.present());
    assertThat(PODS.label(APP)).isEqualTo(LabelValues.any());
    assertThat(PODS.labels()).isEmpty();
  }

  @Test
  void aLimitToEverythingIsNone() {
    assertThat(PODS.withLabel(APP, LabelValues.any())).isEqualTo(PODS);
    assertThat(PODS.withLabel(Label.NAMESPACE_NAME, LabelValues.present())).isEqualTo(PODS);
    assertThat(PODS.withLabel(Label.NAMESPACE_NAME, LabelValues.any())).isEqualTo(PODS);
    assertThat(PODS.withAddresses(Addresses.ipv4AndIpv6())).isEqualTo(PODS);
  }

  @Test
  void aContradictionLeavesNoBox() {
    assertThat(app("a").withLabel(APP, LabelValues.in(Set.of("b")))).isNull();
    assertThat(app("a").intersect(app("b"))).isNull();
    assertThat(PODS.withLabel(Label.NAMESPACE_NAME, LabelValues.absent())).isNull();
    assertThat(PODS.withPorts(Ranges.empty())).isNull();
    assertThat(PODS.withAddresses(known("::/0"))).isNull();
    assertThat(known(PODS.withNamedPort(HTTP, true)).withNamedPort(HTTP, false)).isNull();
    assertThat(tcp(PODS, 1, 5).intersect(tcp(PODS, 6, 7))).isNull();
    assertThat(PODS.intersect(OUTSIDE)).isNull();
  }

  @Test
  void aPeerOutsideHasNoLabels() {
    assertThatThrownBy(() -> OUTSIDE.withLabel(APP, LabelValues.present()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("only pods have labels and named ports");
    assertThatThrownBy(() -> OUTSIDE.withNamedPort(HTTP, true))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void labelsOfTheNamespaceAndOfThePodAreTwo() {
    Label namespace = new Label(Label.Owner.NAMESPACE, "app");
    Box box = known(app("a").withLabel(namespace, LabelValues.in(Set.of("b"))));
    assertThat(box.labels()).hasSize(2);
    assertThat(app("a").contains(box)).isTrue();
    assertThat(box.contains(app("a"))).isFalse();
  }

  @Test
  void setsAreShownWithTheirBoxes() {
    assertThat(ConnectionSet.of(List.of(tcp(app("a"), 80, 80))))
        .hasToString("[pods {POD app: in [a]} ports [50] at [ffff00000000-ffffffffffff]]");
  }
}
