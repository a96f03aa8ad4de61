package dev.netlog.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.netlog.cli.command.CommandTree;
import dev.netlog.cli.command.Console;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.io.config.ConfigFile;
import dev.netlog.rule.RuleInfo;
import dev.netlog.settings.Settings;
import dev.netlog.webhook.admission.AdmissionHandler;
import dev.netlog.webhook.admission.Mode;
import dev.netlog.webhook.admission.Outcome;
import dev.netlog.webhook.manifests.GeneratedManifests;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A platform is a package and a line in the catalogue: everything else takes it from there.
final class TestPlatformTest {
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final String SHOP =
      """
      apiVersion: v1
      kind: Namespace
      metadata:
        name: shop
      ---
      apiVersion: networking.k8s.io/v1
      kind: NetworkPolicy
      metadata:
        name: web
        namespace: shop
        annotations:
          flows.acme.example/allowed: "on"
      spec:
        podSelector: {}
        policyTypes: [Ingress]
        ingress:
          - from: [{podSelector: {}}]
      ---
      apiVersion: acme.example/v1
      kind: Fence
      metadata:
        name: outer
        annotations:
          flows.acme.example/denied: "on"
      spec:
        priority: 5
        subject:
          namespaces: {}
        ingress:
          - action: Deny
            from:
              - namespaces: {matchLabels: {zone: public}}
      """;

  @TempDir Path folder;

  private record Run(int code, String out, String err) {}

