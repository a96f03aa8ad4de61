package dev.netlog.coverage;

import dev.netlog.network.ConnectionSet;
import dev.netlog.network.Search;
import java.util.HashMap;
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
  private static final long FULL = 100;

  /// The part of the budget that later questions get.
  private static final long FRACTION = 100;

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
    Question question = new Question(stage, wanted, Set.copyOf(others));
    Search.Answer known = answers.get(question);
    if (known == null) {
      known = stage.open(wanted, List.copyOf(question.others()), search());
      if (known instanceof Search.Answer.GaveUp) {
        givenUp++;
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
