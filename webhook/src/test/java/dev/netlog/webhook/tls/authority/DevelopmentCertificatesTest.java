package dev.netlog.webhook.tls.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netlog.webhook.tls.Given;
import dev.netlog.webhook.tls.PemFile;
import dev.netlog.webhook.tls.ServingCertificate;
import dev.netlog.webhook.tls.SetClock;
import dev.netlog.webhook.tls.TlsStartException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevelopmentCertificatesTest {
  @TempDir private Path folder;

  @Test
  void theFolderGetsTheAuthorityOfWhatIsServed() throws Exception {
    Path made = folder.resolve("new/folder");
    try (var certificates = DevelopmentCertificates.open(made, new SetClock())) {
      X509Certificate authority =
          PemFile.parse(Files.readString(made.resolve("ca.crt"))).certificates().getFirst();
      X509Certificate leaf = certificates.current().leaf();
      leaf.verify(authority.getPublicKey());
      assertThat(leaf.getIssuerX500Principal()).isEqualTo(authority.getSubjectX500Principal());
      assertThat(leaf.getSubjectAlternativeNames().stream().map(DevelopmentCertificatesTest::name))
          .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
      assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
      assertThat(authority.getBasicConstraints()).isZero();
      assertThat(leaf.getExtendedKeyUsage()).isEqualTo(List.of("1.3.6.1.5.5.7.3.1"));
    }
    try (var files = Files.list(made)) {
      assertThat(files).as("no key is left behind").containsExactly(made.resolve("ca.crt"));
    }
  }

  @Test
  void theFileOfAnEarlierRunIsReplaced() throws Exception {
    DevelopmentCertificates.open(folder, new SetClock()).close();
    String first = Files.readString(folder.resolve("ca.crt"));
    DevelopmentCertificates.open(folder, new SetClock()).close();
    assertThat(Files.readString(folder.resolve("ca.crt"))).isNotEqualTo(first);
  }

  @Test
  void theFileOfSomebodyElseIsLeftAlone() throws Exception {
    for (String foreign : List.of(Given.pem(Given.certificate(Given.key())), "", "BEGIN")) {
      Files.writeString(folder.resolve("ca.crt"), foreign);
      assertThatExceptionOfType(TlsStartException.class)
          .isThrownBy(() -> DevelopmentCertificates.open(folder, new SetClock()))
          .withMessageContaining("ca.crt\" was not written by --tls-dev");
      assertThat(Files.readString(folder.resolve("ca.crt"))).isEqualTo(foreign);
    }
  }

  @Test
  void aFolderThatCannotBeIsNamed() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThatExceptionOfType(TlsStartException.class)
        .isThrownBy(() -> DevelopmentCertificates.open(file, new SetClock()))
        .withMessage(
            "cannot write \""
                + file.resolve("ca.crt")
                + "\": it is not a folder; name a writable folder with --tls-dev");
  }

  @Test
  void aCertificateShowsNoKey() throws Exception {
    ServingCertificate served = DevelopmentCertificates.open(folder, new SetClock()).current();
    assertThat(served.toString()).matches("certificate [0-9a-f]+ until 2027-11-23T12:00:00Z");
  }

  private static Object name(Collection<?> name) {
    return List.copyOf(name).get(1);
  }
}
