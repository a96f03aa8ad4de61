package dev.netlog.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.policy.WorkloadKinds;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class OutlineTest {
  private static List<String> objects(String text) throws RefusedDocumentException {
    return Outline.of(Given.root(text)).stream()
        .map(o -> o.apiVersion() + " " + o.kind() + " " + o.within())
        .toList();
  }

  @Test
  void anObjectHasAVersionAndAKind() throws RefusedDocumentException {
    assertThat(objects(Given.NAMESPACE)).containsExactly("v1 Namespace ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "kind: A",
        "apiVersion: v1",
        "kind: \napiVersion: v1",
        "kind: ''\napiVersion: v1",
        "kind: 1\napiVersion: v1",
        "kind: [A]\napiVersion: v1",
        "[a]",
        "a"
      })
  void anythingElseIsNone(String text) throws RefusedDocumentException {
    assertThat(objects(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "template: {metadata: {labels: {a: b}}, spec: {containers: []}}",
        "template: &t {metadata: {labels: {}}, spec: {containers: [{name: m}]}}",
        "{template: {spec: &s {containers: [a]}, metadata: {labels: {a: b}}}, other: *s}"
      })
  void anObjectOfAnyKindMayHoldAPodTemplate(String spec) throws RefusedDocumentException {
    String text = "apiVersion: example.com/v1\nkind: Rollout\nspec:\n  " + spec;
    assertThat(Outline.of(Given.root(text)))
        .singleElement()
        .matches(outline -> hasPodTemplate(outline));
    assertThat(Given.manifest(text).resources()).singleElement().matches(WorkloadKinds::isWorkload);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spec: {template: {metadata: {labels: {a: b}}, spec: {}}}",
        "spec: {template: {metadata: {}, spec: {containers: []}}}",
        "spec: {template: {metadata: {labels: null}, spec: {containers: []}}}",
        "spec: {template: {metadata: {labels: {a: b}}, spec: {containers: null}}}",
        "spec: {template: [metadata, spec]}",
        "spec: [template]",
        "template: {metadata: {labels: {a: b}}, spec: {containers: []}}"
      })
  void anythingElseIsNoPodTemplate(String member) throws RefusedDocumentException {
    String text = "apiVersion: example.com/v1\nkind: Rollout\n" + member;
    assertThat(Outline.of(Given.root(text)))
        .singleElement()
        .matches(outline -> !hasPodTemplate(outline));
    assertThat(Given.manifest(text).resources()).isEmpty();
  }

  private static boolean hasPodTemplate(Outline outline) {
    try {
      return outline.hasPodTemplate();
    } catch (RefusedDocumentException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void theItemsOfAListAreTheObjects() throws RefusedDocumentException {
    assertThat(
            objects(
                "{kind: List, apiVersion: v1, items: [{kind: A, apiVersion: v1}, {kind: B,"
                    + " apiVersion: b/v1}]}"))
        .containsExactly("v1 A /items/0", "b/v1 B /items/1");
  }

  @Test
  void itemsOfATypedListTakeItsKindAndVersion() throws RefusedDocumentException {
    assertThat(
            objects(
                "{kind: NamespaceList, apiVersion: v1, items: [{metadata: {}}, {kind: Pod,"
                    + " apiVersion: v2}]}"))
        .containsExactly("v1 Namespace /items/0", "v2 Pod /items/1");
    assertThat(
            Given.manifest("{kind: NamespaceList, apiVersion: v1, items: [{metadata: {name: a}}]}")
                .resources())
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.id().kind()).isEqualTo("Namespace");
              assertThat(r.id().name()).isEqualTo("a");
              assertThat(r.content().members()).containsKeys("apiVersion", "kind", "metadata");
            });
  }

  @Test
  void itemsOfAPlainListWithoutAKindAreNoObjects() throws RefusedDocumentException {
    assertThat(objects("{kind: List, apiVersion: v1, items: [{metadata: {}}, 7, ~]}")).isEmpty();
  }

  @Test
  void listsInListsAreFollowed() throws RefusedDocumentException {
    assertThat(
            objects(
                "{kind: List, apiVersion: v1, items: [{kind: PodList, apiVersion: v1, items: [{},"
                    + " {}]}]}"))
        .containsExactly("v1 Pod /items/0/items/0", "v1 Pod /items/0/items/1");
  }

  @Test
  void itemsInAnotherCaseAreNotItems() throws RefusedDocumentException {
    assertThat(objects("{kind: List, apiVersion: v1, Items: [{kind: A, apiVersion: v1}]}"))
        .containsExactly("v1 List ");
  }

  @Test
  void aListWithoutItemsIsAnObject() throws RefusedDocumentException {
    assertThat(objects("{kind: PriceList, apiVersion: a/v1, spec: {}}"))
        .containsExactly("a/v1 PriceList ");
    assertThat(objects("{kind: List, apiVersion: v1, items: []}")).isEmpty();
  }

  @Test
  void aliasesAndMergesAreFollowed() throws RefusedDocumentException {
    assertThat(objects("x: &x {kind: A, apiVersion: v1}\n<<: *x\nkind: List\nitems: [*x]\n"))
        .containsExactly("v1 A /items/0");
  }

  @Test
  void objectsAreCountedAndThoseOfConcernAreBuilt() {
    Manifest manifest =
        Given.manifest(Given.NAMESPACE + "---\n{kind: Secret, apiVersion: v1}\n---\na: 1\n");
    assertThat(manifest.counts()).isEqualTo(new Manifest.Counts(3, 2, 0));
    assertThat(manifest.resources()).hasSize(1);
    assertThat(manifest.resources().getFirst().origin().document()).isZero();
  }
}
