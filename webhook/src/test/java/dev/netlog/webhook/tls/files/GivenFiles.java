package dev.netlog.webhook.tls.files;

import dev.netlog.webhook.tls.Given;
import dev.netlog.webhook.tls.RecordedEvents;
import dev.netlog.webhook.tls.SetClock;
import dev.netlog.webhook.tls.TlsStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;

/// A certificate and its key in two files of a folder, and who reads them by a clock that stands
/// still.
final class GivenFiles {
  final SetClock clock = new SetClock();
  final RecordedEvents events = new RecordedEvents();
  final KeyPair pair = Given.key();
  final Path certificate;
  final Path key;

  GivenFiles(Path folder) throws IOException {
    certificate = folder.resolve("tls.crt");
    key = folder.resolve("tls.key");
    write(pair);
  }

  /// Reads them, without a thread that does so again.
  FileCertificates read() throws TlsStartException {
    return FileCertificates.read(new CertificateFiles(certificate, key), clock, events);
  }

  /// Replaces both by those of another pair.
  void write(KeyPair written) throws IOException {
    Files.writeString(certificate, Given.pem(Given.certificate(written)));
    Files.writeString(key, Given.pem(written.getPrivate()));
  }
}
