package dev.netlog.webhook.cluster;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Remembers what it was told.
final class RecordedInventoryEvents implements InventoryEvents {
  final List<String> notes = new CopyOnWriteArrayList<>();
  final List<String> failures = new CopyOnWriteArrayList<>();

  @Override
  public void noted(String message) {
    notes.add(message);
  }

  @Override
  public void failed(String message) {
    failures.add(message);
  }
}
