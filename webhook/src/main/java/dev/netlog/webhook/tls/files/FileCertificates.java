package dev.netlog.webhook.tls.files;

import dev.netlog.webhook.tls.FileWords;
import dev.netlog.webhook.tls.Polling;
import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.ServingCertificates;
import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.TlsEvents;
import dev.netlog.webhook.tls.TlsFailure;
import dev.netlog.webhook.tls.TlsStartException;
import dev.netlog.webhook.tls.Upkeep;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A certificate and its key in files that another program renews.
///
/// The files are read every second and compared by content, so that every way of replacing them is
/// noticed: written in place, renamed over, or the link of a mounted Secret changed. A pair that is
/// half-written, does not match or has expired is not used.
public final class FileCertificates implements ServingCertificates {
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final CertificateFiles files;
  private final TimeSource time;
  private final TlsEvents events;
  private final Polling polling;
  private volatile ServingCertificate current;
  private volatile Consumer<ServingCertificate> listener = _ -> {};
  private volatile Upkeep upkeep;

  // Only used by the polling thread.
  private CertificateFiles.Content seen;

  /// The content that `current` was read from.
  private CertificateFiles.Content taken;

  private @Nullable String lastFailure;
  private @Nullable ServingCertificate reportedEnd;

  /// A certificate that had expired by the clock when it was read. It is used if a fast clock is
  /// corrected.
  private @Nullable ServingCertificate ended;

  private FileCertificates(
      CertificateFiles files,
      CertificateFiles.Content content,
      ServingCertificate first,
      TimeSource time,
      TlsEvents events) {
    this.files = files;
    this.seen = content;
    this.taken = content;
    this.current = first;
    this.time = time;
    this.events = events;
    this.upkeep = new Upkeep(time.wall(), true, null);
    this.polling = new Polling("tls-files", this::poll);
  }

  /// Serves the certificate in these files, and reloads it when they change.
  ///
  /// @param certificate PEM, the leaf first
  /// @param key PEM, not encrypted
  public static FileCertificates open(Path certificate, Path key, TimeSource time, TlsEvents events)
      throws TlsStartException {
    FileCertificates opened = read(new CertificateFiles(certificate, key), time, events);
    opened.polling.start();
    return opened;
  }

  /// Creates a source without the thread that reads the files again.
  static FileCertificates read(CertificateFiles files, TimeSource time, TlsEvents events)
      throws TlsStartException {
    try {
      CertificateFiles.Content content = files.read();
      ServingCertificate first = files.parse(content);
      Instant now = time.wall();
      if (!now.isBefore(first.expiry())) {
        throw new TlsStartException(
            FileWords.quoted(files.certificate())
                + " expired at "
                + first.expiry()
                + "; renew the certificate");
      }
      return new FileCertificates(files, content, first, time, events);
    } catch (CertificateFiles.Unusable unusable) {
      throw new TlsStartException(unusable.sentence());
    }
  }

  @Override
  public ServingCertificate current() {
    return current;
  }

  @Override
  public Upkeep upkeep() {
    return upkeep;
  }

  @Override
  public void onChange(Consumer<ServingCertificate> listener) {
    this.listener = listener;
  }

  @Override
  public void close() {
    polling.close();
  }

  /// Checks the files once.
  void look() {
    try {
      CertificateFiles.Content content = files.read();
      lastFailure = null;
      if (!content.sameAs(seen)) {
        seen = content;
        ended = null;
        take(files.parse(content));
      } else if (ended != null && time.wall().isBefore(ended.expiry())) {
        take(ended);
      }
      looked(seen.sameAs(taken));
    } catch (CertificateFiles.Unusable unusable) {
      looked(false);
      fail(unusable.failure(), unusable.sentence());
    }
    reportEnd();
  }

  private Duration poll() {
    try {
      look();
    } catch (RuntimeException bug) {
      looked(false);
      fail(TlsFailure.INTERNAL, "checking the certificate files failed: " + bug);
    }
    return INTERVAL;
  }

  private void take(ServingCertificate read) {
    if (!time.wall().isBefore(read.expiry())) {
      fail(
          TlsFailure.EXPIRED,
          FileWords.quoted(files.certificate())
              + " was replaced by a certificate that expired at "
              + read.expiry()
              + "; the previous one stays in use");
      ended = read;
      return;
    }
    ended = null;
    current = read;
    taken = seen;
    upkeep = new Upkeep(time.wall(), true, null);
    listener.accept(read);
    events.renewed(read);
  }

  private void looked(boolean successful) {
    upkeep = new Upkeep(upkeep.since(), successful, null);
  }

  /// Reports once that the certificate in use has expired, since clients refuse it from then on.
  private void reportEnd() {
    ServingCertificate serving = current;
    if (!time.wall().isBefore(serving.expiry()) && !serving.equals(reportedEnd)) {
      reportedEnd = serving;
      fail(
          TlsFailure.EXPIRED,
          "the certificate in use expired at "
              + serving.expiry()
              + "; renew "
              + FileWords.quoted(files.certificate()));
    }
  }

  /// Reports a lasting problem once.
  private void fail(TlsFailure failure, String message) {
    if (!message.equals(lastFailure)) {
      lastFailure = message;
      events.failed(failure.label(), message);
    }
  }
}
