package dev.netlog.coverage.compare;

import dev.netlog.coverage.Group;
import dev.netlog.coverage.JudgedPoint;
import dev.netlog.coverage.NamespaceCoverage;
import dev.netlog.coverage.SubjectPoint;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.network.sets.ConnectionSet;
import dev.netlog.network.sets.Search;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.VerdictRegion;
import dev.netlog.platform.VerdictRegion.Part;
import dev.netlog.policy.PortNames;
import dev.netlog.policy.Subject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The connections that points of one namespace decide, at the base and at the head of a change.
/// Not safe for use by several threads.
final class DecidedConnections {
  /// The maximum number of set comparisons for one search.
  private static final long BUDGET = 200_000;

  /// How many full budgets the searches of a namespace may use.
  private static final long FULL = 15;

  /// The divisor of the budget for later searches.
  private static final long FRACTION = 100;

  /// How many cases one comparison of parts may have.
  private static final long CASES = 1_000;

  private final Meanings meanings;
  private final Side base;
  private final Side head;
  private final Search full = new Search(BUDGET);
  private final Search small = new Search(BUDGET / FRACTION);
  private final Map<GroupPair, Boolean> grown = new HashMap<>();

  private record GroupPair(int before, int after, Direction direction) {}

  /// @param base the namespace at the base, null if it does not exist there
  /// @param head the same at the head
  DecidedConnections(
      Meanings meanings, @Nullable NamespaceCoverage base, @Nullable NamespaceCoverage head) {
    this.meanings = meanings;
    this.base = new Side(base);
    this.head = new Side(head);
  }

  /// The groups of one side of a change.
  static final class Side {
    private final List<Group> groups;
    private final Map<String, Integer> bySubject = new HashMap<>();
    private final Map<String, Subject> subjects = new HashMap<>();

    private Side(@Nullable NamespaceCoverage namespace) {
      groups = namespace == null ? List.of() : namespace.groups();
      for (int i = 0; i < groups.size(); i++) {
        for (Subject subject : groups.get(i).subjects()) {
          bySubject.put(subject.id(), i);
          subjects.put(subject.id(), subject);
        }
      }
    }

    /// The number of the group of a subject, by its id; -1 if there is no such subject.
    int groupOf(String subject) {
      return bySubject.getOrDefault(subject, -1);
    }

    /// The subjects by id.
    Map<String, Subject> subjects() {
      return subjects;
    }

    /// The counted points of a group in a direction.
    List<JudgedPoint> points(int group, Direction direction) {
      List<JudgedPoint> points = new ArrayList<>();
      for (JudgedPoint point : groups.get(group).points()) {
        if (point.isCounted() && point.point().direction() == direction) {
          points.add(point);
        }
      }
      return points;
    }
  }

  Side base() {
    return base;
  }

  Side head() {
    return head;
  }

  /// Whether a deny point decides a connection at the head that something else decided at the base.
  boolean grew(SubjectPoint before, SubjectPoint after) {
    Direction direction = after.direction();
    int was = base.groupOf(before.subject());
    int is = head.groupOf(after.subject());
    if (direction == null || was < 0 || is < 0) {
      return true;
    }
    return grown.computeIfAbsent(
        new GroupPair(was, is, direction), pair -> grew(pair, before, after));
  }

