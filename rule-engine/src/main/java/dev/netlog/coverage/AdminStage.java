package dev.netlog.coverage;

import dev.netlog.network.ConnectionSet;
import dev.netlog.network.Search;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.policy.AdminPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The rules of cluster-scoped policies that apply to a subject in one direction, first match
/// first, and what they leave to the policies behind them.
final class AdminStage {
  /// Nothing applies.
  static final AdminStage EMPTY = new AdminStage(List.of(), List.of(), 0);

  private final List<Rule> rules;
  private final List<Rule> acting;
  private final List<ConnectionSet> sets;
  private final int givenUp;

  /// A rule with the connections it is about.
  record Rule(AdminPolicy policy, Reason.AdminRule reason, Verdict verdict, ConnectionSet set) {}

  private AdminStage(List<Rule> rules, List<Rule> acting, int givenUp) {
    this.rules = rules;
    this.acting = acting;
    this.givenUp = givenUp;
    this.sets = rules.stream().map(Rule::set).toList();
  }

  /// A stage of these rules.
  ///
  /// @param before what stands before it
  static AdminStage of(List<Rule> rules, AdminStage before, Search search) {
    List<Rule> acting = new ArrayList<>();
    List<ConnectionSet> earlier = new ArrayList<>();
    int givenUp = 0;
    for (Rule rule : rules) {
      Search.Answer answer = before.open(rule.set(), earlier, search);
      if (!(answer instanceof Search.Answer.None)) {
        acting.add(rule);
      }
      if (answer instanceof Search.Answer.GaveUp) {
        givenUp++;
      }
      earlier.add(rule.set());
    }
    return new AdminStage(List.copyOf(rules), List.copyOf(acting), givenUp);
  }

  /// All rules, in the order in which they are asked.
  List<Rule> rules() {
    return rules;
  }

  /// The rules that are the first match of some connection.
  List<Rule> acting() {
    return acting;
  }

  /// Of how many rules it was given up to find out; they count as acting.
  int givenUp() {
    return givenUp;
  }

  /// The rules as reports name them, with whether each is the first match of some connection; but
  /// none that is about no connection anyway.
  Map<String, Boolean> byText() {
    Map<String, Boolean> texts = new TreeMap<>();
    for (Rule rule : rules) {
      if (!rule.set().isEmpty()) {
        texts.put(rule.reason().text(), acting.contains(rule));
      }
    }
    return texts;
  }

  /// Whether some wanted connection, outside of others, is left open by this stage: by no rule's
  /// match, or by one that passes it on.
  Search.Answer open(ConnectionSet wanted, List<ConnectionSet> others, Search search) {
    if (rules.isEmpty()) {
      return search.uncovered(wanted, others);
    }
    List<ConnectionSet> hidden = new ArrayList<>(sets);
    hidden.addAll(others);
    Search.Answer answer = search.uncovered(wanted, hidden);
    for (int i = 0; i < rules.size() && answer instanceof Search.Answer.None; i++) {
      Rule rule = rules.get(i);
      if (rule.verdict() == Verdict.PASS) {
        List<ConnectionSet> earlier = new ArrayList<>(sets.subList(0, i));
        earlier.addAll(others);
        answer = search.uncovered(wanted.intersect(rule.set()), earlier);
      }
    }
    return answer;
  }

  /// The rules asked before the one at an index.
  List<ConnectionSet> before(int index) {
    return sets.subList(0, index);
  }
}
