package dev.netlog.cli.golden;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.input.Progress;
import dev.netlog.cli.lint.LintRequest;
import dev.netlog.cli.lint.LintResult;
import dev.netlog.cli.lint.LintService;
import dev.netlog.cli.lint.LintSettings;
import dev.netlog.inventory.Assumptions;
import dev.netlog.io.files.FileBytes;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.rule.RuleInfo;
import dev.netlog.run.Severities;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// One folder of inputs and expected outputs.
///
/// @param folder where it is
/// @param rule the id of the rule it is about
/// @param name `example`, `clean` or `issue-…`
/// @param platforms the platforms that are named, from `case.yaml`
/// @param complete whether the input is declared complete, from `case.yaml`
/// @param assumptions what else is taken for granted, from `assume` of `case.yaml`
/// @param enabled whether settings ask for the rule, from `case.yaml`
record GoldenCase(
    Path folder,
    String rule,
    String name,
    Set<String> platforms,
    boolean complete,
    Assumptions assumptions,
    boolean enabled) {
  static final Path ROOT = Path.of("..", "rule-engine", "src", "test", "resources", "golden");

  /// The cases of the rule that `-Dgolden.rule` names; without it all of them.
  static List<GoldenCase> chosen() {
    String rule = System.getProperty("golden.rule");
    return all().stream().filter(golden -> rule == null || golden.rule().equals(rule)).toList();
  }

  /// Whether [#chosen()] leaves cases out.
  static boolean isOneRule() {
    return System.getProperty("golden.rule") != null;
  }

  static List<GoldenCase> all() {
    try (Stream<Path> inputs = Files.walk(ROOT)) {
      return inputs
          .filter(path -> path.getFileName().toString().equals("input.yaml"))
          .map(Path::getParent)
          .sorted()
          .map(GoldenCase::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GoldenCase of(Path folder) {
    Value settings = Value.Mapping.EMPTY;
    Path file = folder.resolve("case.yaml");
    try {
      if (Files.exists(file)) {
        byte[] bytes = Files.readAllBytes(file);
        settings =
            new ManifestReader(RuleCatalog.standard())
                .read(file.toString(), bytes)
                .documents()
                .getFirst()
                .value();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Set<String> platforms = new TreeSet<>();
    for (Value platform : settings.itemsAt(JsonPointer.of("platform"))) {
      platforms.add(((Value.Text) platform).value());
    }
    Map<String, String> assumed = new TreeMap<>();
    settings
        .mappingAt(JsonPointer.of("assume"))
        .members()
        .forEach((key, value) -> assumed.put(key, ((Value.Text) value).value()));
    Path place = ROOT.relativize(folder);
    return new GoldenCase(
        folder,
        place.getName(0).toString(),
        place.getName(1).toString(),
        platforms,
        isTrue(settings, "complete"),
        new Assumptions(assumed),
        isTrue(settings, "enabled"));
  }

  private static boolean isTrue(Value settings, String key) {
    return new Value.Bool(true).equals(settings.at(JsonPointer.of(key)));
  }

  String id() {
    return rule + "/" + name;
  }

  Path input() {
    return folder.resolve("input.yaml");
  }

  boolean isExample() {
    return name.equals("example");
  }

  boolean isClean() {
    return name.equals("clean");
  }

  /// Whether the case is about bytes, which other forms of the same object do not have.
  boolean isAboutBytes() {
    return rule.startsWith("yaml-");
  }

  /// Lints a file of a folder as this case wants it linted.
  LintResult lint(Path in, String file) {
    return new LintService(RuleCatalog.standard())
        .lint(
            new LintRequest(
                in.toAbsolutePath(),
                List.of(file),
                platforms,
                complete,
                1,
                new FileBytes(1 << 20, InputStream.nullInputStream()),
                Progress.NONE,
                assumptions,
                new LintSettings(severities(), in.toAbsolutePath(), List.of())));
  }

  private Severities severities() {
    RuleInfo info = RuleCatalog.standard().info(rule);
    return enabled && info != null
        ? new Severities(Map.of(rule, info.severity()), Set.of())
        : Severities.STANDARD;
  }
}
