package dev.netlog.rule;

/// The condition under which a rule runs.
public enum Applies {
  /// Always: it checks the platform's own keys and kinds, or the bytes of files.
  ALWAYS,
  /// If the rule's platform is named by option or settings, or detected in the input.
  WHERE_PLATFORM_IS_USED,
  /// If the user has named the platform of the manifests.
  WHERE_PLATFORM_IS_NAMED,
  /// In coverage reports; in `lint` if the settings give the rule a severity.
  WHERE_ENABLED
}
