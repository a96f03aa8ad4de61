package dev.netlog.cli.change;

/// One way to change a repository.
public enum Way {
  DROP_ANNOTATION,
  OTHER_VALUE,
  EDIT_LOGGING,
  EDIT_RULES,
  DROP_POLICY_TYPE,
  DELETE_OBJECT,
  DELETE_FILE,
  RENAME_POLICY_AND_DROP_LOG,
  RENAME_AND_RELABEL_WORKLOAD,
  RELABEL_WORKLOAD,
  OTHER_SELECTOR,
  MOVE_WORKLOAD_TO_NAMESPACE,
  HOST_NETWORK,
  RELABEL_NAMESPACE,
  MOVE_FILE_ANYWHERE,
  MOVE_TO_IGNORED,
  MOVE_TO_OTHER_CLUSTER,
  OTHER_ENDING,
  UNNAMED,
  PATCHED,
  COMMON_ANNOTATION,
  SETTINGS,
  NEW_TARGET,
  ADD_BARE_POLICY,
  IGNORE,
  SWAP_NAMESPACES,
  OTHER_PRIORITY,
  ADD_PASS,
  ADD_ADMIN_POLICY,
  LOCAL_CONFIG,

  REFORMAT(true),
  REORDER_FILE(true),
  REORDER_RULES(true),
  RENAME_POLICY(true),
  RENAME_FILE(true),
  SPLIT_FILE(true),
  SCALE(true),
  UNRELATED_METADATA(true),
  UNRELATED_LABEL(true),
  OTHER_KIND(true),
  RENAME_WORKLOAD(true),
  WRITE_DEFAULTS(true),
  MATCH_EXPRESSION(true),
  ADD_LOGGED_POLICY(true),
  ADD_LOGGED_NAMESPACE(true),
  ADD_BARE_NAMESPACE(true),
  ADD_LOGGING_OBJECT(true),
  OTHER_OBJECTS(true),
  NAME_ALL_FILES(true),
  DELETE_WORKLOAD(true);

  private final boolean neutral;

  Way() {
    this(false);
  }

  Way(boolean neutral) {
    this.neutral = neutral;
  }

  /// Whether no connection loses a record by it, and none gets a verdict without one.
  public boolean isNeutral() {
    return neutral;
  }
}
