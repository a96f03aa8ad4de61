package dev.netlog.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.model.MappingBuilder;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RoomTest {
  private static final long LIMIT = 1 << 17;

  private final CountedHeap heap = new CountedHeap();
  private final Room room = new Room(heap, LIMIT);

  private static Resource object(String text) {
    MappingBuilder members = new MappingBuilder();
    members.put("text", new Value.Text(text));
    return new Resource(
        new ResourceId("v1", "Namespace", null, "n"), members.build(), Origin.NOWHERE);
  }

  private static Resource object(int characters) {
    return object("x".repeat(characters));
  }

  /// Takes room for objects that share a share of what they weigh, as long as there is some.
  private int fill(Resource each, double own) {
    int count = 0;
    while (count < 10_000 && room.take(each)) {
      heap.add(new Object(), Math.round(Weight.of(each) * own));
      count++;
    }
    return count;
  }

  @Test
  void objects_that_share_nothing_fill_the_limit_and_no_more() {
    int _ = fill(object(100), 1);
    assertThat(heap.live()).isBetween(LIMIT / 10 * 8, LIMIT);
  }

  @Test
  void objects_that_share_much_fill_it_too() {
    int _ = fill(object(100), 0.1);
    assertThat(heap.live()).isBetween(LIMIT / 10 * 8, LIMIT);
  }

  @Test
  void garbage_takes_no_room() {
    heap.waste(10 * LIMIT);
    int _ = fill(object(100), 1);
    assertThat(heap.live()).isGreaterThan(LIMIT / 10 * 8);
  }

  @Test
  void nobody_stops_the_world_by_asking_again_and_again() {
    int _ = fill(object(100), 0.1);
    int before = heap.collections();
    for (int i = 0; i < 1_000; i++) {
      assertThat(room.take(object(100))).isFalse();
    }
    assertThat(heap.collections()).isEqualTo(before).isLessThan(100);
  }

  @Test
  void what_has_gone_makes_room_again() {
    Resource each = object(1_000);
    List<Object> held = new ArrayList<>();
    while (room.take(each)) {
      Object thing = new Object();
      held.add(thing);
      heap.add(thing, Weight.of(each));
    }
    for (Object thing : held.subList(0, held.size() / 2)) {
      room.leave(each);
      heap.remove(thing);
    }
    assertThat(fill(each, 1)).isGreaterThan(held.size() / 3);
  }

  @Test
  void an_object_may_not_take_all_alone() {
    assertThat(room.take(object((int) LIMIT / 16))).isFalse();
    assertThat(room.take(object((int) LIMIT / 32))).isTrue();
  }

  @Test
  void objects_change_for_ever_where_there_is_room_for_no_more() {
    Resource each = object(100);
    List<Object> held = new ArrayList<>();
    while (room.take(each)) {
      held.add(new Object());
      heap.add(held.getLast(), Weight.of(each));
    }
    for (int i = 0; i < 20_000; i++) {
      int which = i % held.size();
      heap.remove(held.get(which));
      room.leave(each);
      assertThat(room.retake(each)).isTrue();
      held.set(which, new Object());
      heap.add(held.get(which), Weight.of(each));
    }
    // Each time something like a sixteenth of the limit has changed.
    assertThat((long) heap.collections()).isLessThan(20_000 * Weight.of(each) / (LIMIT / 16) + 5);
  }

  /// Objects that share their content come, change and go: the heap never holds more than it may.
  @Property(tries = 25)
  void whatever_comes_and_goes_the_limit_holds(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 50) int contents) {
    CountedHeap heap = new CountedHeap();
    Room room = new Room(heap, LIMIT);
    Random random = new Random(seed);
    List<Resource> shared = new ArrayList<>();
    for (int i = 0; i < contents; i++) {
      shared.add(object(i + "y".repeat(random.nextInt(7_000))));
    }
    List<Resource> held = new ArrayList<>();
    for (int i = 0; i < 2_000; i++) {
      Resource before = null;
      if (!held.isEmpty() && random.nextInt(3) != 0) {
        before = held.remove(random.nextInt(held.size()));
        room.leave(before);
        heap.remove(before);
      }
      Resource next =
          random.nextBoolean()
              ? shared.get(random.nextInt(contents))
              : object(i + "z".repeat(random.nextInt(3_000)));
      if (random.nextInt(4) != 0 && (before == null ? room.take(next) : room.retake(next))) {
        held.add(next);
        heap.add(next, Weight.of(next));
      }
      assertThat(heap.live()).isLessThanOrEqualTo(LIMIT);
    }
  }
}
