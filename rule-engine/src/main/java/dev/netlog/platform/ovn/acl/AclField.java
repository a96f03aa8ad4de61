package dev.netlog.platform.ovn.acl;

import dev.netlog.platform.Verdict;
import org.jspecify.annotations.Nullable;

/// The members that OVN-Kubernetes reads from the annotation: the verdicts whose log they switch
/// on.
///
/// Source: `ACLLoggingLevels` in
/// [ovn-kubernetes](https://github.com/ovn-kubernetes/ovn-kubernetes/blob/master/go-controller/pkg/libovsdb/util/acl.go).
public enum AclField {
  ALLOW("allow", "notice"),
  DENY("deny", "alert"),
  PASS("pass", "notice");

  private final String key;
  private final String usual;

  AclField(String key, String usual) {
    this.key = key;
    this.usual = usual;
  }

  /// The field that switches the log of a verdict on.
  ///
  /// @throws IllegalArgumentException where OVN-Kubernetes has no such verdict
  public static AclField of(Verdict verdict) {
    return switch (verdict) {
      case ALLOW -> ALLOW;
      case DENY -> DENY;
      case PASS -> PASS;
      case ANY -> throw new IllegalArgumentException("no ACL has the verdict " + verdict.word());
    };
  }

  /// The verdict whose log the field switches on.
  Verdict verdict() {
    return switch (this) {
      case ALLOW -> Verdict.ALLOW;
      case DENY -> Verdict.DENY;
      case PASS -> Verdict.PASS;
    };
  }

  /// The severity that netlog puts where none is given: somebody may have to act on what is denied.
  ///
  /// Source: [OpenShift, audit logging for network
  /// security](https://docs.redhat.com/en/documentation/openshift_container_platform/latest/html/network_security/logging-network-security),
  /// whose examples annotate `{"deny": "alert", "allow": "notice"}`; `pass` as `allow`, for it
  /// refuses nothing.
  public String usual() {
    return usual;
  }

  /// The member's name in its exact case.
  public String key() {
    return key;
  }

  /// The field that a decoded member name means, or null where OVN-Kubernetes ignores the member.
  ///
  /// Go's `encoding/json` takes names in any case, by Unicode's simple folding. For these three
  /// words that is `equalsIgnoreCase`; beyond ASCII only U+017F folds into one of them, as the `s`
  /// of `pass`.
  public static @Nullable AclField of(String name) {
    for (AclField field : values()) {
      if (field.key.equalsIgnoreCase(name)) {
        return field;
      }
    }
    return null;
  }
}
