package dev.netlog.policy;

import dev.netlog.network.Direction;
import dev.netlog.network.Label;
import dev.netlog.network.LabelValues;
import dev.netlog.network.NamedPort;
import dev.netlog.network.Ports;
import dev.netlog.network.Protocol;
import dev.netlog.network.Ranges;
import dev.netlog.network.Selector;
import dev.netlog.network.sets.Box;
import dev.netlog.network.sets.ConnectionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The connections that policy rules match, as sets.
///
/// A named port is a port of the destination. At ingress that is the subject, whose ports are
/// known. At egress it is the peer, and since any pod may exist, any port may have that name.
public final class Connections {
  private final Space space;
  private final String namespace;
  private final Direction direction;
  private final PortNames names;

  /// Creates the sets for rules of a namespace, as they apply to one subject.
  ///
  /// @param namespace the namespace of a peer without a namespace selector
  /// @param names the subject's named ports
  public Connections(Space space, String namespace, Direction direction, PortNames names) {
    this.space = space;
    this.namespace = namespace;
    this.direction = direction;
    this.names = names;
  }

  /// The connections that a NetworkPolicy allows in this direction.
  public ConnectionSet admittedBy(NetworkPolicy policy) {
    List<Box> boxes = new ArrayList<>();
    policy.rules(direction).forEach(rule -> boxes.addAll(boxes(rule)));
    return ConnectionSet.of(boxes);
  }

  /// The connections that one rule matches.
  public ConnectionSet of(PolicyRule rule) {
    return ConnectionSet.of(boxes(rule));
  }

  private List<Box> boxes(PolicyRule rule) {
    List<Box> boxes = new ArrayList<>();
    for (Box peer : peers(rule)) {
      if (rule.everyPort()) {
        boxes.add(peer);
        continue;
      }
      Ranges numbers = Ranges.unionOf(rule.ports().stream().map(this::numbers).toList());
      add(peer.withPorts(numbers), boxes);
      if (direction == Direction.EGRESS) {
        rule.names().forEach(name -> named(peer, name, boxes));
      }
    }
    return boxes;
  }

  private Ranges numbers(PortClause port) {
    return switch (port) {
      case PortClause.Numbers(Ranges ports) -> ports;
      case PortClause.Name(@Nullable Protocol protocol, String name) ->
          direction == Direction.INGRESS ? names.resolve(protocol, name) : Ranges.empty();
    };
  }

  /// Any pod may give the port this name; addresses have no port names.
  private static void named(Box peer, PortClause.Name port, List<Box> boxes) {
    if (!peer.isPods()) {
      return;
    }
    for (Protocol protocol : Protocol.values()) {
      if (port.protocol() == null || port.protocol() == protocol) {
        Box of = peer.withPorts(Ports.all(protocol));
        if (of != null) {
          add(of.withNamedPort(new NamedPort(protocol, port.name()), true), boxes);
        }
      }
    }
  }

  private List<Box> peers(PolicyRule rule) {
    List<Box> boxes = new ArrayList<>();
    if (rule.everyone()) {
      return List.of(Box.pods(space.addresses()), Box.outside(space.addresses()));
    }
    for (PeerClause peer : rule.peers()) {
      switch (peer) {
        case PeerClause.Pods(@Nullable Selector namespaces, Selector pods) ->
            add(pods(namespaces, pods), boxes);
        case PeerClause.Addresses(Ranges addresses, boolean pods) -> {
          add(Box.outside(space.addresses()).withAddresses(addresses), boxes);
          if (pods || space.blocksMatchPods()) {
            add(Box.pods(space.addresses()).withAddresses(addresses), boxes);
          }
        }
      }
    }
    return boxes;
  }

  private @Nullable Box pods(@Nullable Selector namespaces, Selector pods) {
    Box box = Box.pods(space.addresses());
    Box in =
        namespaces == null
            ? box.withLabel(Label.NAMESPACE_NAME, LabelValues.in(Set.of(namespace)))
            : with(box, Label.Owner.NAMESPACE, namespaces);
    return in == null ? null : with(in, Label.Owner.POD, pods);
  }

  private static @Nullable Box with(Box box, Label.Owner owner, Selector selector) {
    Box narrowed = box;
    for (Map.Entry<String, LabelValues> entry : selector.constraints().entrySet()) {
      narrowed = narrowed.withLabel(new Label(owner, entry.getKey()), entry.getValue());
      if (narrowed == null) {
        return null;
      }
    }
    return narrowed;
  }

  private static void add(@Nullable Box box, List<Box> boxes) {
    if (box != null) {
      boxes.add(box);
    }
  }
}
