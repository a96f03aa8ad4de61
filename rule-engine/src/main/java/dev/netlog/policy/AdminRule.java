package dev.netlog.policy;

/// One rule of an admin policy.
///
/// @param action what it does
/// @param connections the connections it is about
public record AdminRule(Action action, PolicyRule connections) {
  /// What a rule does with a connection.
  public enum Action {
    ALLOW,
    DENY,
    PASS
  }
}
