package dev.netlog.io.yaml;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OverwritesTest {
  /// `name line:column is overwritten at line:column`, with `<<` where a merge has part in it.
  private static List<String> overwrites(String text) throws RefusedDocumentException {
    Manifest places = Given.manifest(text);
    return DocumentCheck.check(Given.root(text), _ -> false).overwrites().stream()
        .map(
            o ->
                o.name()
                    + " "
                    + Given.place(places, o.first().start())
                    + " by "
                    + Given.place(places, o.second().start())
                    + (o.merge() ? " <<" : ""))
        .toList();
  }

  @Test
  void aKeyThatStandsTwiceIsFoundWithBothPlaces() throws RefusedDocumentException {
    assertThat(overwrites("a: 1\nb: 2\na: 3\n")).containsExactly("a 1:1 by 3:1");
  }

  @Test
  void aKeyThatStandsThreeTimesIsFoundTwice() throws RefusedDocumentException {
    assertThat(overwrites("a: 1\na: 2\na: 3\n")).containsExactly("a 1:1 by 2:1", "a 2:1 by 3:1");
  }

  @Test
  void keysAreTheSameWhereTheirNamesAre() throws RefusedDocumentException {
    assertThat(overwrites("1: a\n\"1\": b\n0x1: c\n"))
        .containsExactly("1 1:1 by 2:1", "1 2:1 by 3:1");
    assertThat(overwrites("on: a\ny: b\n")).containsExactly("true 1:1 by 2:1");
    assertThat(overwrites("{\"a\": 1, 'a': 2}")).containsExactly("a 1:2 by 1:10");
  }

  @Test
  void largeMappingsAreSearchedToo() throws RefusedDocumentException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      text.append("k").append(i % 25).append(": 1\n");
    }
    assertThat(overwrites(text.toString()))
        .containsExactly(
            "k0 1:1 by 26:1",
            "k1 2:1 by 27:1",
            "k2 3:1 by 28:1",
            "k3 4:1 by 29:1",
            "k4 5:1 by 30:1");
  }

  @Test
  void innerMappingsAndListsAreSearched() throws RefusedDocumentException {
    assertThat(overwrites("a:\n- b: {c: 1, c: 2}\n")).containsExactly("c 2:7 by 2:13");
  }

  @Test
  void whatAnAliasBringsIsFoundOnceAndAtItsPlace() throws RefusedDocumentException {
    assertThat(overwrites("a: &x {c: 1, c: 2}\nb: *x\nd: *x\n")).containsExactly("c 1:8 by 1:14");
  }

  @Test
  void aMergeAfterAKeyOverridesIt() throws RefusedDocumentException {
    assertThat(overwrites("a: &x {b: 1, c: 2}\nd:\n  b: 3\n  <<: *x\n"))
        .containsExactly("b 3:3 by 4:3 <<");
  }

  @Test
  void aKeyAfterAMergeIsWhatMergesAreFor() throws RefusedDocumentException {
    assertThat(overwrites("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  b: 3\n")).isEmpty();
  }

  @Test
  void theSecondOfTwoMergesOverridesTheFirst() throws RefusedDocumentException {
    assertThat(overwrites("a: &x {b: 1}\nc: &y {b: 2, d: 3}\ne:\n  <<: *x\n  <<: *y\n"))
        .containsExactly("b 4:3 by 5:3 <<");
  }

  @Test
  void mergesInOneListDoNotOverrideEachOther() throws RefusedDocumentException {
    assertThat(overwrites("a: &x {b: 1}\nc: &y {b: 2}\ne:\n  <<: [*x, *y]\n")).isEmpty();
  }

  @Test
  void mergesOfMergesCount() throws RefusedDocumentException {
    assertThat(overwrites("a: &x {<<: {b: 1}, c: 2}\nd:\n  b: 3\n  <<: *x\n"))
        .containsExactly("b 3:3 by 4:3 <<");
  }

  @Test
  void ordinaryKeysAreStillFoundBesideAMerge() throws RefusedDocumentException {
    assertThat(overwrites("a: &x {z: 1}\nd:\n  <<: *x\n  b: 3\n  b: 4\n"))
        .containsExactly("b 4:3 by 5:3");
  }

  @Test
  void theFindingNamesBothPlacesAndTheObject() {
    Manifest manifest = Given.manifest(Given.NAMESPACE + "  labels: {a: b}\n  labels: {c: d}\n");
    assertThat(manifest.findings()).hasSize(1);
    YamlFinding finding = manifest.findings().getFirst();
    assertThat(finding.message())
        .startsWith("the key \"labels\" stands here a second time and only this one counts");
    assertThat(requireNonNull(finding.subject()).name()).isEqualTo("payments");
    assertThat(Given.place(manifest, finding.start())).isEqualTo("6:3");
    assertThat(Given.place(manifest, finding.end())).isEqualTo("6:9");
    assertThat(Given.place(manifest, finding.related().getFirst().start())).isEqualTo("5:3");
  }

  @Test
  void aFileWithoutObjectsIsNotTroubled() {
    assertThat(Given.found("a: 1\na: 2\n")).isEmpty();
  }

  @Test
  void aConcernIsFoundAtAnyDepthAndThroughMerges() throws RefusedDocumentException {
    String text = "a: [{b: {k: 1}}]\nc: {<<: {l: 2}}\n";
    assertThat(DocumentCheck.check(Given.root(text), "k"::equals).concerns()).isTrue();
    assertThat(DocumentCheck.check(Given.root(text), "l"::equals).concerns()).isTrue();
    assertThat(DocumentCheck.check(Given.root(text), "m"::equals).concerns()).isFalse();
  }
}
