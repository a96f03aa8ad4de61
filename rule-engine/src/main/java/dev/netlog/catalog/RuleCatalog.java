package dev.netlog.catalog;

import dev.netlog.model.GroupKind;
import dev.netlog.platform.Platform;
import dev.netlog.platform.common.CommonRules;
import dev.netlog.platform.gke.GkePlatform;
import dev.netlog.platform.ovn.OvnPlatform;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All platforms and all rules that netlog knows.
public final class RuleCatalog {
  private static final RuleCatalog STANDARD =
      new RuleCatalog(List.of(new GkePlatform(), new OvnPlatform()));

  private final List<Platform> platforms;
  private final List<Rule> rules;
  private final List<RuleInfo> infos;

  private RuleCatalog(List<Platform> platforms) {
    this.platforms = platforms;
    this.rules =
        Stream.concat(
                CommonRules.rules(platforms).stream(),
                platforms.stream().flatMap(p -> p.rules().stream()))
            .toList();
    this.infos = Stream.concat(YamlRules.all().stream(), rules.stream().map(Rule::info)).toList();
  }

  /// The catalogue of this release.
  public static RuleCatalog standard() {
    return STANDARD;
  }

  /// The platforms, in the order of reports.
  public List<Platform> platforms() {
    return platforms;
  }

  /// The rules about resources, in the order of the catalogue.
  public List<Rule> rules() {
    return rules;
  }

  /// Every rule's description, those about bytes first.
  public List<RuleInfo> infos() {
    return infos;
  }

  /// The description of the rule of this id, or null where there is none.
  public @Nullable RuleInfo info(String id) {
    return infos.stream().filter(info -> info.id().equals(id)).findFirst().orElse(null);
  }

  /// Whether any platform reads this kind; see [Platform#reads(GroupKind)].
  public boolean reads(GroupKind kind) {
    return platforms.stream().anyMatch(platform -> platform.reads(kind));
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
