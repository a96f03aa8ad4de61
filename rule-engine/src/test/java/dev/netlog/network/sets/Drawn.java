package dev.netlog.network.sets;

import dev.netlog.network.LabelValues;
import dev.netlog.network.Ports;
import dev.netlog.network.Protocol;
import dev.netlog.network.Ranges;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// A box of the [SmallWorld] drawn by chance, and its connections, found without the box.
///
/// @param box null where nothing is in it
/// @param members its connections
record Drawn(@Nullable Box box, BitSet members) {
  /// Ranges of ports, and which of the world's ports are in them.
  private static final List<Ranges> RANGES =
      List.of(
          Ports.all(Protocol.TCP),
          Ports.of(Protocol.TCP, 1, 1),
          Ports.of(Protocol.TCP, 2, 65535),
          Ports.of(Protocol.TCP, 1, 65534),
          Ports.of(Protocol.TCP, 65535, 65535),
          Ports.all(Protocol.UDP),
          Ports.of(Protocol.UDP, 1, 1),
          Ports.all(Protocol.SCTP));

  private static final List<Set<Integer>> PORTS =
      List.of(
          Set.of(0, 1, 2),
          Set.of(0),
          Set.of(1, 2),
          Set.of(0, 1),
          Set.of(2),
          Set.of(3, 4),
          Set.of(3),
          Set.of(5));

  /// A box limited in some dimensions.
  ///
  /// @param often how often of ten times a dimension is limited
  static Drawn from(Random random, int often) {
    boolean pods = random.nextInt(4) > 0;
    Drawn drawn =
        new Drawn(
            pods ? Box.pods(SmallWorld.UNIVERSE) : Box.outside(SmallWorld.UNIVERSE),
            SmallWorld.any(SmallWorld.PEERS, peers -> (peers == 1) == pods));
    drawn = random.nextInt(10) < often ? drawn.atAddresses(random) : drawn;
    drawn = random.nextInt(10) < often ? drawn.onPorts(random) : drawn;
    for (int i = 0; pods && i < SmallWorld.LABELS.size(); i++) {
      drawn = random.nextInt(10) < often ? drawn.labelled(i, random) : drawn;
    }
    return pods && random.nextInt(10) < often / 2 ? drawn.named(random.nextBoolean()) : drawn;
  }

  private Drawn atAddresses(Random random) {
    int from = random.nextInt(SmallWorld.ADDRESSES);
    int to = from + random.nextInt(SmallWorld.ADDRESSES - from);
    BitSet here =
        SmallWorld.any(SmallWorld.AT_ADDRESS, address -> address >= from && address <= to);
    return and(box == null ? null : box.withAddresses(Ranges.of(from, to)), here);
  }

  private Drawn onPorts(Random random) {
    List<Ranges> ranges = new ArrayList<>();
    Set<Integer> ports = new TreeSet<>();
    for (int i = random.nextInt(3); i >= 0; i--) {
      int which = random.nextInt(RANGES.size());
      ranges.add(RANGES.get(which));
      ports.addAll(PORTS.get(which));
    }
    BitSet here = SmallWorld.any(SmallWorld.ON_PORT, ports::contains);
    return and(box == null ? null : box.withPorts(Ranges.unionOf(ranges)), here);
  }

  private Drawn labelled(int label, Random random) {
    Set<Integer> places = new TreeSet<>();
    Set<String> values = new TreeSet<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      int place = random.nextInt(2);
      places.add(place);
      values.add(place == 0 ? "x" : "y");
    }
    return switch (random.nextInt(5)) {
      case 0, 1 -> labelled(label, LabelValues.in(values), places);
      case 2 -> labelled(label, LabelValues.notIn(values), others(places));
      case 3 -> labelled(label, LabelValues.present(), Set.of(0, 1, 2));
      default -> labelled(label, LabelValues.absent(), Set.of(SmallWorld.ABSENT));
    };
  }

  private static Set<Integer> others(Set<Integer> places) {
    Set<Integer> others = new TreeSet<>(Set.of(0, 1, 2, SmallWorld.ABSENT));
    others.removeAll(places);
    return others;
  }

  private Drawn labelled(int label, LabelValues values, Set<Integer> places) {
    BitSet here = SmallWorld.any(SmallWorld.WITH_VALUE.get(label), places::contains);
    return and(box == null ? null : box.withLabel(SmallWorld.LABELS.get(label), values), here);
  }

  private Drawn named(boolean declared) {
    BitSet here = SmallWorld.any(SmallWorld.DECLARED, named -> (named == 1) == declared);
    return and(box == null ? null : box.withNamedPort(SmallWorld.NAMED, declared), here);
  }

  private Drawn and(@Nullable Box narrower, BitSet here) {
    BitSet both = (BitSet) members.clone();
    both.and(here);
    return new Drawn(narrower, both);
  }

  /// Some boxes, and what any of them has.
  static BitSet union(List<Drawn> all) {
    BitSet members = new BitSet();
    all.forEach(each -> members.or(each.members));
    return members;
  }

  static ConnectionSet set(List<Drawn> all) {
    List<Box> boxes = new ArrayList<>();
    for (Drawn each : all) {
      if (each.box != null) {
        boxes.add(each.box);
      }
    }
    return ConnectionSet.of(boxes);
  }
}
