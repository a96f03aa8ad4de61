package dev.netlog.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.rule.Place;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class RuleEngineTest {
  private static final Resource SUBJECT =
      Objects.requireNonNull(
          Resource.of(
              new Value.Mapping(
                  Map.of("apiVersion", new Value.Text("v1"), "kind", new Value.Text("Namespace"))),
              Origin.NOWHERE));

  private static final Inventory INVENTORY = ManifestInventory.of(List.of(), Set.of());

  /// A rule that finds one thing everywhere, or breaks.
  private record FakeRule(RuleInfo info, boolean breaks) implements Rule {
    static FakeRule of(String id, boolean breaks) {
      return new FakeRule(
          RuleInfo.of(id, null, Severity.WARNING).title(id).sources("a test"), breaks);
    }

    @Override
    public List<Violation> check(Resource subject, Inventory inventory) {
      if (breaks) {
        throw new IllegalStateException("broken on purpose");
      }
      return List.of(Violation.at(Place.value(JsonPointer.ROOT), "found"));
    }
  }

  @Test
  void aRuleThatBreaksIsReportedAndTheOthersRunAllTheSame() {
    List<Rule> rules =
        List.of(
            FakeRule.of("first", false), FakeRule.of("second", true), FakeRule.of("third", false));
    List<RuleFailure> failures = new ArrayList<>();
    List<Finding> findings =
        new RuleEngine(rules, PlatformUse.none()).check(SUBJECT, INVENTORY, failures::add);
    assertThat(findings)
        .extracting(finding -> finding.rule().id())
        .containsExactly("first", "third");
    assertThat(failures)
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.rule()).isEqualTo("second");
              assertThat(failure.subject()).isSameAs(SUBJECT);
              assertThat(failure.cause()).hasMessage("broken on purpose");
            });
  }

  @Test
  void theUserSaysWhatFindingsWeighAndWhichRulesAreOff() {
    List<Rule> rules =
        List.of(FakeRule.of("worse", false), FakeRule.of("off", true), FakeRule.of("same", false));
    Severities severities = new Severities(Map.of("worse", Severity.ERROR), Set.of("off"));
    List<RuleFailure> failures = new ArrayList<>();
    List<Finding> findings =
        new RuleEngine(rules, PlatformUse.none(), severities)
            .check(SUBJECT, INVENTORY, failures::add);
    assertThat(findings)
        .extracting(finding -> finding.rule().id() + " " + finding.severity())
        .containsExactly("worse ERROR", "same WARNING");
    assertThat(failures).isEmpty();
    assertThat(severities.isAskedFor("worse")).isTrue();
    assertThat(severities.isAskedFor("same")).isFalse();
  }

  @Test
  void aCallerWhoLosesPatienceEndsTheCheckBetweenTwoRules() {
    List<Rule> rules =
        List.of(
            FakeRule.of("first", true), FakeRule.of("second", true), FakeRule.of("third", true));
    List<String> broken = new ArrayList<>();
    RuleEngine engine = new RuleEngine(rules, PlatformUse.none());
    UnsupportedOperationException enough = new UnsupportedOperationException("enough");
    Runnable before =
        () -> {
          if (broken.size() == 2) {
            throw enough;
          }
        };
    assertThatThrownBy(
            () -> engine.check(SUBJECT, INVENTORY, failure -> broken.add(failure.rule()), before))
        .isSameAs(enough);
    assertThat(broken).containsExactly("first", "second");
  }
}
