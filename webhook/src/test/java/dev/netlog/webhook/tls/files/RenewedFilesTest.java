package dev.netlog.webhook.tls.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.webhook.tls.Given;
import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.SetClock;
import dev.netlog.webhook.tls.Upkeep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that change while they are served.
class RenewedFilesTest {
  @TempDir private Path folder;
  private GivenFiles files;

  @BeforeEach
  void write() throws IOException {
    files = new GivenFiles(folder);
  }

  @Test
  void aRenewedPairIsTakenOver() throws Exception {
    FileCertificates certificates = files.read();
    List<ServingCertificate> told = new ArrayList<>();
    certificates.onChange(told::add);
    certificates.look();
    assertThat(told).isEmpty();

    KeyPair next = Given.key();
    files.write(next);
    certificates.look();
    certificates.look();
    assertThat(certificates.current().leaf().getPublicKey()).isEqualTo(next.getPublic());
    assertThat(told).containsExactly(certificates.current());
    assertThat(files.events.renewals()).containsExactly(certificates.current());
  }

  @Test
  void theLastLookIsToldWithWhatCameOfIt() throws Exception {
    FileCertificates certificates = files.read();
    assertThat(certificates.upkeep()).isEqualTo(new Upkeep(SetClock.START, true, null));
    files.clock.pass(Duration.ofSeconds(1));
    certificates.look();
    assertThat(certificates.upkeep()).isEqualTo(new Upkeep(SetClock.START, true, null));

    KeyPair next = Given.key();
    Files.writeString(files.certificate, Given.pem(Given.certificate(next)));
    for (int i = 0; i < 2; i++) {
      certificates.look();
      assertThat(certificates.upkeep()).isEqualTo(new Upkeep(SetClock.START, false, null));
    }
    Files.writeString(files.key, Given.pem(next.getPrivate()));
    certificates.look();
    Instant then = SetClock.START.plusSeconds(1);
    assertThat(certificates.upkeep()).isEqualTo(new Upkeep(then, true, null));

    Files.delete(files.key);
    certificates.look();
    assertThat(certificates.upkeep()).isEqualTo(new Upkeep(then, false, null));
    Files.writeString(files.key, Given.pem(next.getPrivate()));
    certificates.look();
    assertThat(certificates.upkeep()).isEqualTo(new Upkeep(then, true, null));
  }

  @Test
  void aSwappedLinkAsOfAMountedSecretIsSeen() throws Exception {
    Path first = Files.createDirectory(folder.resolve("..one"));
    Path second = Files.createDirectory(folder.resolve("..two"));
    KeyPair next = Given.key();
    for (Path place : List.of(first, second)) {
      KeyPair held = place.equals(first) ? files.pair : next;
      Files.writeString(place.resolve("tls.crt"), Given.pem(Given.certificate(held)));
      Files.writeString(place.resolve("tls.key"), Given.pem(held.getPrivate()));
    }
    Path data = Files.createSymbolicLink(folder.resolve("..data"), first.getFileName());
    Files.delete(files.certificate);
    Files.delete(files.key);
    Files.createSymbolicLink(files.certificate, Path.of("..data", "tls.crt"));
    Files.createSymbolicLink(files.key, Path.of("..data", "tls.key"));
    FileCertificates certificates = files.read();

    Path swapped = Files.createSymbolicLink(folder.resolve("..data_tmp"), second.getFileName());
    Files.move(swapped, data, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    certificates.look();
    assertThat(certificates.current().leaf().getPublicKey()).isEqualTo(next.getPublic());
  }

  @Test
  void aHalfWrittenPairKeepsTheOldOneAndIsReportedOnce() throws Exception {
    FileCertificates certificates = files.read();
    ServingCertificate before = certificates.current();
    KeyPair next = Given.key();
    Files.writeString(files.certificate, Given.pem(Given.certificate(next)));
    certificates.look();
    certificates.look();
    assertThat(certificates.current()).isSameAs(before);
    assertThat(files.events.reasons()).containsExactly("file-invalid");

    Files.writeString(files.key, Given.pem(next.getPrivate()));
    certificates.look();
    assertThat(certificates.current().leaf().getPublicKey()).isEqualTo(next.getPublic());
  }

  @Test
  void aMissingFileKeepsTheOldPairAndIsReportedEachTimeAnew() throws Exception {
    FileCertificates certificates = files.read();
    Files.delete(files.key);
    certificates.look();
    certificates.look();
    Files.writeString(files.key, Given.pem(files.pair.getPrivate()));
    certificates.look();
    Files.delete(files.key);
    certificates.look();
    assertThat(files.events.reasons()).containsExactly("file-unreadable", "file-unreadable");
    assertThat(files.events.renewals()).isEmpty();
  }

  @Test
  void aPairThatHasEndedIsNotTakenOver() throws Exception {
    FileCertificates certificates = files.read();
    ServingCertificate before = certificates.current();
    KeyPair next = Given.key();
    Files.writeString(
        files.certificate, Given.pem(Given.certificate(next, SetClock.START.minusSeconds(5))));
    Files.writeString(files.key, Given.pem(next.getPrivate()));
    certificates.look();
    assertThat(certificates.current()).isSameAs(before);
    assertThat(certificates.upkeep().successful()).isFalse();
    assertThat(files.events.reasons()).containsExactly("expired");
  }

  @Test
  void aPairThatHadEndedByAWrongClockIsTakenOverByTheRightOne() throws Exception {
    FileCertificates certificates = files.read();
    KeyPair next = Given.key();
    Instant end = SetClock.START.plus(Duration.ofHours(1));
    Files.writeString(files.certificate, Given.pem(Given.certificate(next, end)));
    Files.writeString(files.key, Given.pem(next.getPrivate()));
    files.clock.jump(Duration.ofHours(2));
    certificates.look();
    assertThat(certificates.current().leaf().getPublicKey()).isEqualTo(files.pair.getPublic());
    files.clock.jump(Duration.ofHours(-2));
    certificates.look();
    assertThat(certificates.current().leaf().getPublicKey()).isEqualTo(next.getPublic());
  }

  @Test
  void theEndOfWhatIsServedIsReportedOnce() throws Exception {
    FileCertificates certificates = files.read();
    files.clock.pass(Duration.ofDays(1));
    certificates.look();
    certificates.look();
    assertThat(files.events.reasons()).containsExactly("expired");
    assertThat(files.events.messages().getFirst()).contains("renew \"" + files.certificate + "\"");
  }

  @Test
  void theFilesAreLookedAtByAThread() throws Exception {
    try (FileCertificates certificates =
        FileCertificates.open(files.certificate, files.key, files.clock, files.events)) {
      var told = new CompletableFuture<ServingCertificate>();
      certificates.onChange(told::complete);
      KeyPair next = Given.key();
      files.write(next);
      assertThat(told.get(1, TimeUnit.MINUTES).leaf().getPublicKey()).isEqualTo(next.getPublic());
    }
  }
}
