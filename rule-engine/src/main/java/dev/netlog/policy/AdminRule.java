package dev.netlog.policy;

/// One rule of an admin policy.
///
/// @param index its index in the list of rules, from 0
/// @param action allow, deny or pass
/// @param connections the connections it matches
public record AdminRule(int index, Action action, PolicyRule connections) {
  /// The effect of a rule on a connection.
  public enum Action {
    ALLOW,
    DENY,
    PASS
  }
}
