package dev.netlog.webhook.command;

import java.util.List;

/// The command line or the settings are wrong. Each line of the message names the problem and the
/// change to make.
final class WebhookUsageException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;

  WebhookUsageException(String line) {
    this(List.of(line));
  }

  WebhookUsageException(List<String> lines) {
    super(String.join("\n", lines));
    this.lines = List.copyOf(lines);
  }

  List<String> lines() {
    return lines;
  }
}
