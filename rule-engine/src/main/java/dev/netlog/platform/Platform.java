package dev.netlog.platform;

import dev.netlog.fix.Edit;
import dev.netlog.inventory.Assumptions;
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

  /// The short name of options and reports, and the first part of the ids of its rules.
  String id();

  /// What people call it, for messages.
  String name();

  /// The systems that read its keys, for tables.
  default String systems() {
    return name();
  }

  /// Where its logging is documented: a link in Markdown.
  String documentation();

  /// The platform's rules, in the order of the catalogue.
  List<Rule> rules();

  /// The platform's rules about coverage, in the order of the catalogue.
  List<CoverageRule> coverageRules();

  /// The kinds that it has or reads, its own and others'.
  List<PlatformKind> kinds();

  /// Words in small letters: every key that decides about logging holds one of them, and so do most
  /// keys that were meant as one. The API server compares them without their case before it asks
  /// the webhook about an object.
  Set<String> keyWords();

  /// What users can take for granted about its clusters, beside what all platforms have.
  default List<AssumptionKey> assumptions() {
    return List.of();
  }

  /// What to assume about a cluster for its logging to depend on the logging values of the objects
  /// themselves, where the settings of the cluster are not in the input.
  default Assumptions ownLogging() {
    return Assumptions.NONE;
  }

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

  /// What users can ask for of the annotations that the webhook adds.
  InjectionSettings injection();

  /// The annotation that has an object logged that says nothing about its logging, exactly as a fix
  /// of the platform's unlogged objects writes it; null where the settings do not ask for it, where
  /// the platform reads none from such an object, where somebody has written one or tried to,
  /// whatever it says, and where none can stand.
  ///
  /// @param settings values of the members of [#injection()] by name; `true` for a member that is
  ///   on, none for one that is not
  Edit.@Nullable Set inject(Resource resource, Map<String, String> settings);

  /// Objects for a first round of the webhook through its code: usual ones, some with a mistake.
  List<Resource> samples();

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

  /// Whether it installs the rules of a direction that `policyTypes` leaves out, so that a record
  /// can name them.
  default boolean installsIgnoredRules() {
    return false;
  }

  /// Whether the record of an allowed connection names the policies that allow it.
  default boolean namesAllowingPolicies() {
    return false;
  }

  /// Those of the platform's rules that say of an object of its own kinds why the API server
  /// refuses it: no other rule repeats what one of them says of a place.
  default List<Rule> refusalRules() {
    return List.of();
  }

  /// What the platform makes of the policy kinds.
  Enforcement enforcement();

  /// What the platform's own kinds decide for all pods of a namespace, in the order of their rules.
  List<NamespaceVerdict> namespaceVerdicts(String namespace, Inventory inventory);

  /// The rules of a namespace's own policies, as reports name them, that decide connections in one
  /// state of a cluster which no such rule decides in another.
  default Set<String> undecidedRules(String namespace, Inventory before, Inventory after) {
    return Set.of();
  }

  /// Whether the connections of a point leave a record.
  LoggingState loggingOf(Point point, Inventory inventory);

  /// The record that the connections of a logged point leave.
  LogRecord recordOf(Point point, Inventory inventory);

  /// The settings that decide whether a point is logged, and what would change the answer.
  Decision decisionOf(Point point, Inventory inventory);
}
