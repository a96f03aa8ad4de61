package dev.netlog.platform;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.network.Protocol;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A fact about an object that its author should know, found while points are searched.
///
/// @param detail the fact
/// @param resource the object, null where it is not in the input
/// @param object the object as reports name it: `EgressFirewall/shop#1`, `Namespace/edge`
/// @param at where in the object
/// @param related other objects that belong to the fact
public record Notice(
    Detail detail,
    @Nullable Resource resource,
    String object,
    JsonPointer at,
    List<Resource> related) {
  /// Facts by name; the names are the codes of `netlog coverage --format json`.
  public enum Kind {
    NAMESPACE_OBJECT_MISSING,
    POLICY_SELECTS_NOTHING,
    HOST_NETWORK_SELECTED,
    UNSUPPORTED_OS,
    RULES_IGNORED_BY_POLICYTYPES,
    NAMED_PORT_UNRESOLVED,
    SHADOWED_RULE,
    UNMODELLED_POLICY,
    UNGOVERNED_WORKLOAD;

    /// The code: `policy-selects-nothing`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// A fact.
  public sealed interface Detail {
    /// Which one it is.
    Kind kind();
  }

  /// A namespace whose Namespace object is not in the input, though a state depends on it.
  public record MissingNamespace(String name) implements Detail {
    @Override
    public Kind kind() {
      return Kind.NAMESPACE_OBJECT_MISSING;
    }
  }

  /// A policy that applies to no workload read.
  ///
  /// @param namespace the policy's namespace
  /// @param satisfiable whether some pod could have the labels that the policy selects
  public record NothingSelected(String namespace, boolean satisfiable) implements Detail {
    @Override
    public Kind kind() {
      return Kind.POLICY_SELECTS_NOTHING;
    }
  }

  /// A policy that selects workloads in the node's network, where policies do not reach; these are
  /// related.
  public record HostNetwork() implements Detail {
    @Override
    public Kind kind() {
      return Kind.HOST_NETWORK_SELECTED;
    }
  }

  /// A workload on nodes where the platform logs nothing.
  public record UnloggedNodes() implements Detail {
    @Override
    public Kind kind() {
      return Kind.UNSUPPORTED_OS;
    }
  }

  /// Rules of a direction that `policyTypes` leaves out.
  public record IgnoredRules(Direction direction) implements Detail {
    @Override
    public Kind kind() {
      return Kind.RULES_IGNORED_BY_POLICYTYPES;
    }
  }

  /// A rule whose port name none of the selected pods declares or, where workloads are related,
  /// these do not.
  ///
  /// @param protocol null where the rule names none
  public record UnresolvedPort(@Nullable Protocol protocol, String name) implements Detail {
    @Override
    public Kind kind() {
      return Kind.NAMED_PORT_UNRESOLVED;
    }
  }

  /// A rule that others before it leave nothing to decide.
  public record Shadowed(Shadow by) implements Detail {
    @Override
    public Kind kind() {
      return Kind.SHADOWED_RULE;
    }
  }

  /// Rules that decide all connections of another one.
  public sealed interface Shadow {}

  /// One rule of the same object.
  ///
  /// @param index its place, from 0
  public record EarlierRule(int index) implements Shadow {}

  /// Several rules, of the same object or of others.
  public record EarlierRules() implements Shadow {}

  /// Rules of admin policies, before a rule of a NetworkPolicy.
  public record AdminRules() implements Shadow {}

  /// A policy of a kind that netlog does not model.
  public record NotModelled(String policyKind) implements Detail {
    @Override
    public Kind kind() {
      return Kind.UNMODELLED_POLICY;
    }
  }

  /// A workload with directions in which no policy governs it.
  public record Ungoverned(List<Direction> directions) implements Detail {
    public Ungoverned {
      directions = List.copyOf(directions);
    }

    @Override
    public Kind kind() {
      return Kind.UNGOVERNED_WORKLOAD;
    }
  }

  public Notice {
    related = List.copyOf(related);
  }

  /// Which fact it is.
  public Kind kind() {
    return detail.kind();
  }
}
