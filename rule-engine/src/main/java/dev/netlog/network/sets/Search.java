package dev.netlog.network.sets;

import java.util.ArrayList;
import java.util.List;

/// Decides whether some connections lie outside of others, and finds one that does.
///
/// Exact. The work is counted in comparisons of boxes; a question that needs more than its budget
/// is given up. Answers depend on the sets alone, not on the order of boxes. Not for use by several
/// threads.
public final class Search {
  /// From how many boxes on it pays to look in the likely place first.
  private static final int LONG = 256;

  private final long budget;
  private long spent;

  /// What a search found.
  public sealed interface Answer {

    /// There is no such connection.
    record None() implements Answer {}

    /// There are some.
    ///
    /// @param where connections that are wanted and in none of the others
    record Some(Box where) implements Answer {}

    /// The budget is used up, so nobody knows.
    record GaveUp() implements Answer {}
  }

  /// A search that has not done anything.
  ///
  /// @param budget the most comparisons that one question may need
  public Search(long budget) {
    this.budget = budget;
  }

  /// How many comparisons all questions have needed so far.
  public long spent() {
    return spent;
  }

  /// Looks for connections that are wanted and in none of the others.
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

  /// The other boxes that matter, simplified, so that their order does not count.
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
