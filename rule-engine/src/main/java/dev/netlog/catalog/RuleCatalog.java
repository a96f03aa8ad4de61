package dev.netlog.catalog;

import dev.netlog.model.FieldMask;
import dev.netlog.model.GroupKind;
import dev.netlog.platform.AssumptionKey;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.Platform;
import dev.netlog.platform.PlatformKind;
import dev.netlog.platform.common.CommonCoverageRules;
import dev.netlog.platform.common.CommonRules;
import dev.netlog.platform.gke.GkePlatform;
import dev.netlog.platform.ovn.OvnPlatform;
import dev.netlog.policy.WorkloadKinds;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All platforms and all rules that netlog knows.
public final class RuleCatalog {
  private static final RuleCatalog STANDARD =
      new RuleCatalog(List.of(new GkePlatform(), new OvnPlatform()));

  private final List<Platform> platforms;
  private final List<Rule> rules;
  private final List<CoverageRule> coverageRules;
  private final List<RuleInfo> infos;
  private final Map<GroupKind, PlatformKind> kinds = new LinkedHashMap<>();
  private final Map<GroupKind, FieldMask> workloads = new HashMap<>();

  private RuleCatalog(List<Platform> platforms) {
    this.platforms = platforms;
    this.rules =
        Stream.concat(
                CommonRules.rules(platforms).stream(),
                platforms.stream().flatMap(p -> p.rules().stream()))
            .toList();
    this.coverageRules =
        Stream.concat(
                CommonCoverageRules.rules(platforms).stream(),
                platforms.stream().flatMap(p -> p.coverageRules().stream()))
            .toList();
    this.infos =
        Stream.of(
                YamlRules.all().stream(),
                rules.stream().map(Rule::info),
                coverageRules.stream().map(CoverageRule::info))
            .flatMap(all -> all)
            .toList();
    platforms.stream()
        .flatMap(platform -> platform.kinds().stream())
        .forEach(kind -> kinds.merge(kind.kind(), kind, PlatformKind::and));
    WorkloadKinds.all().forEach(kind -> workloads.put(kind, WorkloadKinds.parts(kind)));
  }

  /// A catalogue of these platforms, and of the rules that belong to none.
  public static RuleCatalog of(List<Platform> platforms) {
    return new RuleCatalog(List.copyOf(platforms));
  }

  /// The catalogue of this release.
  public static RuleCatalog standard() {
    return STANDARD;
  }

  /// The platforms, in the order of reports.
  public List<Platform> platforms() {
    return platforms;
  }

  /// The platform of an id.
  ///
  /// @throws IllegalArgumentException where there is none
  public Platform platform(String id) {
    return platforms.stream()
        .filter(platform -> platform.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no platform " + id));
  }

  /// The ids of the platforms, in the order of reports.
  public List<String> platformIds() {
    return platforms.stream().map(Platform::id).toList();
  }

  /// The kinds that platforms have or read, with all that any of them makes of a kind.
  public List<PlatformKind> kinds() {
    return List.copyOf(kinds.values());
  }

  /// What users can take for granted about a cluster, beside its input being complete.
  public List<AssumptionKey> assumptions() {
    return Stream.concat(
            platforms.stream().flatMap(platform -> platform.assumptions().stream()),
            Stream.of(AssumptionKey.NAMESPACES))
        .toList();
  }

  /// The rules about resources, in the order of the catalogue.
  public List<Rule> rules() {
    return rules;
  }

  /// The rules about the coverage of targets, in the order of the catalogue.
  public List<CoverageRule> coverageRules() {
    return coverageRules;
  }

  /// Every rule's description, those about bytes first, those about coverage last.
  public List<RuleInfo> infos() {
    return infos;
  }

  /// The description of the rule of this id, or null where there is none.
  public @Nullable RuleInfo info(String id) {
    return infos.stream().filter(info -> info.id().equals(id)).findFirst().orElse(null);
  }

  /// The parts of objects of a kind that rules and coverage ask for, null where they ask for none;
  /// see [Platform#reads(GroupKind)]. Of an object with a key of [#concerns(String)] it is all.
  public @Nullable FieldMask parts(GroupKind kind) {
    if (platforms.stream().anyMatch(platform -> platform.reads(kind)) || CommonRules.reads(kind)) {
      return FieldMask.ALL;
    }
    return workloads.get(kind);
  }

  /// The parts that coverage asks for of objects of other kinds that hold a pod template; see
  /// [WorkloadKinds#isWorkload(dev.netlog.model.Resource)].
  public FieldMask workloadParts() {
    return WorkloadKinds.otherParts();
  }

  /// Whether a key makes its object worth a look; see [Platform#concerns(String)].
  public boolean concerns(String key) {
    for (Platform platform : platforms) {
      if (platform.concerns(key)) {
        return true;
      }
    }
    return CommonRules.concerns(key);
  }
}
