package dev.netlog.webhook.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookCommandTest {
  private static final String LOCAL =
      "--listen 127.0.0.1:0 --health-listen 127.0.0.1:0 --tls-dev tls";

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  @TempDir private Path folder;

  private Start start(String... words) {
    return new WebhookCommand(
            RuleCatalog.standard(),
            folder,
            Map.of(),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            OutputStream.nullOutputStream())
        .start(List.of(words));
  }

  private Start start(String line) {
    return start(line.isEmpty() ? new String[0] : line.split(" "));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @Test
  void helpAndVersionNeedNothingElse() {
    assertThat(start("--version")).isEqualTo(new Start.Ended(0));
    assertThat(out()).matches("netlog-webhook [0-9.]+\n");
    assertThat(start("--help")).isEqualTo(new Start.Ended(0));
    assertThat(out()).contains("--tls-self-managed", "--mode", "--inventory", "--check");
    assertThat(err()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``| no source of the certificate is given; use one of --tls-cert FILE --tls-key FILE,"
            + " --tls-self-managed, or --tls-dev DIR to try it out",
        "--mode enforc| --mode \"enforc\" is unknown; did you mean enforce? use enforce, warn or"
            + " observe",
        "--modee x| option \"--modee\" is unknown; did you mean --mode? see netlog-webhook --help",
        "serve| argument \"serve\" is unknown; see netlog-webhook --help",
        "--listen| missing required parameter for option '--listen' (ADDR:PORT); see netlog-webhook"
            + " --help",
        "--listen a:b --tls-dev x| --listen \"a:b\" is not an address; use one such as 0.0.0.0:8443",
        "--health-listen 99999 --tls-dev x| --health-listen \"99999\" is not an address; use one such as 0.0.0.0:8080",
        "--tls-dev a --tls-cert b| --tls-cert and --tls-dev cannot be combined; use one of"
            + " --tls-cert FILE --tls-key FILE, --tls-self-managed, or --tls-dev DIR to try it out",
        "--tls-cert b| --tls-cert needs a key; add --tls-key FILE",
        "--tls-self-managed| --tls-self-managed needs a name; add --namespace NAME",
        "--tls-self-managed --namespace a| --tls-self-managed needs a name; add --service NAME",
        "--tls-cert no.pem --tls-key .| cannot read \"FOLDER/no.pem\": there is no such file; put it"
            + " there, or name another with --tls-cert",
        "--tls-cert . --tls-key no.pem| cannot read \"FOLDER/.\": it is a folder, not a file; name"
            + " a file in PEM with --tls-cert",
        "--tls-self-managed --namespace a --service b --tls-secret c_d| --tls-secret \"c_d\" is not a valid name in Kubernetes; use lower case letters, digits, - and ., at most 253",
        "--tls-self-managed --namespace a --service b --webhook-configuration a..b|"
            + " --webhook-configuration \"a..b\" is not a valid name in Kubernetes; use lower case letters,"
            + " digits, - and ., at most 253",
        "--tls-dev a --config no.yaml| settings \"no.yaml\": there is no such file; check the"
            + " spelling",
        "--tls-dev a --config .| settings \".\": it cannot be read; name a file with --config",
        "--tls-dev a --inventory all| --inventory \"all\" is unknown; use none or cluster",
        "--tls-dev a --drain-delay 1h| --drain-delay \"1h\" is longer than 10m; use 10m or less",
      })
  void whatCannotBeIsToldOnOneLineWithTheNextStep(String words, String message) {
    assertThat(start(words)).isEqualTo(new Start.Ended(2));
    assertThat(err().replace(folder.toString(), "FOLDER"))
        .isEqualTo("netlog-webhook: " + message + "\n");
    assertThat(out()).isEmpty();
  }

  @Test
  void mistakesInTheSettingsAreToldWithTheirPlaces() throws IOException {
    Files.writeString(
        folder.resolve("s.yaml"), "rules: {}\ninjekt: {}\ninject: {ovn: {deny: loud}}\n");
    assertThat(start(LOCAL + " --config s.yaml")).isEqualTo(new Start.Ended(2));
    assertThat(err().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("netlog-webhook: s.yaml:"))
        .anyMatch(
            line ->
                line.contains("s.yaml:2:1: key \"injekt\" is unknown; did you mean \"inject\"?"))
        .anyMatch(line -> line.contains("s.yaml:3:22: \"loud\" is unknown for deny"));
  }

  @Test
  void targetsOfARepositoryNeedNotBeThere() throws IOException {
    Files.writeString(
        folder.resolve("s.yaml"),
        "targets: [{name: a, paths: [clusters/a]}]\nrules: {ovn-key-case: error}\n");
    closed(start(LOCAL + " --config s.yaml"));
  }

  @Test
  void aKubeconfigThatIsNoneIsToldAlsoWhereNothingNeedsIt() {
    assertThat(start(LOCAL + " --kubeconfig nowhere")).isEqualTo(new Start.Ended(2));
    assertThat(err())
        .startsWith("netlog-webhook: cannot read the kubeconfig")
        .contains("nowhere")
        .hasLineCount(1);
  }

  @Test
  void aPortInUseIsTold() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String words =
          "--listen 127.0.0.1:"
              + taken.getLocalPort()
              + " --health-listen 127.0.0.1:0 --tls-dev tls";
      assertThat(start(words)).isEqualTo(new Start.Ended(2));
      assertThat(err())
          .startsWith("netlog-webhook: cannot listen on 127.0.0.1:" + taken.getLocalPort())
          .contains("; choose another address with --listen")
          .hasLineCount(1);
    }
  }

  @Test
  void aCertificateAndAKeyThatDoNotMatchAreTold() throws IOException {
    Path one = folder.resolve("one");
    Files.createDirectories(one);
    closed(start("--listen 127.0.0.1:0 --health-listen 127.0.0.1:0 --tls-dev one"));
    List<String> words =
        new ArrayList<>(Arrays.asList("--tls-cert", "one/ca.crt", "--tls-key", "one/ca.crt"));
    assertThat(start(words.toArray(String[]::new))).isEqualTo(new Start.Ended(2));
    assertThat(err()).hasLineCount(1).startsWith("netlog-webhook: ").doesNotContain("Exception");
  }

  @Test
  void itSaysWhereItListens() throws Exception {
    Start start = start(LOCAL + " --check");
    assertThat(start).isInstanceOf(Start.Serving.class);
    Webhook webhook = ((Start.Serving) start).webhook();
    assertThat(webhook.greeting())
        .matches(
            "netlog-webhook listens on https://127.0.0.1:[1-9][0-9]+, health and metrics on"
                + " http://127.0.0.1:[1-9][0-9]+");
    assertThat(webhook.warmUp()).isTrue();
    assertThat(folder.resolve("tls/ca.crt")).exists();
    webhook.close();
  }

  private static void closed(Start start) {
    assertThat(start).isInstanceOf(Start.Serving.class);
    if (start instanceof Start.Serving(Webhook webhook)) {
      webhook.close();
    }
  }
}
