package dev.netlog.platform;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Something the search for points came across that whoever wrote the manifests should know.
///
/// @param kind what it is
/// @param resource the object it is about, null where that is not in the input
/// @param object the object as reports name it: `EgressFirewall/shop#1`, `Namespace/edge`
/// @param at where in the object
/// @param detail what exactly, for the message
/// @param related other objects that belong to it
public record Notice(
    Kind kind,
    @Nullable Resource resource,
    String object,
    JsonPointer at,
    String detail,
    List<Resource> related) {
  /// What there is to notice; the words are the codes of `netlog coverage --format json`.
  public enum Kind {
    /// A namespace whose Namespace object is not in the input, though a state depends on it.
    NAMESPACE_OBJECT_MISSING,
    /// A policy that applies to no workload read; the detail is the namespace, or
    /// [Notice#UNSATISFIABLE] where no pod could be selected.
    POLICY_SELECTS_NOTHING,
    /// A policy that selects a workload in the node's network, where policies do not reach.
    HOST_NETWORK_SELECTED,
    /// A workload on nodes where the platform logs nothing.
    UNSUPPORTED_OS,
    /// Rules of a direction that `policyTypes` leaves out.
    RULES_IGNORED_BY_POLICYTYPES,
    /// A rule whose port name none of the selected pods declares or, where others are related,
    /// these do not.
    NAMED_PORT_UNRESOLVED,
    /// A rule that others before it leave nothing to decide.
    SHADOWED_RULE,
    /// A policy of a kind that netlog does not model.
    UNMODELLED_POLICY,
    /// A workload with a direction in which no policy governs it.
    UNGOVERNED_WORKLOAD;

    /// The code: `policy-selects-nothing`.
    public String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// The detail of a policy whose selector contradicts itself.
  public static final String UNSATISFIABLE = "";

  public Notice {
    related = List.copyOf(related);
  }
}
