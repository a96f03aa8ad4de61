package dev.netlog.webhook.tls;

import java.util.ArrayList;
import java.util.List;

/// Remembers what it was told.
public final class RecordedEvents implements TlsEvents {
  private final List<ServingCertificate> renewed = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  @Override
  public synchronized void renewed(ServingCertificate certificate) {
    renewed.add(certificate);
  }

  @Override
  public synchronized void failed(String reason, String message) {
    reasons.add(reason);
    messages.add(message);
  }

  @Override
  public synchronized void waiting(String message) {
    notes.add(message);
  }

  @Override
  public synchronized void noted(String message) {
    notes.add(message);
  }

  /// What was said that is no failure.
  public synchronized List<String> notes() {
    return List.copyOf(notes);
  }

  public synchronized List<ServingCertificate> renewals() {
    return List.copyOf(renewed);
  }

  public synchronized List<String> reasons() {
    return List.copyOf(reasons);
  }

  public synchronized List<String> messages() {
    return List.copyOf(messages);
  }
}
