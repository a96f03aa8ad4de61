package dev.netlog.cli.input;

import dev.netlog.io.text.Region;
import dev.netlog.io.text.SourceText;
import dev.netlog.io.yaml.Locator;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.model.Origin;
import dev.netlog.rule.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Finds the lines and columns of places in resources. Not safe for use by several threads.
public final class Places {
  private final Map<String, Manifest> byPath = new HashMap<>();
  private final Map<String, SourceText> sources = new HashMap<>();
  private final Map<DocumentKey, Locator> locators = new HashMap<>();

  private record DocumentKey(String path, int document) {}

  /// Finds places in these files.
  public Places(List<Manifest> manifests) {
    for (Manifest manifest : manifests) {
      byPath.put(manifest.path(), manifest);
    }
  }

  /// The region of a place; if the place does not exist, of the nearest existing one.
  public Region region(Origin origin, Place place) {
    Manifest manifest = manifest(origin);
    Locator locator =
        locators.computeIfAbsent(
            new DocumentKey(origin.path(), origin.document()),
            key -> Locator.of(manifest, manifest.documents().get(key.document())));
    Locator.Span span = locator.span(origin.within(), place);
    return source(manifest).region(span.start(), span.end());
  }

  /// Whether the file of an object was read.
  public boolean has(Origin origin) {
    return byPath.containsKey(origin.path());
  }

  /// The text of the file that contains an object.
  public SourceText source(Origin origin) {
    return source(manifest(origin));
  }

  /// The text of a file.
  public SourceText source(Manifest manifest) {
    return sources.computeIfAbsent(manifest.path(), _ -> new SourceText(manifest.text()));
  }

  private Manifest manifest(Origin origin) {
    Manifest manifest = byPath.get(origin.path());
    if (manifest == null) {
      throw new IllegalStateException("no manifest was read at " + origin.path());
    }
    return manifest;
  }
}
