package dev.netlog.coverage.points;

import dev.netlog.coverage.input.AdminStage;
import dev.netlog.network.sets.ConnectionSet;
import dev.netlog.network.sets.Search;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Asks about sets of connections for one namespace, each question once and within a budget.
///
/// A single question may cost its own budget. Once a namespace has cost a multiple of it, the
/// others get a fraction: a namespace made to be hard ends in bounded time, and the answers do not
/// depend on the machine. Not safe for use by several threads.
final class Questions {
  /// How many full budgets a namespace may use up.
  private static final long FULL = 15;

  /// The part of the budget that later questions get.
  private static final long FRACTION = 100;

  /// How many answers are remembered: those of a large namespace would fill the memory.
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

  /// Whether some wanted connection that a stage leaves open is in none of the others.
  Search.Answer open(AdminStage stage, ConnectionSet wanted, List<ConnectionSet> others) {
    // Of the sets in their order: what a question costs must not depend on chance.
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

  /// What is to be asked with now.
  Search search() {
    return full.spent() < budget * FULL ? full : small;
  }

  /// How many questions were given up.
  int givenUp() {
    return givenUp;
  }
}
