package dev.netlog.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListCheckTest {
  private static final String OBJECT = "{apiVersion: v1, kind: Namespace, metadata: {name: a}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[" + OBJECT + "]",
        "[1, " + OBJECT + "]",
        "{apiVersion: v1, kind: List, items: [" + OBJECT + ", x]}",
        "{apiVersion: v1, kind: NamespaceList, items: [[]]}",
        "{apiVersion: v1, kind: List, items: {}}",
        "{apiVersion: v1, kind: List, items: x}",
      })
  void aDocumentThatIsNoObjectIsRefusedAndTheNextOneRead(String text) {
    Manifest manifest = Given.manifest(text + "\n---\n" + OBJECT + "\n");
    assertThat(manifest.findings()).hasSize(1);
    assertThat(manifest.documents().getFirst().failure()).isNotNull();
    assertThat(manifest.documents().getFirst().endsFile()).isFalse();
    assertThat(manifest.resources()).hasSize(1);
  }

  @Test
  void aListThatIsWrittenItemByItemIsCounted() {
    Manifest manifest = Given.manifest("- " + OBJECT + "\n---\n" + OBJECT + "\n");
    assertThat(manifest.findings()).isEmpty();
    assertThat(manifest.unrendered())
        .singleElement()
        .satisfies(why -> assertThat(why.message()).startsWith("kubectl would refuse"));
    assertThat(manifest.documents().getFirst().failure()).isNotNull();
    assertThat(manifest.resources()).hasSize(1);
  }

  @Test
  void aNullItemIsAtItsDashOrWhereItIsWritten() {
    String text = "apiVersion: v1\nkind: List\nitems:\n- " + OBJECT + "\n-\n- null\n";
    Manifest manifest = Given.manifest(text);
    assertThat(manifest.findings())
        .extracting(found -> text.substring(found.start(), found.end()))
        .containsExactly("-", "null");
    assertThat(manifest.documents().getFirst().failure()).isNull();
    assertThat(manifest.resources()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[null]",
        "- op: add\n  path: /a",
        "- hosts: all\n  kind: x",
        "- {apiVersion: projectcalico.org/v3, kind: HostEndpoint}",
        "{apiVersion: v1, kind: List}",
        "{apiVersion: v1, kind: List, items: null}",
        "{apiVersion: v1, kind: List, items: []}",
        "{apiVersion: v1, kind: NamespaceList, items: [{metadata: {name: a}}]}",
        "{apiVersion: v1, kind: ConfigMap, items: x}",
        "{kind: List, items: [null]}",
      })
  void whatKubectlTakesOrAnotherToolReadsIsLeftAlone(String text) {
    assertThat(Given.manifest(text).findings()).isEmpty();
  }
}
