package dev.netlog.platform.ovn.point;

import static dev.netlog.platform.ovn.point.AclPointSamples.OVN;
import static dev.netlog.platform.ovn.point.AclPointSamples.admin;
import static dev.netlog.platform.ovn.point.AclPointSamples.allow;
import static dev.netlog.platform.ovn.point.AclPointSamples.deny;
import static dev.netlog.platform.ovn.point.AclPointSamples.firewall;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.Direction;
import dev.netlog.platform.AppliedPolicies;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.ovn.Given;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// The table of records on OVN, each row by its words.
class AclRecordTest {
  private static final Resource NAMESPACE =
      Given.namespace("{\"deny\":\"alert\",\"allow\":\"notice\"}");

  private static Map<String, Value> record(Point point) {
    return OVN.recordOf(point, Given.known(NAMESPACE)).members();
  }

  private static Map<String, Value> record(String verdict, String severity, String... names) {
    List<Value> texts = Stream.of(names).<Value>map(Value.Text::new).toList();
    return Map.of(
        "names",
        new Value.Sequence(texts),
        "verdict",
        new Value.Text(verdict),
        "severity",
        new Value.Text(severity));
  }

  @Test
  @DisplayName(
      "NetworkPolicy allow, rule i: NP:ns:policy:Ingress:i, verdict allow; any one of them")
  void anAllowedConnectionCarriesTheNameOfOneOfTheRules() {
    assertThat(record(allow()))
        .isEqualTo(
            record("allow", "notice", "NP:payments:api:Ingress:0", "NP:payments:api:Ingress:1"));
    Resource policy = Given.policy("payments", "api", 0, 12);
    assertThat(record(allow(policy, Direction.EGRESS, 2, 11)))
        .isEqualTo(
            record("allow", "notice", "NP:payments:api:Egress:2", "NP:payments:api:Egress:11"));
    assertThat(record(allow()).keySet()).containsExactly("names", "verdict", "severity");
  }

  @Test
  @DisplayName("NetworkPolicy deny: NP:ns:Ingress, verdict drop")
  void aDeniedConnectionCarriesTheNameOfTheNamespace() {
    assertThat(record(deny(Direction.INGRESS)))
        .isEqualTo(record("drop", "alert", "NP:payments:Ingress"));
    assertThat(record(deny(Direction.EGRESS)))
        .isEqualTo(record("drop", "alert", "NP:payments:Egress"));
  }

  @Test
  @DisplayName("admin, baseline: ANP:name:Ingress:i, BANP:default:Ingress:i, allow, drop, pass")
  void anAdminRuleCarriesItsOwnName() {
    String value = "{\"deny\":\"info\",\"allow\":\"debug\",\"pass\":\"warning\"}";
    assertThat(record(admin(Given.admin(value), Verdict.PASS)))
        .isEqualTo(record("pass", "warning", "ANP:tenants:Ingress:0"));
    assertThat(record(admin(Given.admin(value), Verdict.ALLOW)))
        .isEqualTo(record("allow", "debug", "ANP:tenants:Ingress:0"));
    assertThat(record(admin(Given.baseline(value), Verdict.DENY)))
        .isEqualTo(record("drop", "info", "BANP:default:Ingress:0"));
    Point egress =
        new Point(
            "payments",
            Direction.EGRESS,
            Verdict.DENY,
            new Reason.AdminRule(Given.admin(value), Direction.EGRESS, 7),
            false,
            AppliedPolicies.NONE);
    assertThat(record(egress)).isEqualTo(record("drop", "info", "ANP:tenants:Egress:7"));
  }

  @Test
  @DisplayName("egress firewall: EF:ns:i, verdict allow, drop")
  void aFirewallRuleCarriesNamespaceAndIndex() {
    assertThat(record(firewall(Verdict.ALLOW)))
        .isEqualTo(record("allow", "notice", "EF:payments:1"));
    assertThat(record(firewall(Verdict.DENY))).isEqualTo(record("drop", "alert", "EF:payments:1"));
  }

  @Test
  @DisplayName("OVN names are cut to 63 characters")
  void namesThatAreCutToOneAreListedOnce() {
    String name = "a".repeat(50);
    Resource policy = Given.policy("payments", name, 12, 0);
    assertThat(record(allow(policy, Direction.INGRESS, 0, 1, 11)))
        .isEqualTo(record("allow", "notice", "NP:payments:" + name + ":"));
  }

  @Property(tries = 500)
  void noNameIsLongerThanOvnKeeps(
      @ForAll("names") String name, @ForAll @IntRange(max = 120) int rule) {
    Resource policy = Given.policy("payments", name, 0, 0);
    Value names = record(allow(policy, Direction.INGRESS, 0, rule)).get("names");
    List<Value> all = ((Value.Sequence) Objects.requireNonNull(names)).items();
    assertThat(all).isNotEmpty().doesNotHaveDuplicates();
    for (Value each : all) {
      String text = ((Value.Text) each).value();
      assertThat(text.codePointCount(0, text.length())).isLessThanOrEqualTo(63);
      String prefix = "NP:payments:" + name + ":Ingress:";
      assertThat(List.of(prefix + 0, prefix + rule)).anyMatch(full -> full.startsWith(text));
      assertThat(Character.isHighSurrogate(text.charAt(text.length() - 1))).isFalse();
    }
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of("a", "b-", "\ud83d\ude00", "é")
        .list()
        .ofMaxSize(80)
        .map(parts -> String.join("", parts));
  }
}
