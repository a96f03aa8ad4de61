package dev.netlog.coverage.input;

import dev.netlog.network.ConnectionSet;
import dev.netlog.network.Search;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// The rules of cluster-scoped policies that apply to a subject in one direction, first match
/// first, and what they leave to the policies behind them.
public final class AdminStage {
  /// Nothing applies.
  static final AdminStage EMPTY = new AdminStage(List.of());

  private final List<Rule> rules;
  private final List<ConnectionSet> sets;
  private final List<Rule> acting = new ArrayList<>();
  private int givenUp;

  /// A rule with the connections it is about.
  public record Rule(
      ClusterPolicy policy, Reason.AdminRule reason, Verdict verdict, ConnectionSet set) {}

  private AdminStage(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    this.sets = rules.stream().map(Rule::set).toList();
  }

  /// A stage of these rules, policy by policy, in the order of priorities.
  ///
  /// @param idle rules of policies that are not installed: they would act behind those of higher
  ///   priority, and take nothing from anybody
  /// @param before what stands before it
  static AdminStage of(List<Rule> rules, List<Rule> idle, AdminStage before, Search search) {
    AdminStage stage = new AdminStage(rules);
    for (int i = 0; i < rules.size(); i++) {
      stage.add(rules.get(i), before.open(rules.get(i).set(), stage.before(i), search));
    }
    for (int i = 0; i < idle.size(); i++) {
      Rule rule = idle.get(i);
      List<ConnectionSet> earlier = new ArrayList<>(stage.abovePriorityOf(rule.policy()));
      for (int j = i - 1; j >= 0 && isSamePolicy(idle.get(j), rule); j--) {
        earlier.add(idle.get(j).set());
      }
      stage.add(rule, before.open(rule.set(), earlier, search));
    }
    return stage;
  }

  private void add(Rule rule, Search.Answer answer) {
    if (!(answer instanceof Search.Answer.None)) {
      acting.add(rule);
    }
    if (answer instanceof Search.Answer.GaveUp) {
      givenUp++;
    }
  }

  private static boolean isSamePolicy(Rule one, Rule other) {
    return one.policy().order() == other.policy().order();
  }

  /// All rules that are installed, in the order in which they are asked.
  public List<Rule> rules() {
    return rules;
  }

  /// The rules that are the first match of some connection, or would be.
  public List<Rule> acting() {
    return acting;
  }

  /// Of how many rules it was given up to find out; they count as acting.
  public int givenUp() {
    return givenUp;
  }

  /// The installed rules as reports name them, with whether each is the first match of some
  /// connection; but none that is about no connection anyway.
  public Map<String, Boolean> byText() {
    Map<String, Boolean> texts = new TreeMap<>();
    for (Rule rule : rules) {
      if (!rule.set().isEmpty()) {
        texts.put(rule.reason().text(), acting.contains(rule));
      }
    }
    return texts;
  }

  /// Whether some wanted connection, outside of others, may be left open by this stage: by no
  /// rule's match, or by one that passes it on. Where policies of one priority disagree, the order
  /// in which they are asked is open.
  public Search.Answer open(ConnectionSet wanted, List<ConnectionSet> others, Search search) {
    return open(wanted, others, search, this::before);
  }

  /// Whether some wanted connection, outside of others, is left open in whatever order policies of
  /// one priority are asked; not all such connections are found.
  public Search.Answer surelyOpen(ConnectionSet wanted, List<ConnectionSet> others, Search search) {
    return open(wanted, others, search, this::rivals);
  }

  private Search.Answer open(
      ConnectionSet wanted,
      List<ConnectionSet> others,
      Search search,
      IntFunction<List<ConnectionSet>> before) {
    if (rules.isEmpty()) {
      return search.uncovered(wanted, others);
    }
    List<ConnectionSet> hidden = new ArrayList<>(sets);
    hidden.addAll(others);
    Search.Answer answer = search.uncovered(wanted, hidden);
    for (int i = 0; i < rules.size() && answer instanceof Search.Answer.None; i++) {
      Rule rule = rules.get(i);
      if (rule.verdict() == Verdict.PASS) {
        List<ConnectionSet> earlier = new ArrayList<>(before.apply(i));
        earlier.addAll(others);
        answer = search.uncovered(wanted.intersect(rule.set()), earlier);
      }
    }
    return answer;
  }

  /// The rules asked before the one at an index, where its policy is the first of its priority.
  public List<ConnectionSet> before(int index) {
    int first = firstOfPriority(index);
    int own = firstOfPolicy(index);
    if (first == own) {
      return sets.subList(0, index);
    }
    List<ConnectionSet> before = new ArrayList<>(sets.subList(0, first));
    before.addAll(sets.subList(own, index));
    return before;
  }

  /// The rules before the one at an index, and all rules of other policies of its priority.
  public List<ConnectionSet> rivals(int index) {
    int priority = rules.get(index).policy().priority();
    List<ConnectionSet> rivals = new ArrayList<>(sets.subList(0, index));
    for (int i = index + 1; i < rules.size() && rules.get(i).policy().priority() == priority; i++) {
      if (!isSamePolicy(rules.get(i), rules.get(index))) {
        rivals.add(sets.get(i));
      }
    }
    return rivals;
  }

  /// Whether policies of one priority are asked.
  public boolean hasTies() {
    for (int i = 1; i < rules.size(); i++) {
      ClusterPolicy policy = rules.get(i).policy();
      if (!isSamePolicy(rules.get(i), rules.get(i - 1))
          && policy.priority() == rules.get(i - 1).policy().priority()) {
        return true;
      }
    }
    return false;
  }

  private List<ConnectionSet> abovePriorityOf(ClusterPolicy policy) {
    int end = 0;
    while (end < rules.size() && rules.get(end).policy().priority() < policy.priority()) {
      end++;
    }
    return sets.subList(0, end);
  }

  private int firstOfPriority(int index) {
    int first = index;
    while (first > 0
        && rules.get(first - 1).policy().priority() == rules.get(index).policy().priority()) {
      first--;
    }
    return first;
  }

  private int firstOfPolicy(int index) {
    int first = index;
    while (first > 0 && isSamePolicy(rules.get(first - 1), rules.get(index))) {
      first--;
    }
    return first;
  }
}
