package dev.netlog.coverage.points;

import dev.netlog.coverage.input.AdminStage;
import dev.netlog.network.sets.ConnectionSet;
import dev.netlog.network.sets.Search;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Searches sets of connections for one namespace, each search once and within a budget.
///
/// Each search has its own budget. Once a namespace has used a multiple of it, further searches get
/// a fraction: a namespace crafted to be expensive ends in bounded time, and the results do not
/// depend on the machine. Not safe for use by several threads.
final class Questions {
  /// How many full budgets a namespace may use.
  private static final long FULL = 15;

  /// The divisor of the budget for later searches.
  private static final long FRACTION = 100;

  /// How many results are cached: those of a large namespace would fill the memory.
  private static final int KEPT = 10_000;

  private final long budget;
  private final Search full;
  private final Search small;
  private final Map<Question, Search.Answer> answers = new HashMap<>();
  private int givenUp;

  private record Question(AdminStage stage, ConnectionSet wanted, Set<ConnectionSet> others) {}

  Questions(long budget) {
    this.budget = budget;
    this.full = new Search(budget);
    this.small = new Search(Math.max(1, budget / FRACTION));
  }

  /// Searches for a wanted connection that a stage leaves undecided and that is in none of the
  /// others.
  Search.Answer open(AdminStage stage, ConnectionSet wanted, List<ConnectionSet> others) {
    // In insertion order: the cost of a search must not depend on chance.
    Set<ConnectionSet> distinct = new LinkedHashSet<>(others);
    Question question = new Question(stage, wanted, distinct);
    Search.Answer known = answers.get(question);
    if (known == null) {
      known = stage.open(wanted, List.copyOf(distinct), search());
      if (known instanceof Search.Answer.GaveUp) {
        givenUp++;
      }
      if (answers.size() == KEPT) {
        answers.clear();
      }
      answers.put(question, known);
    }
    return known;
  }

  /// A search with the current budget.
  Search search() {
    return full.spent() < budget * FULL ? full : small;
  }

  /// How many searches gave up.
  int givenUp() {
    return givenUp;
  }
}
