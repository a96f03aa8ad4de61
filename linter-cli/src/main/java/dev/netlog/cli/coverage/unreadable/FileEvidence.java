package dev.netlog.cli.coverage.unreadable;

import dev.netlog.catalog.YamlRules;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.text.SourceText;
import dev.netlog.io.yaml.Document;
import dev.netlog.io.yaml.Locator;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.io.yaml.YamlFinding;
import dev.netlog.io.yaml.syntax.Failure;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Value;
import dev.netlog.platform.text.Unreadable;
import dev.netlog.rule.Place;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects the parts of a file that may hold objects that the cluster does not get: parts that
/// cannot be read, objects inside others, and objects with placeholders.
///
/// @param areas parts that cannot be read
/// @param carried parts that look like an object and are none
record FileEvidence(List<UnreadableArea> areas, List<CarriedObject> carried) {
  /// The maximum depth of texts inside texts.
  private static final int DEPTH = 3;

  FileEvidence {
    areas = List.copyOf(areas);
    carried = List.copyOf(carried);
  }

  /// A file without such parts.
  static final FileEvidence NONE = new FileEvidence(List.of(), List.of());

  /// The same without the parts that another version of the file has too.
  FileEvidence without(FileEvidence other) {
    return new FileEvidence(
        areas.stream()
            .filter(
                area ->
                    area.whole()
                        || other.areas.stream().noneMatch(same -> same.text().equals(area.text())))
            .toList(),
        carried.stream()
            .filter(
                object ->
                    other.carried.stream()
                        .noneMatch(
                            same ->
                                same.sent() == object.sent()
                                    && same.value().equals(object.value())))
            .toList());
  }

  /// A file that cannot be read entirely.
  static FileEvidence whole(NotUnderstood why) {
    Unreadable where = new Unreadable(why.path(), why.line(), UnreadableReasons.of(why));
    return new FileEvidence(List.of(new UnreadableArea(where, "", true)), List.of());
  }

  /// Whether a file cannot be read entirely.
  static boolean isUnreadable(Manifest manifest) {
    return manifest.counts().documents() == 0 && !manifest.notUnderstood().isEmpty();
  }

  /// A file that can be searched but not parsed.
  static FileEvidence searchable(NotUnderstood why, String text) {
    Unreadable where = new Unreadable(why.path(), why.line(), UnreadableReasons.of(why));
    return new FileEvidence(List.of(new UnreadableArea(where, text, false)), List.of());
  }

  /// The evidence in a file.
  ///
  /// @param manifest with its text
  static FileEvidence of(Manifest manifest, ManifestReader reader) {
    if (isUnreadable(manifest)) {
      return whole(manifest.notUnderstood().getFirst());
    }
    Collector collector = new Collector(manifest, reader);
    return collector.collect();
  }

  /// One walk over a file.
  private static final class Collector {
    private final Manifest manifest;
    private final ManifestReader reader;
    private final SourceText source;
    private final List<UnreadableArea> areas = new ArrayList<>();
    private final List<CarriedObject> carried = new ArrayList<>();

    Collector(Manifest manifest, ManifestReader reader) {
      this.manifest = manifest;
      this.reader = reader;
      this.source = new SourceText(manifest.text());
    }

    FileEvidence collect() {
      List<Document> documents = manifest.documents();
      for (int i = 0; i < documents.size(); i++) {
        Document document = documents.get(i);
        int start = document.start();
        int end =
            i + 1 == documents.size() ? manifest.text().length() : documents.get(i + 1).start();
        document(document, start, Math.max(start, end));
      }
      return new FileEvidence(areas, carried);
    }

    private void document(Document document, int start, int end) {
      Failure failure = document.failure();
      if (failure != null) {
        String text = manifest.text().substring(start, end);
        area(failure.start(), isTemplate(start, end) ? "template" : "yaml", text);
        return;
      }
      for (YamlFinding finding : manifest.findings()) {
        boolean here = finding.start() >= start && finding.start() < end;
        if (here && finding.rule().equals(YamlRules.LOST_CONTENT)) {
          area(finding.start(), "lost", manifest.text().substring(finding.start(), end));
        } else if (here && finding.rule().equals(YamlRules.DUPLICATE_KEY)) {
          area(finding.start(), "lost", manifest.text().substring(start, end));
        }
      }
      if (!document.isEmpty()) {
        walk(document.value(), new Way(document, JsonPointer.ROOT, null, 0));
      }
    }

    /// Whether kubectl's refusal is explained by a template, so that no finding reports it.
    private boolean isTemplate(int start, int end) {
      return manifest.findings().stream()
          .noneMatch(
              finding ->
                  finding.rule().equals(YamlRules.INVALID)
                      && finding.start() >= start
                      && finding.start() <= end);
    }

