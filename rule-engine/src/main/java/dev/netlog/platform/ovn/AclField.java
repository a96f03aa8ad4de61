package dev.netlog.platform.ovn;

import org.jspecify.annotations.Nullable;

/// The members that OVN-Kubernetes reads from the annotation: the verdicts whose log they switch
/// on.
///
/// Source: `ACLLoggingLevels` in
/// [ovn-kubernetes](https://github.com/ovn-kubernetes/ovn-kubernetes/blob/master/go-controller/pkg/libovsdb/util/acl.go).
enum AclField {
  ALLOW("allow"),
  DENY("deny"),
  PASS("pass");

  private final String key;

  AclField(String key) {
    this.key = key;
  }

  /// The member's name in its exact case.
  String key() {
    return key;
  }

  /// The field that a decoded member name means, or null where OVN-Kubernetes ignores the member.
  ///
  /// Go's `encoding/json` takes names in any case, by Unicode's simple folding. For these three
  /// words that is `equalsIgnoreCase`; beyond ASCII only U+017F folds into one of them, as the `s`
  /// of `pass`.
  static @Nullable AclField of(String name) {
    for (AclField field : values()) {
      if (field.key.equalsIgnoreCase(name)) {
        return field;
      }
    }
    return null;
  }
}
