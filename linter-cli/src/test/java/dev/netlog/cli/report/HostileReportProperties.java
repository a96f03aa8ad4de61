package dev.netlog.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Fix;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.text.Region;
import dev.netlog.io.text.SourceText;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.ResourceId;
import dev.netlog.rule.Severity;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever a manifest says, a report about it is only looked at.
final class HostileReportProperties {
  record Texts(String path, String message, String effect, String name, String other) {
    Texts harmless() {
      return new Texts("a", "b", "c", "d", "e");
    }
  }

  @Provide
  Arbitrary<Texts> texts() {
    Arbitrary<String> text = Hostile.texts();
    return Combinators.combine(text, text, text, text, text).as(Texts::new);
  }

  @Provide
  Arbitrary<String> sources() {
    return Hostile.texts();
  }

  @Provide
  Arbitrary<ReportFormat> formats() {
    return Arbitraries.of(ReportFormats.ALL);
  }

  @Property(tries = 500)
  void noLineOfAReportDoesHarm(
      @ForAll("texts") Texts texts,
      @ForAll("sources") String source,
      @ForAll("formats") ReportFormat format,
      @ForAll Palette palette) {
    String written = Samples.written(format, report(texts, source), palette);
    assertThat(written).endsWith("\n");
    for (String line : written.substring(0, written.length() - 1).split("\n", -1)) {
      // One format is made of commands, each of which is ours up to its type.
      boolean commands = format.id().equals("github");
      assertThat(Hostile.harm(commands ? data(line) : line)).isEmpty();
    }
  }

  private static String data(String command) {
    assertThat(command).matches("(?s)::(error|warning|notice) .*?::.*");
    return command.substring(command.indexOf(' ') + 1);
  }

  @Property(tries = 500)
  void textsAddNoLines(
      @ForAll("texts") Texts texts,
      @ForAll("sources") String source,
      @ForAll("formats") ReportFormat format) {
    String hostile = Samples.written(format, report(texts, source), Palette.PLAIN);
    String harmless = Samples.written(format, report(texts.harmless(), source), Palette.PLAIN);
    assertThat(hostile.lines().count()).isEqualTo(harmless.lines().count());
  }

  @Property(tries = 200)
  void withoutColoursThereIsNoEscapeCode(
      @ForAll("texts") Texts texts,
      @ForAll("sources") String source,
      @ForAll("formats") ReportFormat format) {
    assertThat(Samples.written(format, report(texts, source), Palette.PLAIN))
        .doesNotContain("\u001b");
  }

  private static Report report(Texts texts, String text) {
    SourceText source = new SourceText(text);
    Region region = source.region(text.length() / 3, text.length());
    JsonPointer pointer = JsonPointer.of(texts.other(), texts.name());
    LocatedFinding finding =
        new LocatedFinding(
            Samples.rule("some-rule", Severity.WARNING),
            Severity.WARNING,
            texts.message(),
            texts.effect(),
            new ResourceId(texts.other(), texts.name(), texts.message(), texts.name()),
            texts.path(),
            pointer,
            pointer,
            region,
            List.of(new LocatedFinding.RelatedPlace(texts.path(), region, texts.other(), source)),
            Fix.manual(texts.other()),
            "f00d",
            source);
    NotUnderstood entry = new NotUnderstood(texts.path(), 1, texts.name(), texts.message());
    return new Report("0.1.0", List.of(finding), Samples.summary(List.of(finding), entry));
  }
}
