package dev.netlog.webhook.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.netlog.webhook.tls.TimeSource;
import io.fabric8.kubernetes.client.Config;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialsTest {
  private static final String KUBECONFIG =
      """
      apiVersion: v1
      kind: Config
      clusters:
      - name: test
        cluster:
          server: https://192.0.2.1:6443
      contexts:
      - name: test
        context:
          cluster: test
          user: test
      current-context: test
      users:
      - name: test
        user:
          token: secret
      """;

  @TempDir private Path folder;

  @Test
  void aKubeconfigIsRead() throws Exception {
    Path file = Files.writeString(folder.resolve("config"), KUBECONFIG);
    assertThat(Credentials.ofFile(file).getMasterUrl()).isEqualTo("https://192.0.2.1:6443/");
  }

  /// The client takes every key in PKCS#8 for one of RSA, unless it is told.
  @Test
  void aKeyOnACurveIsToldFromOneOfRsa() throws Exception {
    for (String algorithm : new String[] {"EC", "RSA"}) {
      byte[] der =
          KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate().getEncoded();
      String pem =
          "-----BEGIN PRIVATE KEY-----\n"
              + Base64.getMimeEncoder().encodeToString(der)
              + "\n-----END PRIVATE KEY-----\n";
      Path key = Files.writeString(folder.resolve("key"), pem);
      boolean curve = algorithm.equals("EC");
      assertThat(ClientKey.isOnCurve(null, key.toString())).isEqualTo(curve);
      String data = Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
      assertThat(ClientKey.isOnCurve(data, null)).isEqualTo(curve);
      Path file =
          Files.writeString(
              folder.resolve("config"),
              KUBECONFIG.replace("token: secret", "client-key-data: " + data));
      assertThat("EC".equals(Credentials.ofFile(file).getClientKeyAlgo())).isEqualTo(curve);
    }
    assertThat(ClientKey.isOnCurve(null, null)).isFalse();
    assertThat(ClientKey.isOnCurve("?", null)).isFalse();
  }

  @Test
  void credentialsThatAreNonsenseAreNamedInOneLine() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("config"),
            KUBECONFIG.replace(
                "token: secret", "client-key-data: bm8=\n    client-certificate-data: bm8="));
    assertThatExceptionOfType(ClusterStartException.class)
        .isThrownBy(() -> ClusterConnection.open(file, Map.of(), TimeSource.SYSTEM))
        .withMessageMatching(
            "the certificates or keys of \".*config\" cannot be used; test them with: .*");
  }

  @Test
  void aKubeconfigThatCannotBeUsedIsNamedInOneLine() throws Exception {
    Path file = folder.resolve("config");
    refused(file, "cannot read the kubeconfig");
    refused(Files.createDirectory(folder.resolve("folder")), "cannot read the kubeconfig");
    for (String text :
        new String[] {
          "", "{", "- a", "a: b", "\u0000", KUBECONFIG.replace("current-context: test", "")
        }) {
      Files.writeString(file, text);
      refused(file, "kubeconfig");
    }
  }

  @Test
  void aPodIsKnownByItsToken() throws Exception {
    Map<String, String> pod =
        Map.of("KUBERNETES_SERVICE_HOST", "fd00::1", "KUBERNETES_SERVICE_PORT", "443");
    assertThatExceptionOfType(ClusterStartException.class)
        .isThrownBy(() -> Credentials.ofPod(pod, folder))
        .withMessageContaining("--kubeconfig FILE");
    Path token = Files.writeString(folder.resolve("token"), "first\n");
    Config config = Credentials.ofPod(pod, folder);
    assertThat(config.getMasterUrl()).isEqualTo("https://[fd00::1]:443/");
    assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("first");
    Files.writeString(token, "second\n");
    assertThat(config.getOauthTokenProvider().getToken()).isEqualTo("second");
    assertThatExceptionOfType(ClusterStartException.class)
        .isThrownBy(() -> Credentials.of(null, Map.of()))
        .withMessageStartingWith("the API server cannot be reached, since this is not a pod");
  }

  private static void refused(Path file, String message) {
    assertThatExceptionOfType(ClusterStartException.class)
        .as(file.toString())
        .isThrownBy(() -> Credentials.ofFile(file))
        .satisfies(
            refusal ->
                assertThat(refusal.getMessage())
                    .contains(message, "\"" + file + "\"")
                    .doesNotContain("\n"));
  }
}
