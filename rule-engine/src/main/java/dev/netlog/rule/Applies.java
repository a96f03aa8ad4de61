package dev.netlog.rule;

/// Where a rule is run.
public enum Applies {
  /// Always: it finds defects of keys and kinds that are the platform's own, or of the bytes.
  ALWAYS,
  /// Where the rule's platform is named by option or configuration, or shows itself in the input.
  WHERE_PLATFORM_IS_USED,
  /// Where the user has named the platform that the manifests are for.
  WHERE_PLATFORM_IS_NAMED,
  /// In reports of coverage; in `lint` where settings give the rule a severity.
  WHERE_ENABLED
}
