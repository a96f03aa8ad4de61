package dev.netlog.platform.ovn.audit;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A syslog destination that OVS does not take.
public final class AuditDestination implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-audit-destination", "ovn", Severity.ERROR)
          .title("OVS does not take this audit log destination")
          .explanation(
              """
              The network operator hands `destination` to ovn-controller as `--syslog-method`, without \
              looking at it; the CRD does not check it either. OVS takes `null`, `libc`, `udp:HOST[:PORT]` \
              and `unix:/PATH`, in lower case. At anything else it stops with `unsupported syslog method`: \
              ovn-controller does not start, on every node that the change rolls over. An address behind \
              `udp:` that makes no sense only means that nothing is sent.

              The word `null` without quotes is YAML's null; it is read as the default, which is the string \
              `"null"`, and does no harm.
              """)
          .remedy(
              FixKind.SAFE,
              """
              Give one of the four forms. The port of `udp:` is 514 unless given, an IPv6 address stands in \
              brackets, and syslog over TCP does not exist here. The safe fix corrects case and blanks.
              """)
          .sources(OvnSources.VLOG, OvnSources.NETWORK_OPERATOR, OvnSources.OPENSHIFT_API);

  private static final JsonPointer POINTER = AuditConfig.POINTER.child(AuditConfig.DESTINATION);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    String written = AuditConfig.text(subject, AuditConfig.DESTINATION);
    if (written == null) {
      return List.of();
    }
    if (!SyslogMethod.isKnown(written)) {
      String message =
          "OVS does not take the destination "
              + Quoted.of(written)
              + "; use null, libc, udp:HOST:PORT or unix:/PATH";
      return List.of(
          Violation.at(Place.value(POINTER), message)
              .withEffect("ovn-controller does not start on any node that gets this setting")
              .withFix(fix(written)));
    }
    String problem = SyslogMethod.problem(written);
    return problem == null
        ? List.of()
        : List.of(
            Violation.at(
                    Place.value(POINTER), "the destination " + Quoted.of(written) + " " + problem)
                .withEffect("audit log lines are not sent anywhere")
                .withFix(Fix.manual("give an address that OVS can send to")));
  }

  private static Fix fix(String written) {
    String same = tidy(written);
    return same == null
        ? Fix.manual("give a destination that OVS takes")
        : Fix.safe("write " + Quoted.of(same), new Edit.Set(POINTER, new Value.Text(same)));
  }

  /// The same destination without blanks and with its method in lower case, if that is all it
  /// needs.
  private static @Nullable String tidy(String written) {
    String text = written.strip();
    int colon = text.indexOf(':') + 1;
    String tidy =
        colon == 0
            ? text.toLowerCase(Locale.ROOT)
            : text.substring(0, colon).toLowerCase(Locale.ROOT) + text.substring(colon);
    return SyslogMethod.isKnown(tidy) && SyslogMethod.problem(tidy) == null ? tidy : null;
  }
}
