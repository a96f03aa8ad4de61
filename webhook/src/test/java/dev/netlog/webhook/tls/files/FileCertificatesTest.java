package dev.netlog.webhook.tls.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netlog.webhook.tls.Given;
import dev.netlog.webhook.tls.SetClock;
import dev.netlog.webhook.tls.TlsStartException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PKCS8Generator;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileCertificatesTest {
  @TempDir private Path folder;
  private GivenFiles files;

  @BeforeEach
  void write() throws IOException {
    files = new GivenFiles(folder);
  }

  @Test
  void aPairIsServed() throws TlsStartException {
    assertThat(files.read().current().leaf().getPublicKey()).isEqualTo(files.pair.getPublic());
    assertThat(files.events.reasons()).isEmpty();
  }

  @Test
  void keysOfEveryUsualFormAreRead() throws Exception {
    KeyPair rsa = Given.key("RSA", 2048);
    KeyPair edwards = Given.key("Ed25519", 0);
    String parameters =
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    record Form(KeyPair pair, String pem) {}
    List<Form> forms =
        List.of(
            new Form(files.pair, Given.pem(files.pair.getPrivate())),
            new Form(files.pair, Given.traditionalPem(files.pair.getPrivate())),
            new Form(files.pair, parameters + Given.traditionalPem(files.pair.getPrivate())),
            new Form(files.pair, Given.pem(files.pair.getPrivate()).replace("\n", "\r\n")),
            new Form(rsa, Given.pem(rsa.getPrivate())),
            new Form(rsa, Given.traditionalPem(rsa.getPrivate())),
            new Form(edwards, Given.pem(edwards.getPrivate())));
    for (Form form : forms) {
      Files.writeString(files.certificate, Given.pem(Given.certificate(form.pair())));
      Files.writeString(files.key, form.pem());
      assertThat(files.read().current().key().getAlgorithm())
          .as(form.pem().lines().findFirst().orElseThrow())
          .isIn("EC", "ECDSA", "RSA", "EdDSA", "Ed25519");
    }
  }

  @Test
  void theWholeChainIsServed() throws Exception {
    KeyPair above = Given.key();
    Files.writeString(
        files.certificate,
        "subject=test\n"
            + Given.pem(Given.certificate(files.pair))
            + Given.pem(Given.certificate(above)));
    assertThat(files.read().current().chain()).hasSize(2);
  }

  @Test
  void oneFileMayHoldBoth() throws Exception {
    Files.writeString(
        files.certificate,
        Given.pem(files.pair.getPrivate()) + Given.pem(Given.certificate(files.pair)));
    CertificateFiles one = new CertificateFiles(files.certificate, files.certificate);
    assertThat(FileCertificates.read(one, files.clock, files.events).current().chain()).hasSize(1);
  }

  @Test
  void aStartIsRefusedInASentenceThatNamesTheFile() throws Exception {
    refused(
        "is not the key of the certificate in \"" + files.certificate,
        files.key,
        Given.pem(Given.key().getPrivate()));
    refused("is not the key of", files.key, Given.pem(Given.key("RSA", 2048).getPrivate()));
    refused("holds no private key", files.key, "");
    refused("holds no private key", files.key, Given.pem(Given.certificate(files.pair)));
    refused(
        "cannot be read; is the file cut off?",
        files.key,
        Given.pem(files.pair.getPrivate()).substring(0, 80));
    refused(
        "cannot be read",
        files.key,
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    refused("holds an encrypted key", files.key, encrypted());
    refused("holds no certificate", files.certificate, "\u0000\u0001 not PEM");
    refused("holds no certificate", files.certificate, Given.pem(files.pair.getPrivate()));
    refused(
        "put the certificate of the server first",
        files.certificate,
        Given.pem(Given.certificate(Given.key())) + Given.pem(Given.certificate(files.pair)));
    refused(
        "expired at 2026-11-23T11:59:59Z; renew the certificate",
        files.certificate,
        Given.pem(Given.certificate(files.pair, SetClock.START.minusSeconds(1))));
  }

  @Test
  void missingFilesAreNamed() throws Exception {
    Files.delete(files.key);
    assertThatExceptionOfType(TlsStartException.class)
        .isThrownBy(files::read)
        .withMessage(
            "cannot read \""
                + files.key
                + "\": there is no such file; put it there, or name another with --tls-key");
    Files.createDirectory(files.key);
    assertThatExceptionOfType(TlsStartException.class)
        .isThrownBy(files::read)
        .withMessageContaining("it is a folder, not a file; name a file in PEM with --tls-key");
    Files.writeString(files.certificate, "x".repeat((1 << 20) + 1));
    assertThatExceptionOfType(TlsStartException.class)
        .isThrownBy(files::read)
        .withMessageContaining("it is larger than 1 MiB");
  }

  private void refused(String message, Path file, String content) throws IOException {
    files.write(files.pair);
    Files.writeString(file, content);
    assertThatExceptionOfType(TlsStartException.class)
        .isThrownBy(files::read)
        .satisfies(
            refusal ->
                assertThat(refusal.getMessage())
                    .contains("\"" + file + "\"", message)
                    .doesNotContain("\n"));
  }

  private String encrypted() throws Exception {
    var encryptor =
        new JceOpenSSLPKCS8EncryptorBuilder(PKCS8Generator.AES_256_CBC)
            .setProvider(new BouncyCastleProvider())
            .setPassword("secret".toCharArray())
            .build();
    StringWriter text = new StringWriter();
    try (var writer = new JcaPEMWriter(text)) {
      writer.writeObject(new JcaPKCS8Generator(files.pair.getPrivate(), encryptor));
    }
    return text.toString();
  }
}
