package dev.netlog.webhook.command;

import java.util.List;

/// What the user has asked for cannot be. Each line says what is wrong and what to change.
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
