package dev.netlog.coverage.input;

import dev.netlog.network.sets.ConnectionSet;
import dev.netlog.network.sets.Search;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.VerdictRegion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The rules of one tier's cluster-scoped policies that apply to a subject in one direction, in the
/// order of evaluation, and the connections that they and earlier tiers leave undecided.
public final class AdminStage {
  /// No rule applies.
  static final AdminStage EMPTY = new AdminStage(List.of(), null);

  private final @Nullable AdminStage previous;
  private final List<Rule> rules;
  private final List<ConnectionSet> sets;
  private final List<Rule> acting = new ArrayList<>();
  private int givenUp;

  /// A rule with the connections it matches.
  public record Rule(
      ClusterPolicy policy, Reason.AdminRule reason, Verdict verdict, ConnectionSet set) {}

  private AdminStage(List<Rule> rules, @Nullable AdminStage previous) {
    this.previous = previous;
    this.rules = List.copyOf(rules);
    this.sets = rules.stream().map(Rule::set).toList();
  }

  /// A stage with these rules, policy by policy, in the order of evaluation.
  ///
  /// @param idle rules of policies that are not installed: they are treated as if they came last,
  ///   and hide no other rule
  /// @param previous the stage of the previous tier
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

  /// All installed rules, in the order of evaluation.
  public List<Rule> rules() {
    return rules;
  }

  /// The rules that are the first match of any connection, or would be if installed.
  public List<Rule> acting() {
    return acting;
  }

  /// For how many rules the search gave up; they count as first matches.
  public int givenUp() {
    return givenUp;
  }

  /// The installed rules by their names in reports, with whether each is the first match of any
  /// connection; without rules that match no connection at all.
  public Map<String, Boolean> byText() {
    Map<String, Boolean> texts = new TreeMap<>();
    for (Rule rule : rules) {
      if (!rule.set().isEmpty()) {
        texts.put(rule.reason().text(), acting.contains(rule));
      }
    }
    return texts;
  }

  /// The stage of the previous tier.
  public AdminStage previous() {
    return previous == null ? EMPTY : previous;
  }

  /// Whether neither this stage nor an earlier one has an installed rule.
  public boolean decidesNothing() {
    return rules.isEmpty() && (previous == null || previous.decidesNothing());
  }

  /// Whether some wanted connection, outside of others, may be undecided after this stage and
  /// earlier ones: no rule matches it, or one passes it on. If policies of the same rank disagree,
  /// their order is undefined.
  public Search.Answer open(ConnectionSet wanted, List<ConnectionSet> others, Search search) {
    return previous == null
        ? search.uncovered(wanted, others)
        : open(wanted, others, this::before, (some, hidden) -> previous.open(some, hidden, search));
  }

  /// Whether some wanted connection, outside of others, is undecided in every order of policies of
  /// the same rank; does not find all such connections.
  public Search.Answer surelyOpen(ConnectionSet wanted, List<ConnectionSet> others, Search search) {
    return previous == null
        ? search.uncovered(wanted, others)
        : open(
            wanted,
            others,
            this::rivals,
            (some, hidden) -> previous.surelyOpen(some, hidden, search));
  }

  /// @param earlier the sets of the rules before an index
  /// @param before whether a connection is undecided before this stage
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

  /// The connections of a part that are undecided after this stage and earlier ones, as parts.
  ///
  /// @param surely whether only those that are undecided in every order of policies of the same
  ///   rank
  public List<VerdictRegion.Part> undecided(VerdictRegion.Part part, boolean surely) {
    if (previous == null) {
      return List.of(part);
    }
    List<VerdictRegion.Part> parts =
        new ArrayList<>(previous.undecided(part.without(sets), surely));
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (rule.verdict() == Verdict.PASS) {
        List<ConnectionSet> earlier = surely ? rivals(i) : before(i);
        parts.addAll(previous.undecided(part.within(rule.set()).without(earlier), surely));
      }
    }
    return parts;
  }

  /// The rules of this stage evaluated before the one at an index, if its policy is the first of
  /// its rank.
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

  /// The rules of this stage before the one at an index, and all rules of other policies of the
  /// same rank.
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

  /// Whether this stage or an earlier one has several policies of the same rank.
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
