package dev.netlog.webhook.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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
  private final SetClock clock = new SetClock();
  private final RecordedEvents events = new RecordedEvents();
  private final KeyPair pair = Given.key();
  private Path certificate;
  private Path key;

  @BeforeEach
  void write() throws IOException {
    certificate = folder.resolve("tls.crt");
    key = folder.resolve("tls.key");
    write(pair);
  }

  @Test
  void a_pair_is_served() throws TlsStartException {
    assertThat(read().current().leaf().getPublicKey()).isEqualTo(pair.getPublic());
    assertThat(events.reasons()).isEmpty();
  }

  @Test
  void keys_of_every_usual_form_are_read() throws Exception {
    KeyPair rsa = Given.key("RSA", 2048);
    KeyPair edwards = Given.key("Ed25519", 0);
    String parameters =
        "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";
    record Form(KeyPair pair, String pem) {}
    List<Form> forms =
        List.of(
            new Form(pair, Given.pem(pair.getPrivate())),
            new Form(pair, Given.traditionalPem(pair.getPrivate())),
            new Form(pair, parameters + Given.traditionalPem(pair.getPrivate())),
            new Form(pair, Given.pem(pair.getPrivate()).replace("\n", "\r\n")),
            new Form(rsa, Given.pem(rsa.getPrivate())),
            new Form(rsa, Given.traditionalPem(rsa.getPrivate())),
            new Form(edwards, Given.pem(edwards.getPrivate())));
    for (Form form : forms) {
      Files.writeString(certificate, Given.pem(Given.certificate(form.pair())));
      Files.writeString(key, form.pem());
      assertThat(read().current().key().getAlgorithm())
          .as(form.pem().lines().findFirst().orElseThrow())
          .isIn("EC", "ECDSA", "RSA", "EdDSA", "Ed25519");
    }
  }

  @Test
  void the_whole_chain_is_served() throws Exception {
    KeyPair above = Given.key();
    Files.writeString(
        certificate,
        "subject=test\n"
            + Given.pem(Given.certificate(pair))
            + Given.pem(Given.certificate(above)));
    assertThat(read().current().chain()).hasSize(2);
  }

  @Test
  void one_file_may_hold_both() throws Exception {
    Files.writeString(
        certificate, Given.pem(pair.getPrivate()) + Given.pem(Given.certificate(pair)));
    CertificateFiles files = new CertificateFiles(certificate, certificate);
    assertThat(FileCertificates.read(files, clock, events).current().chain()).hasSize(1);
  }

  @Test
  void a_start_is_refused_in_a_sentence_that_names_the_file() throws Exception {
    refused(
        "is not the key of the certificate in \"" + certificate,
        key,
        Given.pem(Given.key().getPrivate()));
    refused("is not the key of", key, Given.pem(Given.key("RSA", 2048).getPrivate()));
    refused("holds no private key", key, "");
    refused("holds no private key", key, Given.pem(Given.certificate(pair)));
    refused(
        "cannot be read; is the file cut off?", key, Given.pem(pair.getPrivate()).substring(0, 80));
    refused(
        "cannot be read", key, "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n");
    refused("holds an encrypted key", key, encrypted());
    refused("holds no certificate", certificate, "\u0000\u0001 not PEM");
    refused("holds no certificate", certificate, Given.pem(pair.getPrivate()));
    refused(
        "put the certificate of the server first",
        certificate,
        Given.pem(Given.certificate(Given.key())) + Given.pem(Given.certificate(pair)));
    refused(
        "expired at 2026-11-23T11:59:59Z; renew the certificate",
        certificate,
        Given.pem(Given.certificate(pair, SetClock.START.minusSeconds(1))));
  }

  @Test
  void missing_files_are_named() throws Exception {
    Files.delete(key);
    assertThatExceptionOfType(TlsStartException.class)
        .isThrownBy(this::read)
        .withMessage(
            "cannot read \""
                + key
                + "\": there is no such file; put it there, or name another with --tls-key");
    Files.createDirectory(key);
    assertThatExceptionOfType(TlsStartException.class)
        .isThrownBy(this::read)
        .withMessageContaining("it is a folder, not a file; name a file in PEM with --tls-key");
    Files.writeString(certificate, "x".repeat((1 << 20) + 1));
    assertThatExceptionOfType(TlsStartException.class)
        .isThrownBy(this::read)
        .withMessageContaining("it is larger than 1 MiB");
  }

  private FileCertificates read() throws TlsStartException {
    return FileCertificates.read(new CertificateFiles(certificate, key), clock, events);
  }

  private void write(KeyPair written) throws IOException {
    Files.writeString(certificate, Given.pem(Given.certificate(written)));
    Files.writeString(key, Given.pem(written.getPrivate()));
  }

  private void refused(String message, Path file, String content) throws IOException {
    write(pair);
    Files.writeString(file, content);
    assertThatExceptionOfType(TlsStartException.class)
        .isThrownBy(this::read)
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
      writer.writeObject(new JcaPKCS8Generator(pair.getPrivate(), encryptor));
    }
    return text.toString();
  }
}
