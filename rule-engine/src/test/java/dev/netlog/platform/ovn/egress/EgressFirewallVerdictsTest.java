package dev.netlog.platform.ovn.egress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.network.Direction;
import dev.netlog.platform.NamespaceVerdict;
import dev.netlog.platform.Verdict;
import dev.netlog.platform.ovn.Given;
import dev.netlog.platform.ovn.OvnPlatform;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EgressFirewallVerdictsTest {
  private static List<NamespaceVerdict> verdicts(String... rules) {
    Resource firewall = Given.firewall("shop", "[" + String.join(",", rules) + "]");
    return new OvnPlatform().namespaceVerdicts("shop", Given.known(firewall));
  }

  private static List<@Nullable Integer> shadows(String... rules) {
    Integer[] shadows =
        verdicts(rules).stream().map(NamespaceVerdict::shadowedBy).toArray(Integer[]::new);
    return Arrays.asList(shadows);
  }

  private static String cidr(String cidr) {
    return "{'type':'Allow','to':{'cidrSelector':'" + cidr + "'}}";
  }

  private static String cidr(String cidr, String ports) {
    return "{'type':'Deny','to':{'cidrSelector':'" + cidr + "'},'ports':[" + ports + "]}";
  }

  private static String port(String protocol, String number) {
    return "{'protocol':'" + protocol + "','port':" + number + "}";
  }

  @Test
  void eachRuleIsAVerdictOfItsOwn() {
    Resource firewall =
        Given.firewall(
            "shop",
            "[{'type':'Allow','to':{'dnsName':'a.example'}},{'type':'Deny','to':{'cidrSelector':'0.0.0.0/0'}}]");
    assertThat(new OvnPlatform().namespaceVerdicts("shop", Given.known(firewall)))
        .containsExactly(
            new NamespaceVerdict(
                firewall, 0, Direction.EGRESS, Verdict.ALLOW, "EgressFirewall/shop#0", null),
            new NamespaceVerdict(
                firewall, 1, Direction.EGRESS, Verdict.DENY, "EgressFirewall/shop#1", null));
  }

  @Test
  void anythingButExactlyAllowDenies() {
    assertThat(verdicts("{'type':'Allowed'}", "{'type':'allow'}", "{}", "{'type':1}", "null", "7"))
        .hasSize(6)
        .allMatch(verdict -> verdict.verdict() == Verdict.DENY);
  }

  @Test
  void onlyTheFirewallOfTheNameAndNamespaceCounts() {
    Inventory other = Given.known(Given.firewall("other", "[" + cidr("0.0.0.0/0") + "]"));
    assertThat(new OvnPlatform().namespaceVerdicts("shop", other)).isEmpty();
    Resource named =
        Given.object(
            "{'apiVersion':'k8s.ovn.org/v1','kind':'EgressFirewall','metadata':{'name':'mine','namespace':'shop'},'spec':{'egress':[{'type':'Deny'}]}}");
    assertThat(new OvnPlatform().namespaceVerdicts("shop", Given.known(named))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.0/8, 10.1.0.0/16, true",
    "10.0.0.0/8, 10.0.0.0/8, true",
    "10.1.2.3/8, 10.200.0.1/32, true",
    "10.1.0.0/16, 10.0.0.0/8, false",
    "10.0.0.0/8, 11.0.0.0/8, false",
    "0.0.0.0/0, 2001:db8::/32, false",
    "::/0, 2001:db8::/32, true",
    "::/0, 10.0.0.0/8, false",
    "10.0.0.0/33, 10.0.0.0/8, false",
    "10.0.0.0/8, 10.0.0.1, false",
    "nonsense, nonsense, false"
  })
  void aBlockInABlockIsShadowed(String earlier, String later, boolean shadowed) {
    assertThat(shadows(cidr(earlier), cidr(later)))
        .containsExactly(null, shadowed ? Integer.valueOf(0) : null);
  }

  @Test
  void thePortsHaveToBeAmongTheEarlierOnes() {
    String tcp = port("TCP", "80");
    String both = tcp + "," + port("UDP", "53");
    assertThat(shadows(cidr("10.0.0.0/8", both), cidr("10.1.0.0/16", tcp))).contains(0);
    assertThat(shadows(cidr("10.0.0.0/8", tcp), cidr("10.1.0.0/16", both))).containsOnlyNulls();
    assertThat(shadows(cidr("10.0.0.0/8", port("UDP", "80")), cidr("10.1.0.0/16", tcp)))
        .containsOnlyNulls();
    assertThat(shadows(cidr("10.0.0.0/8"), cidr("10.1.0.0/16", both))).contains(0);
    assertThat(shadows(cidr("10.0.0.0/8", both), cidr("10.1.0.0/16"))).containsOnlyNulls();
    String all = "{'protocol':'TCP'},{'protocol':'UDP'},{'protocol':'SCTP'}";
    assertThat(shadows(cidr("10.0.0.0/8", all), cidr("10.1.0.0/16"))).containsOnlyNulls();
    assertThat(shadows(cidr("10.0.0.0/8", all), cidr("10.1.0.0/16", both))).contains(0);
    assertThat(shadows(cidr("10.0.0.0/8", port("TCP", "0")), cidr("10.1.0.0/16", tcp))).contains(0);
  }

  @Test
  void anUnknownProtocolAddsNothingToTheMatch() {
    String tcp = port("TCP", "80");
    String odd = port("TCPX", "443");
    assertThat(shadows(cidr("10.0.0.0/8", tcp), cidr("10.0.0.0/8", tcp + "," + odd))).contains(0);
    assertThat(shadows(cidr("10.0.0.0/8", odd), cidr("10.0.0.0/8", port("TCP", "443"))))
        .containsOnlyNulls();
    assertThat(shadows(cidr("10.0.0.0/8", tcp), cidr("10.0.0.0/8", odd))).containsOnlyNulls();
  }

  @ParameterizedTest
  @CsvSource({"65536", "-1", "1.5", "'''80'''", "1e2", "99999999999999999999", "[]"})
  void aPortThatIsNoneComparesWithNothing(String number) {
    String odd = cidr("10.0.0.0/8", port("TCP", number));
    assertThat(shadows(odd, odd)).containsOnlyNulls();
    assertThat(shadows(cidr("0.0.0.0/0"), odd)).containsOnlyNulls();
  }

  @Test
  void theFirstOfSeveralIsNamedAndUnionsDoNotCount() {
    assertThat(
            shadows(
                "{'type':'Deny','to':{'dnsName':'a.example'}}",
                cidr("10.0.0.0/8"),
                cidr("0.0.0.0/0"),
                cidr("10.1.0.0/16"),
                cidr("10.1.1.0/24")))
        .containsExactly(null, null, null, 1, 1);
    assertThat(shadows(cidr("10.0.0.0/9"), cidr("10.128.0.0/9"), cidr("10.0.0.0/8")))
        .containsOnlyNulls();
    assertThat(shadows("{'type':'Deny','to':{'nodeSelector':{}}}", cidr("0.0.0.0/0"), "{}"))
        .containsOnlyNulls();
  }

  @Test
  void rulesBehindTheLastPriorityAreVerdictsAsTheirAuthorMeansThem() {
    String[] rules = Collections.nCopies(8_010, cidr("10.0.0.0/8")).toArray(String[]::new);
    List<NamespaceVerdict> verdicts = verdicts(rules);
    assertThat(verdicts.size()).isEqualTo(8_010);
    assertThat(verdicts.getLast().shadowedBy()).isZero();
  }

  @Test
  void aFirewallWithoutRulesDecidesNothing() {
    assertThat(verdicts()).isEmpty();
  }
}
