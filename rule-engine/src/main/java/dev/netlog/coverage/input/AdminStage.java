package dev.netlog.coverage.input;

import dev.netlog.network.sets.ConnectionSet;
import dev.netlog.network.sets.Search;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The rules of one tier's cluster-scoped policies that apply to a subject in one direction, first
/// match first, and what they and the tiers before them leave open.
public final class AdminStage {
  /// Nothing applies.
  static final AdminStage EMPTY = new AdminStage(List.of(), null);

  private final @Nullable AdminStage previous;
  private final List<Rule> rules;
  private final List<ConnectionSet> sets;
  private final List<Rule> acting = new ArrayList<>();
  private int givenUp;

  /// A rule with the connections it is about.
  public record Rule(
      ClusterPolicy policy, Reason.AdminRule reason, Verdict verdict, ConnectionSet set) {}

  private AdminStage(List<Rule> rules, @Nullable AdminStage previous) {
    this.previous = previous;
    this.rules = List.copyOf(rules);
    this.sets = rules.stream().map(Rule::set).toList();
  }

  /// A stage of these rules, policy by policy, in the order in which they are asked.
  ///
  /// @param idle rules of policies that are not installed: they would act behind those of lower
  ///   rank, and take nothing from anybody
  /// @param previous the stage of the tier before it
  static AdminStage of(List<Rule> rules, List<Rule> idle, AdminStage previous, Search search) {
    AdminStage stage = new AdminStage(rules, previous);
    for (int i = 0; i < rules.size(); i++) {
      stage.add(rules.get(i), previous.open(rules.get(i).set(), stage.before(i), search));
    }
    for (int i = 0; i < idle.size(); i++) {
      Rule rule = idle.get(i);
      List<ConnectionSet> earlier = new ArrayList<>(stage.beforeRankOf(rule.policy()));
      for (int j = i - 1; j >= 0 && isSamePolicy(idle.get(j), rule); j--) {
        earlier.add(idle.get(j).set());
      }
      stage.add(rule, previous.open(rule.set(), earlier, search));
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
    return one.policy().object() == other.policy().object();
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

  /// The stage of the tier before this one.
  public AdminStage previous() {
    return previous == null ? EMPTY : previous;
  }

  /// Whether neither this stage nor one before it has an installed rule.
  public boolean decidesNothing() {
    return rules.isEmpty() && (previous == null || previous.decidesNothing());
  }

  /// Whether some wanted connection, outside of others, may be left open by this stage and those
  /// before it: by no rule's match, or by one that passes it on. Where policies of one rank
  /// disagree, the order in which they are asked is open.
  public Search.Answer open(ConnectionSet wanted, List<ConnectionSet> others, Search search) {
    return previous == null
        ? search.uncovered(wanted, others)
        : open(wanted, others, this::before, (some, hidden) -> previous.open(some, hidden, search));
  }

  /// Whether some wanted connection, outside of others, is left open in whatever order policies of
  /// one rank are asked; not all such connections are found.
  public Search.Answer surelyOpen(ConnectionSet wanted, List<ConnectionSet> others, Search search) {
    return previous == null
        ? search.uncovered(wanted, others)
        : open(
            wanted,
            others,
            this::rivals,
            (some, hidden) -> previous.surelyOpen(some, hidden, search));
  }

  /// @param earlier the sets that come before the rule at an index
  /// @param before whether a connection is left open before this stage
  private Search.Answer open(
      ConnectionSet wanted,
      List<ConnectionSet> others,
      IntFunction<List<ConnectionSet>> earlier,
      BiFunction<ConnectionSet, List<ConnectionSet>, Search.Answer> before) {
    List<ConnectionSet> hidden = new ArrayList<>(sets);
    hidden.addAll(others);
    Search.Answer answer = before.apply(wanted, hidden);
    for (int i = 0; i < rules.size() && answer instanceof Search.Answer.None; i++) {
      Rule rule = rules.get(i);
      if (rule.verdict() == Verdict.PASS) {
        List<ConnectionSet> first = new ArrayList<>(earlier.apply(i));
        first.addAll(others);
        answer = before.apply(wanted.intersect(rule.set()), first);
      }
    }
    return answer;
  }

  /// The rules of this stage asked before the one at an index, where its policy is the first of its
  /// rank.
  public List<ConnectionSet> before(int index) {
    int first = firstOfRank(index);
    int own = firstOfPolicy(index);
    if (first == own) {
      return sets.subList(0, index);
    }
    List<ConnectionSet> before = new ArrayList<>(sets.subList(0, first));
    before.addAll(sets.subList(own, index));
    return before;
  }

  /// The rules of this stage before the one at an index, and all rules of other policies of its
  /// rank.
  public List<ConnectionSet> rivals(int index) {
    int rank = rules.get(index).policy().rank();
    List<ConnectionSet> rivals = new ArrayList<>(sets.subList(0, index));
    for (int i = index + 1; i < rules.size() && rules.get(i).policy().rank() == rank; i++) {
      if (!isSamePolicy(rules.get(i), rules.get(index))) {
        rivals.add(sets.get(i));
      }
    }
    return rivals;
  }

  /// Whether this stage or one before it asks several policies of one rank.
  public boolean hasTies() {
    for (int i = 1; i < rules.size(); i++) {
      ClusterPolicy policy = rules.get(i).policy();
      if (!isSamePolicy(rules.get(i), rules.get(i - 1))
          && policy.rank() == rules.get(i - 1).policy().rank()) {
        return true;
      }
    }
    return previous != null && previous.hasTies();
  }

  private List<ConnectionSet> beforeRankOf(ClusterPolicy policy) {
    int end = 0;
    while (end < rules.size() && rules.get(end).policy().rank() < policy.rank()) {
      end++;
    }
    return sets.subList(0, end);
  }

  private int firstOfRank(int index) {
    int first = index;
    while (first > 0 && rules.get(first - 1).policy().rank() == rules.get(index).policy().rank()) {
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
