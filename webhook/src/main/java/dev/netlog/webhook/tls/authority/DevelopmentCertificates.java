package dev.netlog.webhook.tls.authority;

import dev.netlog.webhook.tls.FileWords;
import dev.netlog.webhook.tls.PemFile;
import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.ServingCertificates;
import dev.netlog.webhook.tls.TimeSource;
import dev.netlog.webhook.tls.TlsStartException;
import dev.netlog.webhook.tls.Upkeep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.bouncycastle.asn1.x509.GeneralName;

/// A certificate for trying out the webhook: for localhost, signed by an authority whose key is
/// discarded at once and whose certificate is written to a folder.
///
/// It is valid for a year and not renewed.
public final class DevelopmentCertificates implements ServingCertificates {
  private static final AuthorityName NAME = new AuthorityName("netlog-webhook development");
  private static final String FILE = "ca.crt";
  private static final Duration LIFETIME = Duration.ofDays(365);
  private static final List<GeneralName> LOOPBACK =
      List.of(
          new GeneralName(GeneralName.dNSName, "localhost"),
          new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
          new GeneralName(GeneralName.iPAddress, "::1"));

  private final ServingCertificate certificate;
  private final Upkeep upkeep;

  private DevelopmentCertificates(ServingCertificate certificate, Instant since) {
    this.certificate = certificate;
    this.upkeep = new Upkeep(since, true, null);
  }

  /// Creates a certificate, and writes `ca.crt` into the folder, which is created if it is missing.
  ///
  /// Replaces a `ca.crt` of an earlier run, and no other file.
  public static DevelopmentCertificates open(Path folder, TimeSource time)
      throws TlsStartException {
    Instant now = time.wall();
    Validity validity = Validity.from(now, LIFETIME);
    Authority authority = Authority.create(NAME, validity);
    write(folder, authority.pem());
    return new DevelopmentCertificates(authority.issue(LOOPBACK, validity), now);
  }

  @Override
  public ServingCertificate current() {
    return certificate;
  }

  @Override
  public Upkeep upkeep() {
    return upkeep;
  }

  @Override
  public void onChange(Consumer<ServingCertificate> listener) {
    // The certificate never changes.
  }

  @Override
  public void close() {
    // Nothing to stop.
  }

  private static void write(Path folder, String pem) throws TlsStartException {
    Path file = folder.resolve(FILE);
    try {
      Files.createDirectories(folder);
      if (Files.exists(file) && !isOurs(file)) {
        throw new TlsStartException(
            FileWords.quoted(file)
                + " was not written by --tls-dev, so it is not overwritten; name another folder");
      }
      // A reader of the file sees either the old or the new one.
      Path unfinished = folder.resolve(FILE + ".new");
      Files.writeString(unfinished, pem);
      Files.move(
          unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new TlsStartException(
          "cannot write "
              + FileWords.quoted(file)
              + ": "
              + FileWords.reason(failure)
              + "; name a writable folder with --tls-dev");
    }
  }

  private static boolean isOurs(Path file) throws IOException {
    try {
      byte[] bytes = PemFile.read(file);
      return PemFile.parse(bytes).certificates().stream().anyMatch(NAME::isOf);
    } catch (PemFile.Malformed _) {
      return false;
    }
  }
}
