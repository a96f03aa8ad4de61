package dev.netlog.rule;

/// By whom the harm of a defect is done, which decides what is left for a webhook to do.
public enum HarmDone {
  /// By the system that reads the setting: a webhook can still prevent it.
  BY_THE_READER,
  /// By the API server, which refuses the object on its own: a webhook leaves it to that.
  BY_THE_API_SERVER,
  /// By the client before the request: a webhook can only warn.
  BY_THE_CLIENT
}
