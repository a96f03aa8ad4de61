package dev.netlog.platform.ovn;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Safety;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.ovn.audit.AuditConfig;
import dev.netlog.platform.ovn.audit.AuditConfigShape;
import dev.netlog.platform.ovn.audit.AuditDestination;
import dev.netlog.platform.ovn.audit.AuditFacility;
import dev.netlog.platform.ovn.audit.AuditFileSize;
import dev.netlog.platform.ovn.egress.EgressFirewallType;
import dev.netlog.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules about the operator's Network and about egress firewalls.
class NetworkRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'rateLimit':20,'maxFileSize':50,'maxLogFiles':5,'destination':'null','syslogFacility':'local0'",
        "'destination':null,'rateLimit':null,'syslogFacility':null",
        "'destination':'','syslogFacility':''",
        "'destination':'libc','maxFileSize':10000,'rateLimit':2147483647",
        "'destination':'udp:10.0.0.1:514','syslogFacility':'LOCAL7'",
        "'destination':'udp:syslog.example.com','syslogFacility':'clock2'",
        "'destination':'udp:[2001:db8::1]:514'",
        "'destination':'unix:/dev/log'",
      })
  void whatOvsAndTheApiServerTakeIsNoFinding(String members) {
    assertThat(Given.findings(audit(members))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "syslog,does not take",
    "tcp:1.2.3.4:514,does not take",
    "UDP:1.2.3.4:514,does not take",
    "udp:,is no host and port",
    "udp:1.2.3.4:99999,has a port above 65535",
    "udp:1.2.3.4:,is no host and port",
    "udp:2001:db8::1,is no host and port",
    "udp:$(reboot),is no host and port",
    "unix:,names no socket",
    "unix:dev/log,names no socket",
  })
  void destinationsThatReachNobodyAreFound(String destination, String words) {
    Resource network = audit("'destination':'" + destination + "'");
    assertThat(Given.check(new AuditDestination(), network))
        .singleElement()
        .satisfies(it -> assertThat(it.message()).contains(words));
    assertThat(Given.findings(network)).containsExactly("ovn-audit-destination");
  }

  @ParameterizedTest
  @CsvSource(
      value = {"UDP:1.2.3.4:514=udp:1.2.3.4:514", "Null=null", " libc=libc"},
      delimiter = '=',
      ignoreLeadingAndTrailingWhitespace = false)
  void caseAndBlanksOfADestinationAreMended(String written, String mended) {
    assertFixed(
        new AuditDestination(),
        "'destination':'" + written + "'",
        Safety.SAFE,
        "destination",
        mended);
  }

  @Test
  void unknownFacilitiesAreFound() {
    assertThat(Given.findings(audit("'syslogFacility':'cron'")))
        .containsExactly("ovn-audit-facility");
    assertFixed(
        new AuditFacility(),
        "'syslogFacility':'local8'",
        Safety.UNSAFE,
        "syslogFacility",
        "local0");
    assertFixed(
        new AuditFacility(), "'syslogFacility':' local1'", Safety.SAFE, "syslogFacility", "local1");
  }

  @Test
  void byteFiguresAreFoundAndDivided() {
    Resource network = audit("'maxFileSize':50000000");
    assertThat(Given.findings(network)).containsExactly("ovn-audit-file-size");
    Resource fixed = Given.fixed(new AuditFileSize(), network, Safety.UNSAFE);
    assertThat(fixed.content().at(AuditConfig.POINTER.child("maxFileSize")))
        .isEqualTo(new Value.Numeral("50"));
    assertThat(Given.findings(fixed)).isEmpty();
    assertThat(Given.findings(audit("'maxFileSize':10001"))).containsExactly("ovn-audit-file-size");
    assertThat(Given.findings(audit("'maxFileSize':50000000000")))
        .containsExactly("ovn-audit-file-size");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'rateLimit':0",
        "'rateLimit':-1",
        "'rateLimit':2147483648",
        "'rateLimit':1.5",
        "'rateLimit':'fast'",
        "'rateLimit':true",
        "'maxFileSize':0",
        "'maxFileSize':[50]",
        "'maxLogFiles':4294967296",
        "'destination':5",
        "'syslogFacility':{}",
        "'RateLimit':20",
        "'something':1",
      })
  void whatTheCrdRefusesOrDropsIsFound(String member) {
    assertThat(Given.findings(audit(member))).containsExactly("ovn-audit-config");
  }

  @Test
  void aQuotedNumberLosesItsQuotes() {
    Resource fixed = Given.fixed(new AuditConfigShape(), audit("'rateLimit':'20'"), Safety.SAFE);
    assertThat(Given.findings(fixed)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"policyAuditingConfig", "PolicyAuditConfig", "policyAudit", "auditConfig"})
  void aMisspeltConfigurationIsFoundAndRenamed(String name) {
    Resource network = Given.network("'" + name + "':{'rateLimit':30}");
    Resource fixed = Given.fixed(new AuditConfigShape(), network, Safety.UNSAFE);
    assertThat(fixed.content().at(AuditConfig.POINTER.child("rateLimit")))
        .isEqualTo(new Value.Numeral("30"));
    assertThat(Given.findings(fixed)).isEmpty();
  }

  @Test
  void aConfigurationOneLevelTooHighIsFound() {
    Resource network =
        Given.object(
            "{'apiVersion':'operator.openshift.io/v1','kind':'Network','metadata':{'name':'cluster'},'spec':{'defaultNetwork':{'policyAuditConfig':{'rateLimit':30}}}}");
    assertThat(Given.findings(network)).containsExactly("ovn-audit-config");
    assertThat(Given.findings(Given.fixed(new AuditConfigShape(), network, Safety.UNSAFE)))
        .isEmpty();
  }

  @Test
  void aNetworkOfAnotherGroupIsLeftAlone() {
    Resource network =
        Given.object(
            "{'apiVersion':'config.openshift.io/v1','kind':'Network','metadata':{'name':'cluster'},'spec':{'auditConfig':1}}");
    assertThat(Given.findings(network)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "Allowed,slips through,UNSAFE",
        "XDeny,slips through,UNSAFE",
        "Allow ,slips through,UNSAFE",
        "allow,is refused,SAFE",
        "DENY,is refused,SAFE",
        "Drop,is refused,MANUAL",
      },
      ignoreLeadingAndTrailingWhitespace = false)
  void typesThatAreNotExactAreFound(String type, String words, Safety safety) {
    Resource firewall =
        Given.firewall("a", "[{'type':'" + type + "','to':{'cidrSelector':'0.0.0.0/0'}}]");
    assertThat(Given.check(new EgressFirewallType(), firewall))
        .singleElement()
        .satisfies(
            violation -> {
              assertThat(violation.message()).contains(words);
              assertThat(violation.place().pointer()).hasToString("/spec/egress/0/type");
              assertThat(violation.fix())
                  .isNotNull()
                  .satisfies(fix -> assertThat(fix.safety()).isEqualTo(safety));
            });
  }

  @Test
  void protocolsAreComparedExactlyToo() {
    String rule = "[{'type':'Deny','to':{},'ports':[{'port':53,'protocol':'%s'}]}]";
    for (String good : new String[] {"TCP", "UDP", "SCTP"}) {
      assertThat(Given.findings(Given.firewall("a", rule.formatted(good)))).isEmpty();
    }
    for (String bad : new String[] {"TCPX", "aUDPb", "tcp", "ICMP"}) {
      Resource firewall = Given.firewall("a", rule.formatted(bad));
      assertThat(Given.findings(firewall)).containsExactly("ovn-egress-firewall-type");
    }
    Resource fixed =
        Given.fixed(
            new EgressFirewallType(), Given.firewall("a", rule.formatted("tcp")), Safety.SAFE);
    assertThat(Given.findings(fixed)).isEmpty();
  }

  private static Resource audit(String members) {
    return Given.network("'policyAuditConfig':{" + members + "}");
  }

  private static void assertFixed(
      Rule rule, String members, Safety safety, String member, String expected) {
    Resource fixed = Given.fixed(rule, audit(members), safety);
    assertThat(fixed.content().textAt(AuditConfig.POINTER.append(JsonPointer.of(member))))
        .isEqualTo(expected);
    assertThat(Given.findings(fixed)).isEmpty();
  }
}
