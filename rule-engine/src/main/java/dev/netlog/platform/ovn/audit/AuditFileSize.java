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
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/// Bytes where megabytes are meant.
public final class AuditFileSize implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("ovn-audit-file-size", "ovn", Severity.ERROR)
          .title("maxFileSize counts megabytes, not bytes")
          .explanation(
              """
              `maxFileSize` is the size in megabytes at which the audit log of a node is rotated; the \
              default is 50. Older documents call it a number of bytes with a default of 50000000. Taken at \
              its word, that is 50 terabytes: the file is never rotated and grows until the node's disk is \
              full.

              Values above 10000 (10 GB for one file) are reported as byte figures.
              """)
          .remedy(
              FixKind.UNSAFE, "Give megabytes. The unsafe fix divides a byte figure by a million.")
          .sources(OvnSources.NETWORK_OPERATOR, OvnSources.OPENSHIFT_API);

  /// Ten gigabytes a file: nobody means that, and every byte figure is above it.
  private static final BigDecimal PLAUSIBLE = BigDecimal.valueOf(10_000);

  private static final BigDecimal MEGABYTE = BigDecimal.valueOf(1_000_000);

  private static final JsonPointer POINTER = AuditConfig.POINTER.child(AuditConfig.FILE_SIZE);

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    Value.Mapping config = AuditConfig.of(subject);
    Value value = config == null ? null : config.get(AuditConfig.FILE_SIZE);
    BigDecimal size = value == null ? null : AuditConfig.whole(value);
    if (size == null || size.compareTo(PLAUSIBLE) <= 0) {
      return List.of();
    }
    boolean refused = size.compareTo(AuditConfig.HIGHEST) > 0;
    String message =
        "maxFileSize "
            + size
            + " counts megabytes, "
            + (refused ? "and the API server refuses it" : "so the audit log is never rotated")
            + "; give megabytes, the default is 50";
    return List.of(
        Violation.at(Place.value(POINTER), message)
            .withEffect(
                refused ? null : "the audit log grows until the disks of the nodes are full")
            .withFix(fix(size)));
  }

  private static Fix fix(BigDecimal bytes) {
    BigDecimal megabytes = bytes.divide(MEGABYTE, 0, RoundingMode.HALF_UP);
    if (megabytes.signum() == 0 || megabytes.compareTo(PLAUSIBLE) > 0) {
      return Fix.manual("give the size in megabytes");
    }
    String literal = megabytes.toPlainString();
    return Fix.unsafe(
        "write " + literal + " megabytes", new Edit.Set(POINTER, new Value.Numeral(literal)));
  }
}
