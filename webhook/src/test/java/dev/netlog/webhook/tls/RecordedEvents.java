package dev.netlog.webhook.tls;

import java.util.ArrayList;
import java.util.List;

/// Remembers what it was told.
final class RecordedEvents implements TlsEvents {
  private final List<ServingCertificate> renewed = new ArrayList<>();
  private final List<String> reasons = new ArrayList<>();
  private final List<String> messages = new ArrayList<>();

  @Override
  public synchronized void renewed(ServingCertificate certificate) {
    renewed.add(certificate);
  }

  @Override
  public synchronized void failed(String reason, String message) {
    reasons.add(reason);
    messages.add(message);
  }

  synchronized List<ServingCertificate> renewals() {
    return List.copyOf(renewed);
  }

  synchronized List<String> reasons() {
    return List.copyOf(reasons);
  }

  synchronized List<String> messages() {
    return List.copyOf(messages);
  }
}
