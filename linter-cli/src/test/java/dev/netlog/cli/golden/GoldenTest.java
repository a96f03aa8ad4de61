package dev.netlog.cli.golden;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.lint.LintResult;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.fix.Patched;
import dev.netlog.fix.Safety;
import dev.netlog.io.json.JsonWriter;
import dev.netlog.io.yaml.Document;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

final class GoldenTest {
  private static final List<GoldenCase> CASES = GoldenCase.chosen();

  @TempDir private Path temporary;

  private Stream<DynamicTest> each(Check check) {
    return CASES.stream()
        .map(golden -> DynamicTest.dynamicTest(golden.id(), () -> check.run(golden)));
  }

  private interface Check {
    void run(GoldenCase golden) throws IOException;
  }

  @Test
  void everyRuleHasAnExampleAndACleanManifest() {
    long rules = RuleCatalog.standard().infos().size();
    List<GoldenCase> all = GoldenCase.all();
    assertThat(all.stream().filter(GoldenCase::isExample)).hasSize((int) rules);
    assertThat(all.stream().filter(GoldenCase::isClean)).hasSize((int) rules);
  }

  @TestFactory
  Stream<DynamicTest> whatIsSaidIsWhatTheGoldenFilesHold() {
    return each(
        golden -> {
          LintResult result = golden.lint(golden.folder(), "input.yaml");
          GoldenFile.check(
              golden.folder().resolve("findings.txt"), GoldenTexts.findings(result.report()));
          GoldenFile.check(
              golden.folder().resolve("report.txt"), GoldenTexts.report(result.report()));
          GoldenFile.check(
              golden.folder().resolve("patch.json"),
              GoldenTexts.patches(result, objects(golden, result)));
        });
  }

