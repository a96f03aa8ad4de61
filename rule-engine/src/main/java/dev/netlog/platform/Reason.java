package dev.netlog.platform;

import dev.netlog.model.Resource;
import dev.netlog.network.Direction;

/// What a verdict comes from, in the words of a point's key.
public sealed interface Reason {
  /// The reason as reports name it: `NetworkPolicy/edge/api`, `default-deny`,
  /// `AdminNetworkPolicy/tenants#Ingress/0`, `EgressFirewall/shop#1`.
  String text();

  /// A NetworkPolicy that allows.
  ///
  /// @param policy the object
  /// @param text as reports name it
  record Allowing(Resource policy, String text) implements Reason {}

  /// What no NetworkPolicy of an isolated pod allows.
  record DefaultDeny() implements Reason {
    @Override
    public String text() {
      return "default-deny";
    }
  }

  /// A rule of an AdminNetworkPolicy or of the BaselineAdminNetworkPolicy.
  ///
  /// @param policy the object
  /// @param direction the list it stands in
  /// @param index its place there, from 0
  record AdminRule(Resource policy, Direction direction, int index) implements Reason {
    @Override
    public String text() {
      return policy.id() + "#" + direction.title() + "/" + index;
    }
  }

  /// A rule of a platform's own that holds for a whole namespace.
  ///
  /// @param policy the object
  /// @param index its place, from 0
  /// @param text as reports name it
  record NamespaceRule(Resource policy, int index, String text) implements Reason {}

  /// A policy of a kind that netlog does not model.
  ///
  /// @param policy the object
  /// @param text as reports name it
  record Unmodelled(Resource policy, String text) implements Reason {}
}