  private boolean grew(GroupPair pair, SubjectPoint before, SubjectPoint after) {
    List<Part> denied = parts(after.point(), false, _ -> false);
    boolean samePorts = ports(before.of()).equals(ports(after.of()));
    BitSet still = meanings.certain(after.point().point());
    for (JudgedPoint point : base.points(pair.before(), pair.direction())) {
      Point decided = point.point();
      boolean remains =
          samePorts
              && decided.reason() instanceof Reason.Allowing
              && still.get(meanings.of(decided));
      if (!remains
          && !(decided.reason() instanceof Reason.DefaultDeny)
          && meet(parts(point, false, _ -> false), denied)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a point may decide a connection at the head that it did not decide at the base; also
  /// if its connections are not known.
  boolean mayHaveMore(JudgedPoint before, JudgedPoint after) {
    List<Part> was = parts(before, true, _ -> false);
    List<Part> is = parts(after, false, _ -> false);
    return is.stream().allMatch(part -> part.set().isEmpty())
        || is.stream().anyMatch(part -> exceeds(part, was));
  }

  /// Whether a part has a connection that is in none of others; also if there are too many cases.
  boolean exceeds(Part part, List<Part> others) {
    long cases = 1;
    for (Part other : others) {
      cases = Math.min(CASES + 1, cases * (1 + other.hidden().size()));
    }
    return cases > CASES || exceeds(part, others, 0);
  }

  private boolean exceeds(Part part, List<Part> others, int index) {
    if (part.set().isEmpty()) {
      return false;
    }
    if (index == others.size()) {
      return isThere(part);
    }
    Part other = others.get(index);
    return exceeds(part.without(List.of(other.set())), others, index + 1)
        || other.hidden().stream()
            .anyMatch(hidden -> exceeds(part.within(hidden), others, index + 1));
  }

  /// Whether a part has a connection; also if the search gives up.
  private boolean isThere(Part part) {
    return !(search().uncovered(part.set(), part.hidden()) instanceof Search.Answer.None);
  }

  private static PortNames ports(@Nullable Subject subject) {
    return subject == null ? PortNames.NONE : subject.ports();
  }

  /// The connections that a point decides, as parts.
  ///
  /// @param surely whether only those that it decides in every order of policies with the same
  ///   priority
  /// @param logged whether a policy logs all that it allows: what it allows too does not count
  static List<Part> parts(JudgedPoint point, boolean surely, Predicate<Resource> logged) {
    Point of = point.point();
    List<VerdictRegion> regions = of.applied().regions(of.reason(), logged);
    if (regions.isEmpty()) {
      return List.of();
    }
    return (surely ? regions.getFirst() : regions.getLast()).parts().get();
  }

  /// The connections that one point decided and another decides now, as regions.
  static List<VerdictRegion> lost(JudgedPoint had, JudgedPoint now) {
    List<VerdictRegion> regions = new ArrayList<>();
    for (Part before : parts(had, true, _ -> false)) {
      for (Part after : parts(now, false, _ -> false)) {
        Part both = before.intersect(after);
        if (!both.set().isEmpty()) {
          regions.add(
              new VerdictRegion(
                  both.set(),
                  (within, hidden) ->
                      new Search(BUDGET).uncovered(within, both.without(hidden).hidden()),
                  () -> List.of(both)));
        }
      }
    }
    return regions;
  }

  /// Parts with the same hidden connections as one.
  static List<Part> united(List<Part> parts) {
    Map<List<ConnectionSet>, List<ConnectionSet>> byHidden = new HashMap<>();
    for (Part part : parts) {
      byHidden.computeIfAbsent(part.hidden(), _ -> new ArrayList<>()).add(part.set());
    }
    List<Part> united = new ArrayList<>();
    byHidden.forEach(
        (hidden, sets) ->
            united.add(
                new Part(
                    ConnectionSet.of(sets.stream().flatMap(set -> set.boxes().stream()).toList()),
                    hidden)));
    return united;
  }

  /// Whether some connection is in parts of both; also if the search gives up.
  boolean meet(List<Part> some, List<Part> others) {
    return meet(some, others, List.of());
  }

  /// The same for connections that are in none of the last parts.
  boolean meet(List<Part> some, List<Part> others, List<Part> except) {
    for (Part one : some) {
      for (Part other : others) {
        if (one.set().meets(other.set()) && exceeds(one.intersect(other), except)) {
          return true;
        }
      }
    }
    return false;
  }

  private Search search() {
    return full.spent() < BUDGET * FULL ? full : small;
  }

  /// The meanings of the policies that apply to some points, and of those that surely do. They are
  /// the same for all points of a workload, but not of a virtual subject.
  Set<List<BitSet>> applied(List<JudgedPoint> points) {
    Set<List<BitSet>> applied = new HashSet<>();
    for (JudgedPoint point : points) {
      applied.add(List.of(meanings.certain(point.point()), meanings.applied(point.point())));
    }
    return applied;
  }
}