  @TestFactory
  Stream<DynamicTest> anExampleIsFlaggedAndACleanManifestIsNot() {
    return each(
        golden -> {
          List<String> rules = rules(golden.lint(golden.folder(), "input.yaml"));
          if (golden.isExample()) {
            assertThat(rules).contains(golden.rule());
          } else if (golden.isClean()) {
            assertThat(rules).doesNotContain(golden.rule());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> carriageReturnsChangeNoFinding() {
    return each(golden -> same(golden, text(golden).replace("\n", "\r\n")));
  }

  @TestFactory
  Stream<DynamicTest> aByteOrderMarkChangesNoFinding() {
    return each(golden -> same(golden, "\uFEFF" + text(golden)));
  }

  @TestFactory
  Stream<DynamicTest> aMissingLastLineFeedChangesNoFinding() {
    return each(golden -> same(golden, text(golden).stripTrailing()));
  }

  @TestFactory
  Stream<DynamicTest> theSameObjectsAsJsonGetTheSameVerdict() {
    return CASES.stream()
        .filter(golden -> !golden.isAboutBytes())
        .map(
            golden ->
                DynamicTest.dynamicTest(
                    golden.id(),
                    () -> {
                      write(temporary, json(golden));
                      assertThat(verdict(golden.lint(temporary, "input.yaml")))
                          .isEqualTo(verdict(golden.lint(golden.folder(), "input.yaml")));
                    }));
  }

  @TestFactory
  Stream<DynamicTest> aSafeFixMendsWhatItIsFor() throws IOException {
    return mends(Safety.SAFE, 24);
  }

  @TestFactory
  Stream<DynamicTest> anUnsafeFixMendsWhatItIsFor() throws IOException {
    return mends(Safety.UNSAFE, 47);
  }

  /// A finding with a fix that changes something.
  private record Fixed(GoldenCase golden, LintResult result, LocatedFinding finding, Fix fix) {}

  /// @param least how many there are at least, so that none gets lost without a word
  private Stream<DynamicTest> mends(Safety safety, int least) throws IOException {
    List<Fixed> all = new ArrayList<>();
    for (GoldenCase golden : CASES) {
      LintResult result = golden.lint(golden.folder(), "input.yaml");
      for (LocatedFinding finding : result.report().findings()) {
        Fix fix = finding.fix();
        if (fix != null
            && fix.safety() == safety
            && !(fix.edits().isEmpty() && fix.elsewhere().isEmpty())) {
          all.add(new Fixed(golden, result, finding, fix));
        }
      }
    }
    assertThat(all.size()).isGreaterThanOrEqualTo(GoldenCase.isOneRule() ? 0 : least);
    return all.stream()
        .map(
            fixed ->
                DynamicTest.dynamicTest(
                    fixed.golden().id() + " " + fixed.finding().pointer(), () -> mends(fixed)));
  }

  private void mends(Fixed fixed) throws IOException {
    write(temporary, withFix(fixed));
    assertThat(count(fixed.golden().lint(temporary, "input.yaml"), fixed.finding()))
        .as("%s, after: %s", fixed.finding().message(), fixed.fix().title())
        .isLessThan(count(fixed.result(), fixed.finding()));
  }

  /// All objects of a case, as changed by a fix.
  private static String withFix(Fixed fixed) throws IOException {
    List<String> documents = new ArrayList<>();
    boolean mended = false;
    for (Resource resource : manifest(fixed.golden()).resources()) {
      List<Edit> edits = new ArrayList<>();
      // Where several objects have one name, the finding is about the first.
      if (!mended && resource.id().equals(fixed.finding().subject())) {
        edits.addAll(fixed.fix().edits());
        mended = true;
      }
      for (Fix.Elsewhere elsewhere : fixed.fix().elsewhere()) {
        if (elsewhere.resource().origin().equals(resource.origin())) {
          edits.add(elsewhere.edit());
        }
      }
      documents.add(json(Patched.of(resource.content(), edits)));
    }
    return String.join("---\n", documents);
  }

  /// How many findings weigh the same. What is left of several objects, where somebody has said
  /// off, weighs less.
  private static long count(LintResult result, LocatedFinding like) {
    return result.report().findings().stream()
        .filter(finding -> finding.severity() == like.severity())
        .filter(finding -> finding.rule().id().equals(like.rule().id()))
        .filter(finding -> String.valueOf(finding.subject()).equals(String.valueOf(like.subject())))
        .count();
  }

  private void same(GoldenCase golden, String changed) throws IOException {
    write(temporary, changed);
    LintResult original = golden.lint(golden.folder(), "input.yaml");
    LintResult result = golden.lint(temporary, "input.yaml");
    assertThat(verdict(result)).isEqualTo(verdict(original));
    assertThat(result.report().findings().stream().map(LocatedFinding::region))
        .isEqualTo(original.report().findings().stream().map(LocatedFinding::region).toList());
  }

  private static List<String> rules(LintResult result) {
    return result.report().findings().stream().map(finding -> finding.rule().id()).toList();
  }

  private static List<String> verdict(LintResult result) {
    return result.report().findings().stream()
        .map(f -> f.rule().id() + " " + f.pointer() + " " + f.member() + " " + f.message())
        .sorted()
        .toList();
  }

  private static String text(GoldenCase golden) throws IOException {
    return Files.readString(golden.input());
  }

  private static void write(Path folder, String text) throws IOException {
    Files.write(folder.resolve("input.yaml"), text.getBytes(StandardCharsets.UTF_8));
  }

  private static Manifest manifest(GoldenCase golden) throws IOException {
    return new ManifestReader(RuleCatalog.standard())
        .read("input.yaml", Files.readAllBytes(golden.input()));
  }

  private static String json(GoldenCase golden) throws IOException {
    List<String> documents = new ArrayList<>();
    for (Document document : manifest(golden).documents()) {
      documents.add(json(document.value()));
    }
    return String.join("---\n", documents);
  }

  private static String json(Value value) throws IOException {
    StringBuilder text = new StringBuilder();
    new JsonWriter(text, JsonWriter.Layout.PRETTY).value(value);
    return text.append('\n').toString();
  }

  /// The object that each finding is about.
  private static IdentityHashMap<LocatedFinding, Value> objects(
      GoldenCase golden, LintResult result) throws IOException {
    IdentityHashMap<LocatedFinding, Value> objects = new IdentityHashMap<>();
    List<Resource> resources = manifest(golden).resources();
    for (LocatedFinding finding : result.report().findings()) {
      for (Resource resource : resources) {
        if (resource.id().equals(finding.subject())) {
          objects.put(finding, resource.content());
        }
      }
    }
    return objects;
  }
}
