package dev.netlog.platform.ovn.acl;

/// The severities that are in force after a reading.
///
/// @param allow a severity, or the empty string where allow verdicts are not logged
/// @param deny the same for deny verdicts
/// @param pass the same for pass verdicts; always empty where the reader has none
/// @param error whether OVN-Kubernetes finds a mistake; an admin policy is then not programmed
public record AclLevels(String allow, String deny, String pass, boolean error) {
  /// What is left of a value that cannot be decoded.
  public static final AclLevels DISCARDED = new AclLevels("", "", "", true);

  static AclLevels of(AclLogging.Members members, AclReader reader) {
    String allow = written(members, AclField.ALLOW, reader);
    String deny = written(members, AclField.DENY, reader);
    String pass = written(members, AclField.PASS, reader);
    boolean error =
        !(AclSeverity.isKnown(allow) && AclSeverity.isKnown(deny) && AclSeverity.isKnown(pass));
    return new AclLevels(known(allow), known(deny), known(pass), error);
  }

  /// The severity of a field, or the empty string.
  public String of(AclField field) {
    return switch (field) {
      case ALLOW -> allow;
      case DENY -> deny;
      case PASS -> pass;
    };
  }

  /// Whether any verdict is logged.
  public boolean isOn() {
    return !(allow.isEmpty() && deny.isEmpty() && pass.isEmpty());
  }

  private static String written(AclLogging.Members members, AclField field, AclReader reader) {
    AclLogging.Member member = reader.checks(field) ? members.deciding(field) : null;
    return member == null ? "" : member.value().text();
  }

  private static String known(String severity) {
    return AclSeverity.isKnown(severity) ? severity : "";
  }
}
