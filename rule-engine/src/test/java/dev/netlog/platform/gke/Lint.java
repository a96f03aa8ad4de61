package dev.netlog.platform.gke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Fix;
import dev.netlog.fix.Patched;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.common.CommonRules;
import dev.netlog.rule.Rule;
import dev.netlog.run.Finding;
import dev.netlog.run.PlatformUse;
import dev.netlog.run.RuleEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/// GKE's rules and the common ones at work on a few objects.
public final class Lint {
  private static final GkePlatform GKE = new GkePlatform();
  private static final RuleEngine ENGINE =
      new RuleEngine(rules(), new PlatformUse(Set.of("gke"), Set.of()));

  private Lint() {}

  private static List<Rule> rules() {
    List<Rule> rules = new ArrayList<>(CommonRules.rules(List.of(GKE)));
    rules.addAll(GKE.rules());
    return rules;
  }

  /// The findings on the first of the objects, where these are some of those of a cluster on GKE.
  public static List<Finding> of(String subject, String... others) {
    List<Resource> all = resources(subject, others);
    return of(all.getFirst(), ManifestInventory.of(all, Set.of("gke")));
  }

  /// The findings on the first of the objects, where these are all there are.
  static List<Finding> complete(String subject, String... others) {
    List<Resource> all = resources(subject, others);
    return of(all.getFirst(), ManifestInventory.complete(all, Set.of("gke")));
  }

  public static List<Finding> of(Resource subject, Inventory inventory) {
    return ENGINE.check(
        subject,
        inventory,
        failure -> {
          throw failure.cause();
        });
  }

  /// The ids of the rules that found something.
  public static List<String> ids(List<Finding> findings) {
    return findings.stream().map(finding -> finding.rule().id()).toList();
  }

  /// The one finding there must be.
  public static Finding only(List<Finding> findings) {
    assertThat(findings).as(() -> "of rules " + ids(findings)).hasSize(1);
    return findings.getFirst();
  }

  /// The fix of a finding.
  public static Fix fix(Finding finding) {
    return Objects.requireNonNull(finding.violation().fix(), "no fix");
  }

  /// The findings that are left once the fix of one was applied to its object.
  public static List<Finding> after(Finding finding) {
    Value patched = Patched.of(finding.subject().content(), fix(finding).edits());
    Resource subject = Json.resource(patched);
    return of(subject, ManifestInventory.of(List.of(subject), Set.of("gke")));
  }

  private static List<Resource> resources(String subject, String... others) {
    List<Resource> all = new ArrayList<>();
    all.add(Json.resource(subject));
    for (String other : others) {
      all.add(Json.resource(other));
    }
    return all;
  }
}
