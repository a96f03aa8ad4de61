package dev.netlog.cli.report.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cli.report.Hostile;
import dev.netlog.cli.report.LocatedFinding;
import dev.netlog.cli.report.Palette;
import dev.netlog.cli.report.Summary;
import dev.netlog.cli.report.coverage.format.CoverageJsonFormat;
import dev.netlog.cli.report.coverage.format.JunitFormat;
import dev.netlog.cli.report.coverage.format.MarkdownFormat;
import dev.netlog.cli.report.coverage.format.TextFormat;
import dev.netlog.coverage.compare.GateSettings;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.text.Neutral;
import dev.netlog.model.Resource;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Whatever manifests are called and say, a report about their coverage is only looked at.
final class HostileCoverageProperties {
  private static final List<CoverageFormat> FORMATS =
      List.of(new TextFormat(), new CoverageJsonFormat(), new MarkdownFormat(), new JunitFormat());
  private static final Set<String> OWN_TAGS =
      Set.of(
          "h3", "h4", "p", "ul", "li", "strong", "code", "br", "details", "summary", "table",
          "thead", "tbody", "tr", "th", "td");
  private static final Pattern TAG = Pattern.compile("<\\s*/?\\s*([a-zA-Z!?][^\\s>/]*)");

  /// What strangers chose.
  record Texts(String namespace, String workload, String policy, String value, String path) {}

  @Provide
  Arbitrary<Texts> texts() {
    Arbitrary<String> markup =
        Arbitraries.of(
            "<script>alert(1)</script>",
            "</code></details><img src=x onerror=alert(1)>",
            "<!--",
            "]]>",
            "<![CDATA[",
            "&lt;b&gt;&#x3c;",
            "`",
            "``` x",
            "`<b>`",
            "|",
            "\\|",
            "\\",
            "@everyone",
            "[a](https://example.org)",
            "![a](https://example.org/a.png)",
            "https://example.org",
            "www.example.org",
            "a@example.org",
            "#1",
            "- a\n- b",
            "\n\n# a\n",
            "*a* _b_ ~~c~~",
            "$(id)",
            "{{ a }}",
            "\u0001",
            "\ufffe",
            "'");
    Arbitrary<String> text =
        Combinators.combine(Hostile.texts(), markup, Hostile.texts()).as((a, b, c) -> a + b + c);
    return Combinators.combine(text, text, text, text, text).as(Texts::new);
  }

  @Provide
  Arbitrary<CoverageFormat> formats() {
    return Arbitraries.of(FORMATS);
  }

  @Property(tries = 400)
  void noLineOfAReportDoesHarm(
      @ForAll("texts") Texts texts,
      @ForAll("formats") CoverageFormat format,
      @ForAll Palette palette,
      @ForAll boolean compared) {
    String written = Reports.written(format, report(texts, compared), palette);
    assertThat(written).endsWith("\n");
    for (String line : written.substring(0, written.length() - 1).split("\n", -1)) {
      assertThat(Hostile.harm(line)).isEmpty();
    }
  }

  @Property(tries = 200)
  void textsAddNoLines(
      @ForAll("texts") Texts texts,
      @ForAll("formats") CoverageFormat format,
      @ForAll boolean compared) {
    Texts harmless = new Texts("a", "b", "c", "d", "e");
    assertThat(Reports.written(format, report(texts, compared)).lines().count())
        .isEqualTo(Reports.written(format, report(harmless, compared)).lines().count());
  }

  @Property(tries = 200)
  void markdownShowsTextsAsCodeAndNothingElse(
      @ForAll("texts") Texts texts, @ForAll boolean compared) {
    List<TablesExtension> extensions = List.of((TablesExtension) TablesExtension.create());
    String html =
        HtmlRenderer.builder()
            .extensions(extensions)
            .build()
            .render(
                Parser.builder()
                    .extensions(extensions)
                    .build()
                    .parse(Reports.written(new MarkdownFormat(), report(texts, compared))));
    Matcher tag = TAG.matcher(html);
    Set<String> tags = new TreeSet<>();
    while (tag.find()) {
      tags.add(tag.group(1));
    }
    assertThat(OWN_TAGS).containsAll(tags);
    assertThat(tags).contains("table", "details", "code");
    assertThat(unescaped(html)).contains(Neutral.text(texts.namespace() + "/" + texts.policy()));
    assertThat(html.replaceAll("(?s)<code>.*?</code>", "")).doesNotContain("example.org", "@");
  }

  /// Half a character is none, and no manifest can hold one; parsers refuse it.
  @Provide
  Arbitrary<Texts> wholeTexts() {
    return texts()
        .filter(
            texts ->
                Stream.of(
                        texts.namespace(),
                        texts.workload(),
                        texts.policy(),
                        texts.value(),
                        texts.path())
                    .allMatch(StandardCharsets.UTF_8.newEncoder()::canEncode));
  }

  @Property(tries = 200)
  void jsonKeepsTextsAsTheyAre(@ForAll("wholeTexts") Texts texts, @ForAll boolean compared) {
    String json = Reports.written(new CoverageJsonFormat(), report(texts, compared));
    JsonNode target = new JsonMapper().readTree(json).at("/targets/0");
    Set<String> subjects = new TreeSet<>();
    target.get("points").forEach(point -> subjects.add(point.get("subject").stringValue()));
    assertThat(subjects).containsExactly(texts.namespace() + "/Deployment/" + texts.workload());
    assertThat(target.at("/target/name").stringValue()).isEqualTo(texts.value());
  }

  @Property(tries = 200)
  void junitIsWellFormedAndValid(@ForAll("texts") Texts texts, @ForAll boolean compared) {
    String xml = Reports.written(new JunitFormat(), report(texts, compared));
    assertThat(JunitSchema.names(xml)).contains(Neutral.text(texts.namespace()));
  }

  private static CoverageReport report(Texts texts, boolean compared) {
    GateSettings settings =
        new GateSettings(
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            0,
            true,
            Map.of(),
            BigDecimal.valueOf(100),
            false,
            false);
    Cluster base = cluster(texts, "true");
    Cluster head = cluster(texts, texts.value());
    TargetReport target =
        compared
            ? Reports.target(texts.value(), base, head, settings)
            : Reports.target(texts.value(), head, settings);
    Summary summary =
        new Summary(
            1,
            1,
            1,
            1,
            0,
            List.of("gke"),
            Map.of(),
            0,
            0,
            List.of(new NotUnderstood(texts.path(), 1, "template", texts.value())));
    List<LocatedFinding> refused = List.of();
    return new CoverageReport(
        "0.1.0", List.of(target), refused, List.of(), List.of(texts.path()), summary);
  }

  /// @param value of the Namespace's annotation
  private static Cluster cluster(Texts texts, String value) {
    List<Resource> resources = new ArrayList<>();
    Objects objects = new Objects(texts.path());
    resources.add(objects.namespace(texts.namespace(), value));
    resources.add(objects.deployment(texts.namespace(), texts.workload()));
    resources.add(objects.policy(texts.namespace(), texts.policy() + "1", 81, false));
    resources.add(objects.policy(texts.namespace(), texts.policy() + "2", 82, false));
    Map<String, String> assumed =
        Map.of("networkLogging", "delegated", "_" + texts.workload(), texts.policy());
    return Cluster.of("gke", resources, assumed);
  }

  private static String unescaped(String html) {
    return html.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }
}
