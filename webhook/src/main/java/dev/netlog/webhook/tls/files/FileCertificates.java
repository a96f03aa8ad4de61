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

/// A certificate and its key in files that somebody else renews.
///
/// The files are looked at every second and compared by content, so that any way of replacing them
/// is seen: written in place, renamed over, or the link of a mounted Secret swapped. A pair that is
/// half-written, does not match or has ended is not taken over.
public final class FileCertificates implements ServingCertificates {
  private static final Duration INTERVAL = Duration.ofSeconds(1);

  private final CertificateFiles files;
  private final TimeSource time;
  private final TlsEvents events;
  private final Polling polling;
  private volatile ServingCertificate current;
  private volatile Consumer<ServingCertificate> listener = _ -> {};
  private volatile Upkeep upkeep;

  // Of the polling thread.
  private CertificateFiles.Content seen;

  /// What `current` was made of.
  private CertificateFiles.Content taken;

  private @Nullable String lastFailure;
  private @Nullable ServingCertificate reportedEnd;

  /// Had ended by the clock when it was read. A clock that was ahead and is set right makes it
  /// good.
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

  /// The certificate in these files, as they are now and whenever they change.
  ///
  /// @param certificate PEM, the leaf first
  /// @param key PEM, not encrypted
  public static FileCertificates open(Path certificate, Path key, TimeSource time, TlsEvents events)
      throws TlsStartException {
    FileCertificates opened = read(new CertificateFiles(certificate, key), time, events);
    opened.polling.start();
    return opened;
  }

  /// Without the thread that looks at the files again.
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

  /// Looks at the files once.
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
      fail(TlsFailure.INTERNAL, "looking at the files of the certificate failed: " + bug);
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
              + "; the one before stays in use");
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

  /// Says once that what is served has ended, since clients refuse it from then on.
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

  /// What stays wrong is said once.
  private void fail(TlsFailure failure, String message) {
    if (!message.equals(lastFailure)) {
      lastFailure = message;
      events.failed(failure.label(), message);
    }
  }
}
