package dev.netlog.webhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Options of one source of certificates beside those of another.
class CertificateModeTest {
  /// What is typed to ask for one, and for nothing else.
  private static String asked(CertificateMode mode) {
    return switch (mode) {
      case FILES -> "--tls-cert=tls.crt";
      case SELF_MANAGED -> "--tls-self-managed";
      case DEVELOPMENT -> "--tls-dev=tls";
    };
  }

  /// The options that one has to itself, as the manual lists them.
  private static List<String> own(CertificateMode mode) {
    return switch (mode) {
      case FILES -> List.of("--tls-key=tls.key");
      case SELF_MANAGED ->
          List.of(
              "--service=netlog-webhook",
              "--namespace=netlog-system",
              "--tls-secret=a",
              "--webhook-configuration=a",
              "--tls-leaf-lifetime=1h",
              "--tls-ca-lifetime=1h");
      case DEVELOPMENT -> List.of();
    };
  }

  @TempDir private Path folder;

  /// What is said on standard error by a start that ends with 2.
  private List<String> refused(String... words) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    WebhookCommand command =
        new WebhookCommand(
            RuleCatalog.standard(),
            folder,
            Map.of(),
            new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            OutputStream.nullOutputStream());
    assertThat(command.start(List.of(words)))
        .as(String.join(" ", words))
        .isEqualTo(new Start.Ended(2));
    return err.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static String name(String option) {
    return option.split("=", 2)[0];
  }

  @Test
  void anOptionOfAnotherModeIsRefusedForEveryPair() {
    int pairs = 0;
    for (CertificateMode mode : CertificateMode.values()) {
      for (CertificateMode other : CertificateMode.values()) {
        for (String option : other == mode ? List.<String>of() : own(other)) {
          String line =
              "netlog-webhook: %s applies to %s, not to %s; remove it"
                  .formatted(name(option), name(asked(other)), name(asked(mode)));
          assertThat(refused(asked(mode), option)).containsExactly(line);
          assertThat(refused(option, asked(mode))).containsExactly(line);
          pairs++;
        }
      }
    }
    assertThat(pairs).isEqualTo(14);
  }

  @Test
  void twoModesExcludeEachOtherInEveryPair() {
    CertificateMode[] modes = CertificateMode.values();
    int pairs = 0;
    for (int i = 0; i < modes.length; i++) {
      for (int j = i + 1; j < modes.length; j++) {
        assertThat(refused(asked(modes[j]), asked(modes[i])))
            .singleElement()
            .asString()
            .startsWith(
                "netlog-webhook: %s and %s cannot be combined; use one of "
                    .formatted(name(asked(modes[i])), name(asked(modes[j]))));
        pairs++;
      }
    }
    assertThat(pairs).isEqualTo(3);
  }

  /// What is wrong then is something else: no file, no cluster.
  @Test
  void theOptionsOfAModeAreTakenByIt() {
    assertThat(refused("--tls-cert=tls.crt", "--tls-key=tls.key"))
        .singleElement()
        .asString()
        .startsWith("netlog-webhook: cannot read ");
    List<String> words = new ArrayList<>(List.of("--tls-self-managed", "--kubeconfig=nowhere"));
    words.addAll(own(CertificateMode.SELF_MANAGED));
    assertThat(refused(words.toArray(String[]::new)))
        .singleElement()
        .asString()
        .startsWith("netlog-webhook: cannot read the kubeconfig");
  }

  @Test
  void eachOptionThatIsOutOfPlaceGetsALine() {
    assertThat(refused("--tls-dev=tls", "--service=a", "--tls-key=b", "--namespace=c"))
        .containsExactly(
            "netlog-webhook: --tls-key applies to --tls-cert, not to --tls-dev; remove it",
            "netlog-webhook: --service applies to --tls-self-managed, not to --tls-dev; remove it",
            "netlog-webhook: --namespace applies to --tls-self-managed, not to --tls-dev; remove it");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void everyOptionOfCertificatesBelongsToAMode() {
    List<String> known = new ArrayList<>();
    for (CertificateMode mode : CertificateMode.values()) {
      assertThat(mode.details()).isEqualTo(own(mode).stream().map(option -> name(option)).toList());
      known.add(mode.option());
      known.addAll(mode.details());
    }
    assertThat(Options.commandLine().getCommandSpec().optionsMap().keySet())
        .containsAll(known)
        .filteredOn(option -> option.startsWith("--tls-"))
        .hasSize(7)
        .isSubsetOf(known);
  }
}
