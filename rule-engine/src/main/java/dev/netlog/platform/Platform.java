package dev.netlog.platform;

import dev.netlog.fix.Edit;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.GroupKind;
import dev.netlog.model.Resource;
import dev.netlog.policy.InputProblem;
import dev.netlog.rule.Rule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A system that enforces network policies and can log what they decide.
public interface Platform {

  /// The short name of options and reports: `gke`, `ovn`.
  String id();

  /// The platform's rules, in the order of the catalogue.
  List<Rule> rules();

  /// Whether one of the rules, or a question of one to the inventory, can be about this kind, or
  /// the kind alone shows that the manifests are meant for this platform.
  ///
  /// Objects of other kinds that hold no key of [#concerns(String)] are never shown to a rule, so
  /// an edge may pass over them without building their tree.
  boolean reads(GroupKind kind);

  /// The annotation keys that the platform reads logging from, exactly.
  Set<String> keys();

  /// Whether a key found anywhere in an object is one of this platform's logging keys, or so like
  /// one that a rule has to look at the object, or one by which [#isSeenIn(Resource)] tells.
  boolean concerns(String key);

  /// Whether an object shows that the manifests are meant for this platform.
  boolean isSeenIn(Resource resource);

  /// The logging that an object itself sets, as the platform reads it; empty where it sets none.
  List<Setting> settings(Resource resource);

  /// The annotation that has an object logged that says nothing about its logging, exactly as a fix
  /// of the platform's unlogged objects writes it; null where the platform reads none from such an
  /// object, where somebody has written one or tried to, whatever it says, and where none can
  /// stand.
  ///
  /// @param severities by verdict, for platforms whose annotation names them; others have no say
  Edit.@Nullable Set switchOn(Resource resource, Map<Verdict, String> severities);

  /// What makes the API server of such a cluster refuse an object, so that it is not stored; empty
  /// where it is stored.
  List<InputProblem> refusals(Resource resource);

  /// The annotation keys that the platform reads logging from on objects of a kind.
  Set<String> keys(GroupKind kind);

  /// Why the platform does not install a policy that the API server stores, as the state of all its
  /// points; null where it installs it. Such a policy decides nothing and hides nothing.
  @Nullable LoggingState notProgrammed(Resource policy);

  /// Whether a policy is about another network than the cluster's default one, in whose verdicts it
  /// then has no part.
  boolean isOfOtherNetwork(Resource policy);

  /// Those of the platform's rules that say of an object of its own kinds why the API server
  /// refuses it: no other rule repeats what one of them says of a place.
  default List<Rule> refusalRules() {
    return List.of();
  }

  /// What the platform makes of the policy kinds.
  Enforcement enforcement();

  /// What the platform's own kinds decide for all pods of a namespace, in the order of their rules.
  List<NamespaceVerdict> namespaceVerdicts(String namespace, Inventory inventory);

  /// Whether the connections of a point leave a record.
  LoggingState loggingOf(Point point, Inventory inventory);

  /// The record that the connections of a logged point leave.
  LogRecord recordOf(Point point, Inventory inventory);

  /// The settings that decide whether a point is logged, and what would change the answer.
  Decision decisionOf(Point point, Inventory inventory);
}
