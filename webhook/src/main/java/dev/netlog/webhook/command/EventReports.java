package dev.netlog.webhook.command;

import dev.netlog.webhook.cluster.InventoryEvents;
import dev.netlog.webhook.http.EventLog;
import dev.netlog.webhook.http.EventLog.Level;
import dev.netlog.webhook.http.Metrics;
import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.TlsEvents;

/// Logs and counts the events of certificates and of the inventory.
record EventReports(EventLog log, Metrics metrics) {
  TlsEvents ofCertificates() {
    return new TlsEvents() {
      @Override
      public void renewed(ServingCertificate certificate) {
        log.say(Level.INFO, "certificate", "serving " + certificate);
      }

      @Override
      public void failed(String reason, String message) {
        metrics.tlsFailed(reason);
        log.say(Level.ERROR, "certificate", message);
      }

      @Override
      public void waiting(String message) {
        log.say(Level.WARNING, "certificate", message);
      }

      @Override
      public void noted(String message) {
        log.say(Level.INFO, "certificate", message);
      }
    };
  }

  InventoryEvents ofInventory() {
    return new InventoryEvents() {
      @Override
      public void noted(String message) {
        log.say(Level.INFO, "inventory", message);
      }

      @Override
      public void failed(String message) {
        log.say(Level.WARNING, "inventory", message);
      }
    };
  }
}
