package dev.netlog.platform;

import dev.netlog.model.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Applied policies whose connections are letters.
public final class LetterPolicies implements AppliedPolicies {
  private final List<Resource> policies = new ArrayList<>();
  private final List<Resource> possible = new ArrayList<>();
  private final Map<Resource, String> letters = new HashMap<>();
  private final Map<Resource, List<Integer>> rules = new HashMap<>();

  /// Adds a policy that applies.
  public LetterPolicies with(Resource policy, String allowed) {
    policies.add(policy);
    letters.put(policy, allowed);
    return this;
  }

  /// Adds a policy that may apply.
  public LetterPolicies withPossible(Resource policy, String allowed) {
    possible.add(policy);
    letters.put(policy, allowed);
    return this;
  }

  /// Says which rules of a policy can decide.
  public LetterPolicies withRules(Resource policy, Integer... indexes) {
    rules.put(policy, List.of(indexes));
    return this;
  }

  @Override
  public List<Resource> policies() {
    return List.copyOf(policies);
  }

  @Override
  public List<Resource> possible() {
    return List.copyOf(possible);
  }

  @Override
  public Share shared(Resource policy, List<Resource> others) {
    String union = others.stream().map(this::lettersOf).collect(Collectors.joining());
    long inside = lettersOf(policy).chars().filter(c -> union.indexOf(c) >= 0).count();
    if (inside == 0) {
      return Share.NONE;
    }
    return inside == lettersOf(policy).length() ? Share.ALL : Share.PART;
  }

  @Override
  public List<Resource> meeting(Resource policy, List<Resource> others) {
    return others.stream()
        .filter(other -> lettersOf(policy).chars().anyMatch(c -> lettersOf(other).indexOf(c) >= 0))
        .toList();
  }

  @Override
  public List<Integer> rules(Resource policy) {
    return rules.getOrDefault(policy, List.of());
  }

  @Override
  public List<VerdictRegion.Part> undecided() {
    return List.of();
  }

  @Override
  public List<VerdictRegion> regions(Reason reason, Predicate<Resource> logged) {
    return List.of();
  }

  private String lettersOf(Resource policy) {
    return letters.getOrDefault(policy, "");
  }
}
