package dev.netlog.network;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// Decides whether some connections lie outside of others, and finds one that does.
///
/// Exact. The work is counted in comparisons of boxes; a question that needs more than its budget
/// is given up. Answers depend on the sets alone, not on the order of boxes. Not for use by several
/// threads.
public final class Search {
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
    List<Box> all = new ArrayList<>();
    others.forEach(each -> all.addAll(each.boxes()));
    long end = spent + budget;
    record Piece(Box box, List<Box> others) {}
    Deque<Piece> pieces = new ArrayDeque<>();
    for (Box box : wanted.boxes().reversed()) {
      pieces.push(new Piece(box, all));
    }
    while (!pieces.isEmpty()) {
      Piece piece = pieces.pop();
      List<Box> meeting = new ArrayList<>();
      boolean covered = false;
      for (Box other : piece.others()) {
        spent++;
        if (piece.box().intersect(other) != null) {
          meeting.add(other);
          covered |= other.contains(piece.box());
        }
      }
      if (spent > end) {
        return new Answer.GaveUp();
      }
      if (covered) {
        continue;
      }
      if (meeting.isEmpty()) {
        return new Answer.Some(piece.box());
      }
      Box rest = piece.box();
      Box pivot = meeting.getFirst();
      List<Dimension> dimensions = new ArrayList<>(List.of(Dimension.Line.values()));
      dimensions.addAll(pivot.limits().keySet());
      for (Dimension dimension : dimensions) {
        Side side = pivot.side(dimension);
        Side out = rest.side(dimension).without(side);
        if (!out.isEmpty()) {
          pieces.push(new Piece(rest.replace(dimension, out), meeting));
        }
        Side in = rest.side(dimension).shared(side);
        rest = rest.replace(dimension, in);
      }
    }
    return new Answer.None();
  }
}
