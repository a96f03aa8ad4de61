package dev.netlog.webhook.command;

import dev.netlog.webhook.http.EventLog;
import dev.netlog.webhook.http.EventLog.Level;
import dev.netlog.webhook.http.Metrics;
import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.TlsEvents;

/// Logs and counts what happens to certificates.
record TlsReports(EventLog log, Metrics metrics) implements TlsEvents {
  @Override
  public void renewed(ServingCertificate certificate) {
    log.say(Level.INFO, "certificate", "serving " + certificate);
  }

  @Override
  public void failed(String reason, String message) {
    metrics.tlsFailed(reason);
    log.say(Level.ERROR, "certificate", message);
  }
}
