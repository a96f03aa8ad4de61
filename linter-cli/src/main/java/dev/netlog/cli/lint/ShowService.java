package dev.netlog.cli.lint;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.cli.input.InputReader;
import dev.netlog.cli.input.Workers;
import dev.netlog.cli.lint.ShowResult.ShownDocument;
import dev.netlog.cli.lint.ShowResult.ShownFailure;
import dev.netlog.cli.lint.ShowResult.ShownSetting;
import dev.netlog.io.files.FoundFiles;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.text.SourceText;
import dev.netlog.io.yaml.Document;
import dev.netlog.io.yaml.Locator;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.io.yaml.syntax.Failure;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.platform.Setting;
import dev.netlog.rule.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs `show`.
public final class ShowService {
  private final RuleCatalog catalog;

  /// A service with the platforms of a catalogue.
  public ShowService(RuleCatalog catalog) {
    this.catalog = catalog;
  }

  /// Runs a request.
  public ShowResult show(LintRequest request) {
    InputReader.Input<Manifest> input;
    try (Workers workers = new Workers(request.jobs())) {
      input = new InputReader(request, new ManifestReader(catalog), workers).read(each -> each);
    }
    FoundFiles found = input.found();
    List<Manifest> manifests = input.files();
    List<ShownDocument> documents = new ArrayList<>();
    List<ShownSetting> settings = new ArrayList<>();
    List<NotUnderstood> notUnderstood = new ArrayList<>(found.skipped());
    for (Manifest manifest : manifests) {
      SourceText source = new SourceText(manifest.text());
      int sent = documents(manifest, source, documents);
      settings(manifest, source, sent, settings);
      notUnderstood.addAll(manifest.notUnderstood());
    }
    notUnderstood.sort(NotUnderstood::compare);
    boolean empty = found.skipped().isEmpty() && manifests.stream().allMatch(Manifest::isEmpty);
    return new ShowResult(
        manifests.size(), documents, settings, notUnderstood, found.unreadable(), empty);
  }

  /// Adds the documents of a file; returns how many of them kubectl sends.
  private static int documents(
      Manifest manifest, SourceText source, List<ShownDocument> documents) {
    for (Document document : manifest.documents()) {
      int line = source.lineOf(document.start());
      Failure failure = document.failure();
      ShownFailure shown =
          failure == null
              ? null
              : new ShownFailure(source.region(failure.start(), failure.end()), failure.problem());
      documents.add(new ShownDocument(manifest.path(), document.index(), line, document, shown));
      if (document.endsFile()) {
        return document.index();
      }
    }
    return manifest.documents().size();
  }

  private void settings(
      Manifest manifest, SourceText source, int sent, List<ShownSetting> settings) {
    Map<Integer, Locator> locators = new HashMap<>();
    for (Resource resource : manifest.resources()) {
      int index = resource.origin().document();
      if (index >= sent) {
        continue;
      }
      for (Platform platform : catalog.platforms()) {
        for (Setting setting : platform.settings(resource)) {
          Locator locator =
              locators.computeIfAbsent(
                  index, _ -> Locator.of(manifest, manifest.documents().get(index)));
          Locator.Span span =
              locator.span(resource.origin().within(), Place.value(JsonPointer.ROOT));
          int line = source.lineOf(span.start());
          settings.add(new ShownSetting(manifest.path(), line, resource, setting));
        }
      }
    }
  }
}
