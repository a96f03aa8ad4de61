package dev.netlog.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.points.CoverageEngine;
import dev.netlog.coverage.witness.Witness;
import dev.netlog.coverage.witness.WitnessFinder;
import dev.netlog.inventory.Assumptions;
import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Direction;
import dev.netlog.network.Ports;
import dev.netlog.network.Protocol;
import dev.netlog.network.Selector;
import dev.netlog.platform.Enforcement;
import dev.netlog.platform.Platform;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.AdminRule;
import dev.netlog.policy.PeerClause;
import dev.netlog.policy.PolicyRule;
import dev.netlog.policy.PortClause;
import dev.netlog.policy.Tier;
import dev.netlog.policy.Tiers;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Tiers that a platform adds: a kind of its own, read by a parser of its own.
final class TierTest {
  private static final GroupKind FENCE = new GroupKind("acme.example", "Fence");
  private static final JsonPointer RULES = JsonPointer.of("spec", "rules");
  private static final String POD = "Namespace shop\nPod shop/w labels{app: w}\n";
  private static final String ISOLATED = POD + "NetworkPolicy shop/p {podSelector: {}}\n";

  /// OVN-Kubernetes with two tiers more: fences before everything, and fences behind everything.
  private static final Platform PLATFORM = platform();

  private static Platform platform() {
    Platform ovn = EngineLines.platform("ovn");
    List<Tier> tiers = new ArrayList<>(Tiers.withAdminPolicies());
    tiers.addFirst(new Tier.Admin("Outer", fences("Outer"), Tier.Ties.BY_NAME));
    tiers.addLast(new Tier.Admin("Inner", fences("Inner"), Tier.Ties.UNDEFINED));
    Enforcement enforcement = new Enforcement(true, tiers, Set.of(), Set.of(), Set.of());
    return (Platform)
        Proxy.newProxyInstance(
            Platform.class.getClassLoader(),
            new Class<?>[] {Platform.class},
            (_, method, arguments) -> {
              if (method.getName().equals("enforcement")) {
                return enforcement;
              }
              try {
                return method.invoke(ovn, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }

  private static Map<GroupKind, Function<Resource, List<AdminPolicy>>> fences(String tier) {
    return Map.of(
        FENCE,
        fence ->
            tier.equals(fence.content().textAt(JsonPointer.of("spec", "tier")))
                ? policies(fence)
                : List.of());
  }

  /// Each rule has its own subject.
  private static List<AdminPolicy> policies(Resource fence) {
    List<AdminPolicy> policies = new ArrayList<>();
    List<Value> rules = fence.content().itemsAt(RULES);
    for (int i = 0; i < rules.size(); i++) {
      JsonPointer at = RULES.child(i);
      String action = Objects.requireNonNull(fence.content().textAt(at.child("action")));
      Value port = fence.content().at(at.child("port"));
      List<PortClause> ports =
          port instanceof Value.Numeral(String literal)
              ? List.of(
                  new PortClause.Numbers(
                      Ports.of(Protocol.TCP, Integer.parseInt(literal), Integer.parseInt(literal))))
              : List.of();
      PeerClause anyPod = new PeerClause.Pods(Selector.everything(), Selector.everything());
      AdminRule rule =
          new AdminRule(
              i,
              AdminRule.Action.valueOf(action),
              new PolicyRule(false, List.of(anyPod), ports.isEmpty(), ports));
      policies.add(
          new AdminPolicy(
              fence,
              1,
              Selector.everything(),
              selector(fence.content().at(at.child("pods"))),
              Map.of(Direction.INGRESS, List.of(rule))));
    }
    return policies;
  }

  private static Selector selector(@Nullable Value value) {
    return value != null && Selector.parse(value, JsonPointer.ROOT) instanceof Selector.Ok(var ok)
        ? ok
        : Selector.everything();
  }

  private static Coverage coverage(String objects) {
    TargetInput target =
        TargetInput.of(
            PLATFORM, ObjectLines.world("ovn", objects).resources(), new Assumptions(Map.of()));
    return CoverageEngine.ipv4().evaluate(target, CoverageEngine.SEQUENTIAL);
  }

  /// The ingress points as verdict and reason, with the port of the witness where there is one.
  private static List<String> points(String objects) {
    Coverage coverage = coverage(objects);
    WitnessFinder finder = new WitnessFinder(coverage);
    List<String> points = new ArrayList<>();
    coverage.forEach(
        (subject, of, point) -> {
          if (point.point().direction() == Direction.INGRESS) {
            Witness witness =
                finder.find(new SubjectPoint(point.key(subject), subject, of, "shop", point));
            points.add(
                point.point().verdict().word()
                    + " "
                    + point.point().reason().text()
                    + (witness == null ? "" : " " + witness.connection().port()));
          }
        });
    return points;
  }

  private static String fence(String name, String tier, String rules) {
    return "Fence %s {tier: %s, rules: [%s]}\n".formatted(name, tier, rules);
  }

  private static String admin(String action) {
    return "AdminNetworkPolicy a {priority: 1, subject: {namespaces: {}}, ingress: [{action: "
        + action
        + ", from: [{namespaces: {}}]}]}\n";
  }

  @Test
  void theFirstTierThatDecidesHidesTheOthers() {
    assertThat(points(ISOLATED + fence("f", "Outer", "{action: DENY}") + admin("Allow")))
        .containsExactly("deny Fence/f#Ingress/0 443", "deny default-deny 443");
  }

  @Test
  void whatATierDoesNotMatchComesToTheNext() {
    assertThat(points(POD + fence("f", "Outer", "{action: DENY, port: 80}") + admin("Allow")))
        .containsExactly("deny Fence/f#Ingress/0 80", "allow AdminNetworkPolicy/a#Ingress/0 443");
  }

  @Test
  void passLeavesAConnectionToTheNextTierOnly() {
    String passing = fence("f", "Outer", "{action: PASS}");
    assertThat(points(POD + passing + admin("Deny")))
        .containsExactly("pass Fence/f#Ingress/0", "deny AdminNetworkPolicy/a#Ingress/0 443");
    assertThat(points(ISOLATED + passing + admin("Pass")))
        .containsExactly(
            "pass Fence/f#Ingress/0",
            "pass AdminNetworkPolicy/a#Ingress/0",
            "deny default-deny 443");
  }

  @Test
  void tiersBehindNetworkPoliciesAreAskedAboutPodsThatNoneIsolates() {
    String inner = fence("f", "Inner", "{action: DENY}");
    assertThat(points(POD + inner)).containsExactly("deny Fence/f#Ingress/0 443");
    assertThat(points(ISOLATED + inner)).containsExactly("deny default-deny 443");
    assertThat(
            points(
                POD
                    + "BaselineAdminNetworkPolicy default {subject: {namespaces: {}}, ingress:"
                    + " [{action: Allow, from: [{namespaces: {}}]}]}\n"
                    + inner))
        .containsExactly("allow BaselineAdminNetworkPolicy/default#Ingress/0 443");
  }

  @Test
  void tiesByNameHaveAnOrderAndOthersDoNot() {
    assertThat(
            points(
                POD
                    + fence("a", "Outer", "{action: ALLOW}")
                    + fence("b", "Outer", "{action: DENY}")))
        .containsExactly("allow Fence/a#Ingress/0 443");
    assertThat(
            points(
                POD
                    + fence("a", "Inner", "{action: ALLOW}")
                    + fence("b", "Inner", "{action: DENY}")))
        .containsExactly("allow Fence/a#Ingress/0", "deny Fence/b#Ingress/0");
  }

  @Test
  void rulesMayHaveSubjectsOfTheirOwn() {
    String rules =
        "{action: ALLOW, pods: {matchLabels: {app: other}}},"
            + " {action: DENY, port: 80, pods: {matchLabels: {app: w}}}, {action: ALLOW}";
    for (String tier : List.of("Outer", "Inner")) {
      assertThat(points(POD + fence("f", tier, rules)))
          .as(tier)
          .filteredOn(point -> !point.contains("#Ingress/0"))
          // The last rule has a point on the virtual subject of the first one too.
          .containsSubsequence("deny Fence/f#Ingress/1 80", "allow Fence/f#Ingress/2 443");
    }
  }

  @Test
  void aFenceIsClusterScopedAndStandsInOneTier() {
    Coverage coverage = coverage(POD + fence("f", "Middle", "{action: DENY}"));
    assertThat(coverage.target().adminPolicies()).isEmpty();
    assertThat(coverage.ungoverned()).contains("shop/Pod/w:ingress");
  }
}