    private void area(int at, String reason, String text) {
      Unreadable where = new Unreadable(manifest.path(), source.lineOf(at), reason);
      areas.add(new UnreadableArea(where, withoutSeparator(text), false));
    }

    private static String withoutSeparator(String text) {
      String content = text.strip();
      int line = content.startsWith("---") ? content.indexOf('\n') : -1;
      return line < 0 ? content : content.substring(line).strip();
    }

    /// @param document the document of the file
    /// @param at the place in the document
    /// @param text the place in the document of the text that is being read, null outside of one
    /// @param depth the number of enclosing texts
    private record Way(Document document, JsonPointer at, @Nullable JsonPointer text, int depth) {
      Way child(String name) {
        return new Way(document, at.child(name), text, depth);
      }

      Way inside() {
        return new Way(document, at, text == null ? at : text, depth + 1);
      }
    }

    private void walk(Value value, Way way) {
      switch (value) {
        case Value.Mapping mapping -> {
          object(mapping, way);
          for (Map.Entry<String, Value> member : mapping.members().entrySet()) {
            walk(member.getValue(), way.child(member.getKey()));
          }
        }
        case Value.Sequence(List<Value> items) -> {
          for (int i = 0; i < items.size(); i++) {
            walk(items.get(i), way.child(String.valueOf(i)));
          }
        }
        case Value.Text(String text) -> text(text, way);
        case Value.Null _, Value.Bool _, Value.Numeral _ -> {}
      }
    }

    private void object(Value.Mapping mapping, Way way) {
      boolean isRoot = way.at().isRoot() && way.text() == null;
      boolean hasKind = mapping.get("kind") instanceof Value.Text;
      boolean hasVersion = mapping.get("apiVersion") instanceof Value.Text;
      if (!isRoot && !hasKind) {
        return;
      }
      CarriedObject object = CarriedObject.of(new Unreadable(manifest.path(), 1, ""), mapping);
      if (object == null) {
        return;
      }
      String reason;
      if (way.text() == null && isSent(way, hasKind && hasVersion)) {
        boolean old = "extensions".equals(object.group());
        boolean open =
            PlaceholderMatch.isIn(object.name())
                || PlaceholderMatch.isIn(object.kind())
                || (object.namespace() != null && PlaceholderMatch.isIn(object.namespace()));
        reason = open ? "placeholder" : "refused";
        if (!old && !open && hasKind && hasVersion) {
          // kubectl sends it unchanged: the name or kind has to match exactly, if it is an object.
          carried.add(object.sentAt(new Unreadable(manifest.path(), line(way), reason)));
          return;
        }
      } else {
        reason = "carried";
      }
      Unreadable where = new Unreadable(manifest.path(), line(way), reason);
      carried.add(
          new CarriedObject(
              where,
              object.kind(),
              object.group(),
              object.namespace(),
              object.name(),
              mapping,
              false));
    }

    /// Whether kubectl sends this mapping as an object of its own, or would try to.
    private boolean isSent(Way way, boolean complete) {
      if (way.at().isRoot()) {
        return true;
      }
      return manifest.resources().stream()
              .anyMatch(
                  resource ->
                      resource.origin().document() == way.document().index()
                          && resource.origin().within().equals(way.at()))
          || (complete && isListItem(way));
    }

    private static boolean isListItem(Way way) {
      List<String> tokens = way.at().tokens();
      return tokens.size() == 2
          && tokens.getFirst().equals("items")
          && way.document().value() instanceof Value.Mapping root
          && root.get("kind") instanceof Value.Text(String kind)
          && kind.endsWith("List");
    }

    private int line(Way way) {
      JsonPointer at = way.text() == null ? way.at() : way.text();
      return source.lineOf(
          Locator.of(manifest, way.document()).span(JsonPointer.ROOT, Place.value(at)).start());
    }

    /// Reads a text with objects, such as a file in a ConfigMap or a patch in a kustomization.
    private void text(String text, Way way) {
      String decoded = way.depth() == DEPTH ? null : EncodedText.decode(text);
      if (decoded != null) {
        text(decoded, way.inside());
        return;
      }
      if (!text.contains("kind") || !text.contains("name") || way.depth() == DEPTH) {
        return;
      }
      Manifest inner = reader.read(manifest.path(), text.getBytes(StandardCharsets.UTF_8));
      for (Document document : inner.documents()) {
        if (document.failure() != null) {
          Unreadable where = new Unreadable(manifest.path(), line(way), "carried");
          areas.add(new UnreadableArea(where, text, false));
          return;
        }
        if (!document.isEmpty() && !(document.value() instanceof Value.Text)) {
          walk(document.value(), way.inside());
        }
      }
    }
  }
}