  private Run netlog(String... words) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Console console =
        new Console(
            folder,
            Map.of(),
            InputStream.nullInputStream(),
            out,
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false);
    int code = CommandTree.run(TestCatalog.CATALOG, List.of(words), console);
    return new Run(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  @BeforeEach
  void shop() throws IOException {
    write("shop.yaml", SHOP);
  }

  @Test
  void lintRunsItsRulesAndOffersItsFixes() throws IOException {
    write("shop.yaml", SHOP.replace("allowed: \"on\"", "allowed: \"On\""));
    write(
        "a.yaml",
        """
        apiVersion: v1
        kind: Namespace
        metadata:
          name: a
          annotations:
            flows.acme.example/allowed: "on"
        """);
    Run run = netlog("lint", "--format", "json", ".");
    assertThat(run.code()).isEqualTo(1);
    JsonNode findings = MAPPER.readTree(run.out()).path("findings");
    assertThat(findings.valueStream().map(each -> each.path("rule").asString()))
        .contains("acme-unknown-value", "acme-misplaced-key", "acme-unlogged-namespace");
    JsonNode value =
        findings
            .valueStream()
            .filter(each -> each.path("rule").asString().equals("acme-unknown-value"))
            .findFirst()
            .orElseThrow();
    assertThat(value.path("fix").path("safety").asString()).isEqualTo("safe");
    assertThat(value.path("fix").path("edits").toString()).contains("on");
  }

  @Test
  void showReadsItsSettings() throws IOException {
    Run run = netlog("show", "--format", "json", "shop.yaml");
    assertThat(run.code()).isZero();
    assertThat(run.out().replaceAll("\\s", ""))
        .contains(
            "\"platform\":\"acme\",\"allowed\":\"on\"", "\"platform\":\"acme\",\"denied\":\"on\"");
  }

  @Test
  void coverageAsksItsTierAndWritesItsRecords() throws IOException {
    Run run = netlog("coverage", "--format", "json", "shop.yaml");
    assertThat(run.out().replaceAll("\\s", ""))
        .contains(
            "\"platform\":\"acme\"",
            "\"reason\":\"Fence/outer#Ingress/0\",\"state\":\"covered\",\"cause\":\"annotated\"",
            "\"flow\":\"deny/Fence/outer#Ingress/0\"",
            "\"flow\":\"allow/NetworkPolicy/shop/web\"",
            "\"reason\":\"default-deny\",\"state\":\"missed\",\"cause\":\"not-annotated\"",
            "acme-unlogged-namespace");
  }

  @Test
  void aPolicyOfItsKindThatNobodyCanReadIsRefusedInLintAndCoverage() throws IOException {
    write("shop.yaml", SHOP.replace("namespaces: {}", "namespaces: {matchLabels: [a]}"));
    Run lint = netlog("lint", "--format", "concise", "shop.yaml");
    assertThat(lint.code()).isEqualTo(1);
    assertThat(lint.out()).contains("policy-refused");
    assertThat(netlog("coverage", "--format", "json", "shop.yaml").out())
        .contains("\"refused\"", "Fence/outer")
        .doesNotContain("Fence/outer#Ingress/0");
  }

  @Test
  void aFileThatNamesItsKindAndIsNotUnderstoodFailsAGateWithNothingToMeasure() throws IOException {
    write("shop.yaml", "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop\n");
    String[] gate = {
      "coverage", "--platform", "acme", "--minimum", "deny=90", "--format", "text", "."
    };
    assertThat(netlog(gate).code()).isZero();
    write("chart.yaml", "kind: Fence\nmetadata: {{ include \"name\" . }}\n");
    assertThat(netlog(gate).code()).isEqualTo(1);
  }

  @Test
  void explainNamesWhatDecides() throws IOException {
    assertThat(netlog("explain", "fence", "outer", "shop.yaml").out())
        .contains("Fence outer", "flows.acme.example/denied");
    assertThat(netlog("explain", "namespaces", "shop", "shop.yaml").out())
        .contains("flows.acme.example/denied", "absent", "annotate Namespace shop");
    assertThat(netlog("explain", "acme-misplaced-key").out())
        .contains("# acme-misplaced-key", "Move the annotation.");
  }

  @Test
  void rulesAndHelpNameIt() throws IOException {
    assertThat(netlog("rules").out())
        .contains("acme-unknown-value", "acme-misplaced-key", "acme-unlogged-namespace");
    assertThat(netlog("lint", "--help").out().replaceAll("\\s", ""))
        .contains("gke,ovn,acme,orgke,ovn,acme");
    assertThat(TestCatalog.CATALOG.info("foreign-platform-key"))
        .extracting(RuleInfo::explanation, STRING)
        .contains("flows.acme.example/denied");
  }

  @Test
  void settingsTakeIt() throws IOException {
    write(".netlog.yaml", "platform: acme\ninject: {acme: {denied: true}}\n");
    assertThat(netlog("lint", "shop.yaml").err()).isEmpty();
    write(".netlog.yaml", "inject: {acme: {denied: sometimes}}\n");
    assertThat(netlog("lint", "shop.yaml").code()).isEqualTo(2);
  }

  @Test
  void theWebhookDeniesAndInjects() throws Exception {
    Settings settings =
        ConfigFile.of(
                TestCatalog.CATALOG,
                "inject: {acme: {denied: true}}".getBytes(StandardCharsets.UTF_8),
                "s.yaml",
                folder)
            .settings();
    AdmissionHandler handler =
        new AdmissionHandler(
            TestCatalog.CATALOG,
            settings,
            Mode.ENFORCE,
            () -> ManifestInventory.of(List.of(), Set.of()));
    Outcome denied =
        handler.validate(review("acme.example", "Fence", "\"flows.acme.example/denied\":\"yes\""));
    assertThat(denied.answer().allowed()).isFalse();
    assertThat(denied.rules()).containsExactly("acme-unknown-value");
    Outcome patched = handler.mutate(review("", "Namespace", ""));
    assertThat(String.valueOf(patched.answer().patch()))
        .contains("/metadata/annotations", "flows.acme.example");
  }

  private static byte[] review(String group, String kind, String annotations) {
    String apiVersion = group.isEmpty() ? "v1" : group + "/v1";
    return """
    {"apiVersion":"admission.k8s.io/v1","kind":"AdmissionReview","request":{"uid":"u",\
    "kind":{"group":"%s","version":"v1","kind":"%s"},"operation":"CREATE","name":"a",\
    "object":{"apiVersion":"%s","kind":"%s","metadata":{"name":"a","annotations":{%s}}}}}
    """
        .formatted(group, kind, apiVersion, kind, annotations)
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void generatedManifestsAskAboutIt() {
    GeneratedManifests manifests = new GeneratedManifests(TestCatalog.CATALOG);
    assertThat(manifests.validating())
        .contains("resources: [fences]", "contains('flows.acme')", "contains('logging')");
    assertThat(manifests.mutating()).contains("[?'flows.acme.example/denied']");
    assertThat(manifests.inventoryRights()).contains("apiGroups: [acme.example]");
  }
}
