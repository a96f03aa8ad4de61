package dev.netlog.platform.ovn.audit;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.ovn.facts.OvnKinds;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `policyAuditConfig` of the OpenShift network operator: where it stands and what it may hold.
///
/// Source:
/// [openshift/api](https://github.com/openshift/api/blob/master/operator/v1/types_network.go),
/// `PolicyAuditConfig`.
public final class AuditConfig {
  public static final JsonPointer POINTER = OvnKinds.AUDIT_CONFIG;
  static final JsonPointer PARENT = POINTER.parent();
  static final String NAME = POINTER.last();

  static final String DESTINATION = "destination";
  static final String FACILITY = "syslogFacility";
  static final String FILE_SIZE = "maxFileSize";

  /// Whole numbers from 1 on.
  static final List<String> NUMBERS = List.of("rateLimit", FILE_SIZE, "maxLogFiles");

  static final List<String> TEXTS = List.of(DESTINATION, FACILITY);

  /// The highest number that the API server takes.
  static final BigDecimal HIGHEST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private AuditConfig() {}

  /// The configuration, or null where the object is no operator Network or holds none, or no
  /// mapping.
  static Value.@Nullable Mapping of(Resource subject) {
    return subject.is(OvnKinds.OPERATOR_NETWORK)
            && subject.content().at(POINTER) instanceof Value.Mapping config
        ? config
        : null;
  }

  /// A string member that is set: not `null` and not empty, which both mean the default.
  static @Nullable String text(Resource subject, String member) {
    Value.Mapping config = of(subject);
    return config != null
            && config.get(member) instanceof Value.Text(String text)
            && !text.isEmpty()
        ? text
        : null;
  }

  /// A number's value where it is whole, or else null.
  static @Nullable BigDecimal whole(Value value) {
    if (!(value instanceof Value.Numeral(String literal)) || literal.length() > 40) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(literal);
      return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0 ? number : null;
    } catch (NumberFormatException _) {
      return null;
    }
  }
}
