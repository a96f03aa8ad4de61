package dev.netlog.policy;

/// One rule of an admin policy.
///
/// @param index its place in its object's list, from 0
/// @param action what it does
/// @param connections the connections it is about
public record AdminRule(int index, Action action, PolicyRule connections) {
  /// What a rule does with a connection.
  public enum Action {
    ALLOW,
    DENY,
    PASS
  }
}
