package dev.netlog.network.sets;

import java.util.ArrayList;
import java.util.List;

/// Decides whether some connections are in none of other sets, and finds some that are.
///
/// Exact. The cost is counted in comparisons of boxes; a search that exceeds its budget gives up.
/// Results depend on the sets alone, not on the order of boxes. Not for use by several threads.
public final class Search {
  /// The number of boxes from which a quick search of likely gaps pays off.
  private static final int LONG = 256;

  private final long budget;
  private long spent;

  /// The result of a search.
  public sealed interface Answer {

    /// There is no such connection.
    record None() implements Answer {}

    /// There are such connections.
    ///
    /// @param where connections that are wanted and in none of the others
    record Some(Box where) implements Answer {}

    /// The budget is exceeded, so the answer is unknown.
    record GaveUp() implements Answer {}
  }

  /// Creates a search.
  ///
  /// @param budget the maximum number of comparisons for one call
  public Search(long budget) {
    this.budget = budget;
  }

  /// How many comparisons all calls have used so far.
  public long spent() {
    return spent;
  }

  /// Searches for connections that are wanted and in none of the others.
  public Answer uncovered(ConnectionSet wanted, List<ConnectionSet> others) {
    SearchBudget work = new SearchBudget(budget);
    Answer answer = answer(wanted, others, work);
    spent += work.done();
    return answer;
  }

  private static Answer answer(
      ConnectionSet wanted, List<ConnectionSet> others, SearchBudget work) {
    List<Box> left = new ArrayList<>();
    for (Box box : wanted.boxes()) {
      if (!isInOne(box, others, work)) {
        left.add(box);
      }
    }
    if (left.isEmpty()) {
      return work.isOver() ? new Answer.GaveUp() : new Answer.None();
    }
    Box free = isLong(others) ? Probe.free(left, others, work) : null;
    if (free != null) {
      return new Answer.Some(free);
    }
    ConnectionSet all = others.size() == 1 ? others.getFirst() : meeting(left, others, work);
    for (Box box : left) {
      if (work.isOver()) {
        return new Answer.GaveUp();
      }
      Answer answer = new CoverSearch(box, all.near(box), work).search();
      if (!(answer instanceof Answer.None)) {
        return answer;
      }
    }
    return work.isOver() ? new Answer.GaveUp() : new Answer.None();
  }

  private static boolean isInOne(Box box, List<ConnectionSet> others, SearchBudget work) {
    for (ConnectionSet other : others) {
      for (Box each : other.near(box)) {
        work.add(1);
        if (each.contains(box)) {
          return true;
        }
      }
    }
    return false;
  }

  /// The other boxes that overlap, simplified, so that their order does not matter.
  private static ConnectionSet meeting(
      List<Box> wanted, List<ConnectionSet> others, SearchBudget work) {
    List<Box> meeting = new ArrayList<>();
    for (ConnectionSet other : others) {
      for (Box box : other.boxes()) {
        work.add(wanted.size());
        if (wanted.stream().anyMatch(box::meets)) {
          meeting.add(box);
        }
      }
    }
    return ConnectionSet.of(meeting);
  }

  private static boolean isLong(List<ConnectionSet> others) {
    if (others.size() < 2) {
      return false;
    }
    int boxes = 0;
    for (ConnectionSet other : others) {
      boxes += other.boxes().size();
    }
    return boxes > LONG;
  }
}
