package dev.netlog.cli.coverage.unreadable;

import dev.netlog.coverage.input.ObjectIdentity;
import dev.netlog.io.text.SourceText;
import dev.netlog.io.yaml.Document;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A file of the head that belongs to no target, or to another one, with its former content.
///
/// @param manifest the file, parsed as YAML
/// @param evidence its unreadable content
/// @param isText whether YAML finds neither an object nor an error in it
/// @param before the text at this path in the base, null if there was none
record OtherFile(
    Manifest manifest, FileEvidence evidence, boolean isText, @Nullable OtherFile before) {
  static OtherFile of(String path, byte[] bytes, byte @Nullable [] before, ManifestReader reader) {
    OtherFile old = before == null ? null : of(path, before, null, reader);
    byte[] text =
        WideText.isLikely(bytes) ? WideText.of(bytes).getBytes(StandardCharsets.UTF_8) : bytes;
    Manifest manifest = reader.read(path, text);
    return new OtherFile(manifest, FileEvidence.of(manifest, reader), isText(manifest), old);
  }

  /// The line in which the file newly holds an object; 0 if it does not.
  int line(ObjectIdentity identity, TextSearch search) {
    String old = before == null ? null : before.manifest.text();
    if (before != null && before.holdsAsObject(identity)) {
      return 0;
    }
    for (Resource resource : manifest.resources()) {
      if (identity.mayBe(resource)) {
        Document document = manifest.documents().get(resource.origin().document());
        return new SourceText(manifest.text()).lineOf(document.start());
      }
    }
    FileEvidence fresh = before == null ? evidence : evidence.without(before.evidence);
    for (CarriedObject object : fresh.carried()) {
      if (object.couldBe(identity.kind(), identity.namespace(), identity.name())) {
        return object.where().line();
      }
    }
    for (UnreadableArea area : fresh.areas()) {
      if (search.names(manifest.path(), area.text(), old, identity)) {
        return area.where().line();
      }
    }
    return isText && search.names(manifest.path(), manifest.text(), old, identity) ? 1 : 0;
  }

  /// Whether a template in the file may render to an object.
  boolean hasTemplateOf(ObjectIdentity identity) {
    return evidence.areas().stream()
        .anyMatch(
            area ->
                area.where().reason().equals("template")
                    && TemplateText.mayHold(area.text(), identity));
  }

  private boolean holdsAsObject(ObjectIdentity identity) {
    return manifest.resources().stream().anyMatch(resource -> identity.mayBe(resource));
  }

  private static boolean isText(Manifest manifest) {
    return manifest.documents().stream()
        .noneMatch(
            document ->
                document.failure() != null
                    || (!document.isEmpty() && document.value() instanceof Value.Mapping));
  }

  /// The same file as if there had been none in the base.
  OtherFile withoutBefore() {
    return new OtherFile(manifest, evidence, isText, null);
  }
}
