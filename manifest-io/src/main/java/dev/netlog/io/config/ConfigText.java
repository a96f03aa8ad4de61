package dev.netlog.io.config;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.catalog.YamlRules;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.text.SourceText;
import dev.netlog.io.yaml.Document;
import dev.netlog.io.yaml.DuplicateKey;
import dev.netlog.io.yaml.Locator;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.io.yaml.YamlFinding;
import dev.netlog.io.yaml.syntax.Failure;
import dev.netlog.model.JsonPointer;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.settings.Settings;
import dev.netlog.settings.SettingsProblem;
import dev.netlog.settings.SettingsReader;
import dev.netlog.settings.SettingsReading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;

/// One settings file: its text, and the places of problems in it.
final class ConfigText {
  /// How many problems are shown; the others are only counted.
  private static final int TOLD = 50;

  private final String path;
  private final Manifest manifest;
  private final SourceText source;
  private final TreeMap<Integer, List<String>> problems = new TreeMap<>();

  private ConfigText(String path, Manifest manifest) {
    this.path = path;
    this.manifest = manifest;
    this.source = new SourceText(manifest.text());
  }

  /// Reads a settings file, as kubectl would read a manifest.
  ///
  /// @param catalog the rules and platforms that it may name
  /// @param check finds problems that depend on other files
  /// @throws ConfigException if it cannot be used
  static Config read(
      RuleCatalog catalog,
      byte[] bytes,
      String path,
      Path folder,
      Function<Settings, List<SettingsProblem>> check) {
    Manifest manifest = new ManifestReader(catalog).read(path, bytes);
    ConfigText text = new ConfigText(path, manifest);
    List<Document> documents =
        manifest.documents().stream().filter(document -> !document.isEmpty()).toList();
    text.syntax(documents);
    text.failIfWrong();
    if (documents.isEmpty()) {
      return Config.none(folder);
    }
    Document document = documents.getFirst();
    Locator locator = Locator.of(manifest, document);
    return switch (new SettingsReader(catalog).read(document.value())) {
      case SettingsReading.Usable(Settings settings) -> {
        check.apply(settings).forEach(problem -> text.add(locator, problem));
        text.failIfWrong();
        yield new Config(settings, folder, text.notes(settings, locator));
      }
      case SettingsReading.Refused(List<SettingsProblem> refusals) -> {
        refusals.forEach(problem -> text.add(locator, problem));
        throw text.refusal();
      }
    };
  }

  /// Finds problems that leave no value to check.
  private void syntax(List<Document> documents) {
    for (Document document : documents) {
      Failure failure = document.failure();
      if (failure != null) {
        add(failure.start(), failure.problem() + "; fix it here");
      } else {
        document.duplicateKeys().forEach(this::add);
      }
    }
    if (documents.size() > 1) {
      add(documents.get(1).start(), "a second document starts; put all settings into one document");
    }
    for (YamlFinding finding : manifest.findings()) {
      if (finding.rule().equals(YamlRules.LOST_CONTENT)) {
        add(finding.start(), "everything from here on is ignored; delete the line before it");
      }
    }
    if (documents.isEmpty()) {
      for (NotUnderstood why : manifest.notUnderstood()) {
        add(0, why.message());
      }
    }
  }

  private void add(DuplicateKey key) {
    add(
        key.start(),
        "key "
            + Quoted.of(key.name())
            + " stands on line "
            + source.lineOf(key.first())
            + " already; keep one of them");
  }

  private void add(Locator locator, SettingsProblem problem) {
    add(locator.span(JsonPointer.ROOT, problem.place()).start(), problem.message());
  }

  private void add(int offset, String message) {
    problems.computeIfAbsent(offset, _ -> new ArrayList<>()).add(line(offset, message));
  }

  private String line(int offset, String message) {
    var region = source.region(offset, offset);
    return path + ":" + region.startLine() + ":" + region.startColumn() + ": " + message;
  }

  private List<String> notes(Settings settings, Locator locator) {
    return settings.notUsedYet().stream()
        .map(
            name ->
                line(
                    locator.span(JsonPointer.ROOT, Place.key(JsonPointer.of(name))).start(),
                    name + " has no effect yet: this release of netlog does not use it"))
        .toList();
  }

  private void failIfWrong() {
    if (!problems.isEmpty()) {
      throw refusal();
    }
  }

  private ConfigException refusal() {
    List<String> lines = problems.values().stream().flatMap(List::stream).toList();
    if (lines.size() <= TOLD) {
      return new ConfigException(lines);
    }
    List<String> first = new ArrayList<>(lines.subList(0, TOLD));
    first.add(path + ": and " + (lines.size() - TOLD) + " more problems; fix these first");
    return new ConfigException(first);
  }
}
