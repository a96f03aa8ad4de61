package dev.netlog.platform;

import dev.netlog.model.Resource;
import dev.netlog.model.ResourceId;
import dev.netlog.network.Direction;
import dev.netlog.platform.text.Unreadable;
import dev.netlog.policy.Names;
import org.jspecify.annotations.Nullable;

/// What a verdict comes from, in the words of a point's key.
public sealed interface Reason {
  /// The reason as reports name it: `NetworkPolicy/edge/api`, `default-deny`,
  /// `AdminNetworkPolicy/tenants#Ingress/0`, `EgressFirewall/shop#1`.
  String text();

  /// The name in it, as sentences about the point repeat it: `edge/api`, `tenants#Ingress/0`,
  /// `shop#1`; null where no object is named.
  @Nullable String name();

  /// The object that it names, null where it names none.
  @Nullable Resource policy();

  /// A NetworkPolicy that allows.
  ///
  /// @param policy the object
  /// @param text as reports name it
  record Allowing(Resource policy, String text) implements Reason {
    @Override
    public String name() {
      return Names.local(policy);
    }
  }

  /// What no NetworkPolicy of an isolated pod allows.
  record DefaultDeny() implements Reason {
    @Override
    public String text() {
      return "default-deny";
    }

    @Override
    public @Nullable String name() {
      return null;
    }

    @Override
    public @Nullable Resource policy() {
      return null;
    }
  }

  /// A rule of a cluster-scoped policy, such as an AdminNetworkPolicy.
  ///
  /// @param policy the object
  /// @param direction the list it stands in
  /// @param index its place there, from 0
  record AdminRule(Resource policy, Direction direction, int index) implements Reason {
    @Override
    public String text() {
      return ResourceId.reference(policy.id().kind(), null, name());
    }

    @Override
    public String name() {
      String name = ResourceId.local(policy.id().namespace(), policy.id().name());
      return name + "#" + direction.title() + "/" + index;
    }
  }

  /// A rule of a platform's own that holds for a whole namespace.
  ///
  /// @param policy the object
  /// @param index its place, from 0
  /// @param text as reports name it
  record NamespaceRule(Resource policy, int index, String text) implements Reason {
    @Override
    public String name() {
      return Names.namespace(policy) + "#" + index;
    }
  }

  /// A policy of a kind that netlog does not model.
  ///
  /// @param policy the object
  /// @param text as reports name it
  record Unmodelled(Resource policy, String text) implements Reason {
    @Override
    public String name() {
      return ResourceId.local(policy.id().namespace(), Names.name(policy));
    }
  }

  /// A text that nobody could read and that may hold a policy.
  ///
  /// @param where its place
  /// @param text its path with a digest of the text: `chart/np.yaml#0a1b2c3d`; at the head of a
  ///   change that of the base, if the text moved or changed
  /// @param digest the digest of the text
  record UnreadText(Unreadable where, String text, String digest) implements Reason {
    @Override
    public @Nullable String name() {
      return null;
    }

    @Override
    public @Nullable Resource policy() {
      return null;
    }
  }
}
