package dev.netlog.rule;

/// The component that does the harm of a defect, which decides what a webhook can do about it.
public enum HarmDone {
  /// The system that reads the setting: a webhook can still prevent it.
  BY_THE_READER,
  /// The API server, which refuses the object itself: the webhook leaves that to it.
  BY_THE_API_SERVER,
  /// The client, before the request: a webhook can only warn.
  BY_THE_CLIENT
}
