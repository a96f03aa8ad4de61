package dev.netlog.network.sets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.network.Addresses;
import dev.netlog.network.Label;
import dev.netlog.network.LabelValues;
import dev.netlog.network.NamedPort;
import dev.netlog.network.Ports;
import dev.netlog.network.Protocol;
import dev.netlog.network.Ranges;
import dev.netlog.network.sets.Search.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SearchTest {
  private static final Ranges ADDRESSES = Addresses.ipv4();
  private static final Box PODS = Box.pods(ADDRESSES);
  private static final Box OUTSIDE = Box.outside(ADDRESSES);
  private static final ConnectionSet EVERYTHING = ConnectionSet.everything(ADDRESSES);
  private static final Label APP = new Label(Label.Owner.POD, "app");

  private static Box known(@Nullable Box box) {
    return Objects.requireNonNull(box);
  }

  private static Box tcp(Box box, int from, int to) {
    return known(box.withPorts(Ports.of(Protocol.TCP, from, to)));
  }

  private static Box labelled(Box box, Label label, String value) {
    return known(box.withLabel(label, LabelValues.in(Set.of(value))));
  }

  private static Answer uncovered(ConnectionSet wanted, ConnectionSet... others) {
    return new Search(1_000_000).uncovered(wanted, List.of(others));
  }

  private static Box found(Answer answer) {
    assertThat(answer).isInstanceOf(Answer.Some.class);
    return ((Answer.Some) answer).where();
  }

  @Test
  void nothingIsCoveredByNothing() {
    assertThat(uncovered(ConnectionSet.empty())).isEqualTo(new Answer.None());
    assertThat(uncovered(ConnectionSet.empty(), EVERYTHING)).isEqualTo(new Answer.None());
    assertThat(uncovered(EVERYTHING, EVERYTHING)).isEqualTo(new Answer.None());
    assertThat(found(uncovered(EVERYTHING))).isEqualTo(OUTSIDE);
    assertThat(found(uncovered(EVERYTHING, ConnectionSet.empty()))).isEqualTo(OUTSIDE);
  }

  @Test
  void whatASecondPolicyAdmitsBeyondTheFirstIsFoundOutside() {
    ConnectionSet fromIngress =
        ConnectionSet.of(List.of(tcp(labelled(PODS, Label.NAMESPACE_NAME, "ingress"), 8443, 8443)));
    ConnectionSet fromAnywhere =
        ConnectionSet.of(List.of(tcp(PODS, 8443, 8443), tcp(OUTSIDE, 8443, 8443)));
    Box where = found(uncovered(fromAnywhere, fromIngress));
    assertThat(where.isPods()).isFalse();
    assertThat(Addresses.pick(where.addresses())).isEqualTo("203.0.113.1");
    assertThat(Ports.pick(where.ports())).isEqualTo(new Ports.Port(Protocol.TCP, 8443));
    assertThat(uncovered(fromIngress, fromAnywhere)).isEqualTo(new Answer.None());
  }

  @Test
  void onePortIsLeftBetweenTwoRanges() {
    ConnectionSet low = ConnectionSet.of(List.of(tcp(PODS, 1, 7999)));
    ConnectionSet high = ConnectionSet.of(List.of(tcp(PODS, 8001, 65535)));
    ConnectionSet all = ConnectionSet.of(List.of(tcp(PODS, 1, 65535)));
    assertThat(found(uncovered(all, low, high)).ports())
        .isEqualTo(Ports.of(Protocol.TCP, 8000, 8000));
    ConnectionSet middle = ConnectionSet.of(List.of(tcp(PODS, 8000, 8000)));
    assertThat(uncovered(all, low, high, middle)).isEqualTo(new Answer.None());
  }

  @Test
  void aLabelThatExistsOrNotLeavesNothing() {
    ConnectionSet with =
        ConnectionSet.of(List.of(known(PODS.withLabel(APP, LabelValues.present()))));
    ConnectionSet without =
        ConnectionSet.of(List.of(known(PODS.withLabel(APP, LabelValues.absent()))));
    ConnectionSet pods = ConnectionSet.of(List.of(PODS));
    assertThat(uncovered(pods, with, without)).isEqualTo(new Answer.None());
    assertThat(found(uncovered(pods, with)).label(APP)).isEqualTo(LabelValues.absent());
  }

  @Test
  void theWorldOfLabelsIsOpen() {
    ConnectionSet some =
        ConnectionSet.of(List.of(labelled(PODS, APP, "a"), labelled(PODS, APP, "b")));
    Box where = found(uncovered(ConnectionSet.of(List.of(PODS)), some));
    assertThat(where.label(APP)).isEqualTo(LabelValues.notIn(Set.of("a", "b")));
  }

  @Test
  void everyNamespaceHasAName() {
    ConnectionSet named =
        ConnectionSet.of(
            List.of(known(PODS.withLabel(Label.NAMESPACE_NAME, LabelValues.present()))));
    assertThat(uncovered(ConnectionSet.of(List.of(PODS)), named)).isEqualTo(new Answer.None());
  }

  @Test
  void aNamedPortIsDeclaredOrNot() {
    NamedPort http = new NamedPort(Protocol.TCP, "http");
    ConnectionSet declared = ConnectionSet.of(List.of(known(PODS.withNamedPort(http, true))));
    ConnectionSet not = ConnectionSet.of(List.of(known(PODS.withNamedPort(http, false))));
    ConnectionSet pods = ConnectionSet.of(List.of(PODS));
    assertThat(uncovered(pods, declared, not)).isEqualTo(new Answer.None());
    assertThat(found(uncovered(pods, declared)).namedPorts()).containsEntry(http, false);
  }

  @Test
  void theBudgetIsPerQuestionAndTheWorkAddsUp() {
    List<ConnectionSet> others = new ArrayList<>();
    for (int i = 1; i <= 100; i++) {
      others.add(ConnectionSet.of(List.of(tcp(labelled(PODS, APP, "v" + i), i, i + 5))));
    }
    Search plenty = new Search(100_000);
    found(plenty.uncovered(EVERYTHING, others));
    long once = plenty.spent();
    assertThat(once).isPositive();
    found(plenty.uncovered(EVERYTHING, others));
    assertThat(plenty.spent()).isEqualTo(2 * once);
    Search enough = new Search(once);
    found(enough.uncovered(EVERYTHING, others));
    found(enough.uncovered(EVERYTHING, others));
    Search tooFew = new Search(once - 1);
    assertThat(tooFew.uncovered(EVERYTHING, others)).isEqualTo(new Answer.GaveUp());
    assertThat(tooFew.spent()).isGreaterThanOrEqualTo(once - 1);
  }

  /// Labels that are there or not, three a box: nobody knows a quick way to decide such questions.
  @Test
  void aQuestionThatIsTooHardIsGivenUp() {
    java.util.Random random = new java.util.Random(7);
    List<Box> boxes = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      Box box = PODS;
      for (int j = 0; j < 3; j++) {
        Label label = new Label(Label.Owner.POD, "k" + random.nextInt(300));
        Box limited =
            box.withLabel(
                label, random.nextBoolean() ? LabelValues.present() : LabelValues.absent());
        box = limited == null ? box : limited;
      }
      boxes.add(box);
    }
    ConnectionSet pods = ConnectionSet.of(List.of(PODS));
    Search search = new Search(200_000);
    assertThat(search.uncovered(pods, List.of(ConnectionSet.of(boxes))))
        .isEqualTo(new Answer.GaveUp());
    assertThat(search.spent()).isBetween(200_000L, 1_000_000L);
  }
}
