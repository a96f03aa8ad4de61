package dev.netlog.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Cluster.Setup;
import dev.netlog.cluster.Tool.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// What a user of kubectl reads. `mvn verify -Pcluster -Dgolden.update=true` writes the expected
/// texts.
@ExtendWith(WithCluster.class)
class KubectlTextTest {
  private static final Path GOLDEN =
      Settings.ROOT.resolve("verification/cluster/src/test/resources/kubectl");
  private static final String ONE =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: text-payments
        annotations:
          k8s.ovn.org/acl-logging: '{"deny": "inof"}'
      """;
  private static final String TWO_MISTAKES =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: text-orders
        annotations:
          k8s.ovn.org/acl-logging: '{"deny": "Alert", "allow": 3}'
          policy.network.gke.io/enable-logging: "true"
      """;
  private static final String GOOD =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: text-billing
        annotations:
          k8s.ovn.org/acl-logging: '{"deny": "alert"}'
      """;
  private static final String WARNED =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: text-search
        annotations:
          k8s.ovn.org/acl-logging: '{"deny": "alert", "alow": "info"}'
      """;
  private static final String DELEGATE =
      """
      apiVersion: networking.gke.io/v1alpha1
      kind: NetworkLogging
      metadata:
        name: default
      spec:
        cluster:
          allow: {log: false, delegate: true}
          deny: {delegate: true}
      """;

  private final Cluster cluster;

  KubectlTextTest(Cluster cluster) {
    this.cluster = cluster;
  }

  @BeforeEach
  void enforce() {
    Webhook _ = cluster.webhook(Setup.of("enforce"));
  }

  private void check(String name, Map<String, String> files, String... arguments)
      throws IOException {
    Path folder = Cases.write("kubectl-" + name, files);
    Output output = cluster.kubectl().in(folder, "", arguments);
    String text =
        "$ kubectl "
            + String.join(" ", arguments)
            + "\n"
            + output.out()
            + output.err()
            + "exit code "
            + output.code()
            + "\n";
    // The port is a free one, and kubectl shows differences in a folder with another name each
    // time.
    text = text.replace(":" + cluster.balancer().port(), ":PORT");
    Path golden = GOLDEN.resolve(name + ".txt");
    if (Settings.updatesGolden()) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
    }
    assertThat(text).isEqualTo(Files.readString(golden));
  }

  @Test
  void oneObjectIsRefused() throws IOException {
    check("one-refused", Map.of("one.yaml", ONE), "apply", "-f", "one.yaml");
    check("create-refused", Map.of("one.yaml", ONE), "create", "-f", "one.yaml");
    check(
        "server-side-refused", Map.of("one.yaml", ONE), "apply", "--server-side", "-f", "one.yaml");
  }

  @Test
  void oneObjectHasSeveralMistakes() throws IOException {
    check("two-mistakes", Map.of("two.yaml", TWO_MISTAKES), "apply", "-f", "two.yaml");
  }

  @Test
  void ofSeveralObjectsTwoAreRefused() throws IOException {
    check(
        "several-refused",
        Map.of("a.yaml", ONE, "b.yaml", TWO_MISTAKES, "c.yaml", GOOD),
        "apply",
        "--dry-run=server",
        "-f",
        ".");
  }

  @Test
  void anObjectIsTakenWithAWarning() throws IOException {
    check("warned", Map.of("w.yaml", WARNED), "apply", "--dry-run=server", "-f", "w.yaml");
  }

  @Test
  void aDifferenceIsAskedFor() throws IOException {
    check("diff-refused", Map.of("one.yaml", ONE), "diff", "-f", "one.yaml");
  }

  @Test
  void aNetworkLoggingDelegatesWhatItDoesNotLog() throws IOException {
    check("network-logging", Map.of("nl.yaml", DELEGATE), "apply", "-f", "nl.yaml");
  }

  @Test
  void theWebhookIsDown() throws IOException {
    cluster.stop();
    check("down", Map.of("good.yaml", GOOD), "apply", "--dry-run=server", "-f", "good.yaml");
  }
}
