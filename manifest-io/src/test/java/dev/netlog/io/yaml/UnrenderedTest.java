package dev.netlog.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.io.files.NotUnderstood;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What other tools make objects of: it is named where logging depends on it, and only there.
final class UnrenderedTest {
  private static final String TEMPLATE =
      "apiVersion: template.openshift.io/v1\nkind: Template\nmetadata:\n  name: project\n";
  private static final String KUSTOMIZATION =
      "apiVersion: kustomize.config.k8s.io/v1beta1\nkind: Kustomization\n";

  private static List<NotUnderstood> found(String path, String text) {
    Manifest manifest =
        new ManifestReader(RuleCatalog.standard())
            .read(path, text.getBytes(StandardCharsets.UTF_8));
    assertThat(manifest.notUnderstood()).isEmpty();
    assertThat(manifest.findings()).isEmpty();
    assertThat(manifest.notJudged()).isEqualTo(manifest.unrendered());
    return manifest.unrendered();
  }

  private static NotUnderstood only(String path, String text) {
    List<NotUnderstood> found = found(path, text);
    assertThat(found).as(text).hasSize(1);
    assertThat(found.getFirst().path()).isEqualTo(path);
    assertThat(found.getFirst().reason()).isEqualTo("template");
    return found.getFirst();
  }

  @Test
  void theObjectsOfATemplateAreCountedAtTheFirstThatMatters() {
    NotUnderstood found =
        only(
            "a.yaml",
            TEMPLATE
                + """
                objects:
                  - {apiVersion: v1, kind: Service, metadata: {name: a}}
                  - apiVersion: v1
                    kind: Namespace
                    metadata: {name: "${NAME}"}
                  - apiVersion: networking.k8s.io/v1
                    kind: NetworkPolicy
                    metadata: {name: b}
                """);
    assertThat(found.line()).isEqualTo(7);
    assertThat(found.message())
        .isEqualTo(
            "2 objects of this Template are about policies or their logs, and are not judged before"
                + " it is processed; lint what \"oc process\" prints");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{kind: EgressFirewall, apiVersion: k8s.ovn.org/v1}",
        "{kind: List, apiVersion: v1, items: [{kind: Namespace, apiVersion: v1}]}",
        "{kind: Pod, apiVersion: v1, metadata: {annotations: {k8s.ovn.org/acl-logging: '{}'}}}",
      })
  void oneObjectOfATemplateIsEnough(String object) {
    String text = "kind: Template\napiVersion: v1\nobjects: [" + object + "]\n";
    assertThat(only("a.yaml", text).message()).startsWith("an object of this Template is");
    assertThat(found("a.yaml", text.replace("v1\nobjects", "example.org/v1\nobjects"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "commonAnnotations: {policy.network.gke.io/enable-logging: 'true'}",
        "patches:\n- patch: |-\n    metadata: {annotations: {k8s.ovn.org/acl-logging: '{}'}}",
        "patches:\n- patch: |-\n    - {op: add, path: /metadata/annotations/k8s.ovn.org~1acl-logging}",
        "patches:\n- patch: '[{\"op\":\"remove\",\"path\":"
            + "\"/metadata/annotations/policy.network.gke.io~1enable-deny-logging\"}]'",
        "patchesStrategicMerge:\n- |-\n  metadata: {annotations: {k8s.ovn.org/acl-loging: '{}'}}",
        "patchesJson6902:\n- patch: |-\n    - {value: {networking.gke.io/enable-logging: 'true'}}",
        "replacements:\n- {targets: [{fieldPaths: ['metadata.annotations.[k8s.ovn.org/acl-logging]']}]}",
      })
  void aKustomizationThatSetsLoggingIsNamed(String members) {
    NotUnderstood found = only("a.yaml", "# own\n" + KUSTOMIZATION + members + "\n");
    assertThat(found.line()).isGreaterThanOrEqualTo(4);
    assertThat(found.message()).startsWith("this kustomization sets logging");
    assertThat(only("b/kustomization.yaml", members + "\n").line()).isEqualTo(found.line() - 3);
    assertThat(found("b/patch.yaml", members + "\n")).isEmpty();
  }

  @Test
  void aComponentIsAKustomization() {
    String text =
        KUSTOMIZATION.replace("Kustomization", "Component").replace("v1beta1", "v1alpha1");
    assertThat(only("a.yaml", text + "commonAnnotations: {k8s.ovn.org/acl-logging: '{}'}\n").line())
        .isEqualTo(3);
  }

  @Test
  void aFileOfJsonPatchOperationsIsNamed() {
    String text =
        """
        - op: test
          path: /metadata/name
          value: a
        - op: add
          path: /metadata/annotations/k8s.ovn.org~1acl-logging
          value: '{"deny": "alert"}'
        """;
    assertThat(only("patch.yaml", text).line()).isEqualTo(5);
    assertThat(
            only(
                    "patch.json",
                    "[{\"op\":\"add\",\"path\":\"/metadata/annotations\",\"value\":"
                        + "{\"k8s.ovn.org/acl-logging\":\"\"}}]")
                .line())
        .isEqualTo(1);
    assertThat(found("patch.yaml", text.replace("acl-logging", "route"))).isEmpty();
    assertThat(found("list.yaml", "- k8s.ovn.org/acl-logging\n")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "components: [../components/acl-logging, ./acl-logging, acl-logging.yaml]",
        "resources: ['https://github.com/acme/acl-logging?ref=1']",
        "patches:\n- {path: acl-logging.yaml, target: {group: k8s.ovn.org, kind: EgressFirewall}}",
        "patches:\n- patch: |-\n    - {op: replace, path: /spec/template/spec/acl-logging, value: 1}",
        "patches:\n- patch: |-\n    apiVersion: k8s.ovn.org/v1\n    kind: EgressFirewall",
        "images: [{name: registry.example.org/network-logging}]",
        "metadata: {annotations: {k8s.ovn.org/acl-logging: '{}'}}",
      })
  void aKustomizationWithoutLoggingIsNoneOfOurBusiness(String members) {
    assertThat(found("kustomization.yaml", KUSTOMIZATION + members + "\n")).isEmpty();
  }

  @Test
  void aTemplateOfOtherThingsIsNoneOfOurBusiness() {
    assertThat(
            found(
                "a.yaml",
                TEMPLATE + "objects:\n- {apiVersion: apps/v1, kind: Deployment, metadata: {}}\n"))
        .isEmpty();
    assertThat(found("a.yaml", TEMPLATE + "objects: none\n")).isEmpty();
  }
}
