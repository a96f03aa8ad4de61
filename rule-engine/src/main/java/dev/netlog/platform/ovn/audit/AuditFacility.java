package dev.netlog.platform.ovn.audit;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;
import java.util.Locale;

/// A syslog facility that OVS does not know.
public final class AuditFacility implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-audit-facility", "ovn", Severity.ERROR)
          .title("OVS does not know this syslog facility")
          .explanation(
              """
              The network operator hands `syslogFacility` to ovn-controller as `-vFACILITY:`, without \
              looking at it; the CRD does not check it either. OVS knows `kern`, `user`, `mail`, `daemon`, \
              `auth`, `syslog`, `lpr`, `news`, `uucp`, `clock`, `ftp`, `ntp`, `audit`, `alert`, `clock2` \
              and `local0` to `local7`, in any case, but neither `cron` nor `authpriv`. At anything else it \
              stops with `invalid facility`: ovn-controller does not start, on every node that the change \
              rolls over.
              """)
          .remedy(
              FixKind.SAFE,
              """
              Use one of these; the default is `local0`. The safe fix removes blanks, and the unsafe one \
              puts the facility that was probably meant.
              """)
          .sources(OvnSources.VLOG, OvnSources.NETWORK_OPERATOR, OvnSources.OPENSHIFT_API);

  /// `vlog_facilities` in [OVS](https://github.com/openvswitch/ovs/blob/main/lib/vlog.c), compared
  /// in any case.
  private static final List<String> FACILITIES =
      List.of(
          "kern", "user", "mail", "daemon", "auth", "syslog", "lpr", "news", "uucp", "clock", "ftp",
          "ntp", "audit", "alert", "clock2", "local0", "local1", "local2", "local3", "local4",
          "local5", "local6", "local7");

  private static final JsonPointer POINTER = AuditConfig.POINTER.child(AuditConfig.FACILITY);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    String written = AuditConfig.text(subject, AuditConfig.FACILITY);
    if (written == null || isKnown(written)) {
      return List.of();
    }
    String near = DidYouMean.of(written, FACILITIES);
    String advice =
        near == null
            ? "use local0 to local7, or another of its list"
            : "did you mean " + Quoted.of(near) + "?";
    return List.of(
        Violation.at(
                Place.value(POINTER),
                "OVS does not know the syslog facility " + Quoted.of(written) + "; " + advice)
            .withEffect("ovn-controller does not start on any node that gets this setting")
            .withFix(
                near == null ? Fix.manual("use a facility that OVS knows") : fix(written, near)));
  }

  private static Fix fix(String written, String near) {
    Edit edit = new Edit.Set(POINTER, new Value.Text(near));
    return isKnown(written.strip())
        ? Fix.safe("write " + Quoted.of(near), edit)
        : Fix.unsafe("write " + Quoted.of(near), edit);
  }

  private static boolean isKnown(String facility) {
    return FACILITIES.contains(facility.toLowerCase(Locale.ROOT));
  }
}
