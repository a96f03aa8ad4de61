package dev.netlog.io.yaml;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.yaml.syntax.Failure;
import dev.netlog.io.yaml.syntax.GoScanner;
import dev.netlog.io.yaml.syntax.KubectlStream;
import dev.netlog.io.yaml.syntax.Leniency;
import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.Part;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.io.yaml.syntax.Utf8;
import dev.netlog.model.FieldMask;
import dev.netlog.model.Origin;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads manifests as kubectl does and reports defects of their bytes.
///
/// Safe for use by several threads. Deep documents need a deep stack: run it on a thread made by
/// [DeepThreads].
public final class ManifestReader {
  private final RuleCatalog catalog;
  private final Predicate<String> concern;

  /// A reader that builds the objects that the catalogue's rules need.
  public ManifestReader(RuleCatalog catalog) {
    this.catalog = catalog;
    this.concern = catalog::concerns;
  }

  /// Reads a file's bytes.
  ///
  /// @param path its path in reports
  public Manifest read(String path, byte[] bytes) {
    Utf8 decoded = Utf8.decode(bytes);
    if (decoded == null) {
      return Manifest.notUnderstood(
          new NotUnderstood(
              path,
              1,
              "encoding",
              "the file is UTF-16 or UTF-32, which netlog does not read; save it as UTF-8"));
    }
    return new Reading(path, decoded).manifest();
  }

  /// The reading of one file.
  private final class Reading {
    private final String path;
    private final Utf8 decoded;
    private final String text;
    private final List<Document> documents = new ArrayList<>();
    private final List<Resource> resources = new ArrayList<>();
    private final YamlDefects defects;
    private int filled;
    private int objects;
    private int kustomizations;
    private final List<String> kustomized = new ArrayList<>();

    Reading(String path, Utf8 decoded) {
      this.path = path;
      this.decoded = decoded;
      this.text = decoded.text();
      this.defects = new YamlDefects(path, text);
    }

    Manifest manifest() {
      List<Part> parts = KubectlStream.parts(text, decoded.mark());
      for (int i = 0; i < parts.size(); i++) {
        part(parts.get(i), parts.size() - i - 1);
      }
      return new Manifest(
          path,
          text,
          documents,
          resources,
          defects.findings(),
          defects.notUnderstood(),
          defects.unrendered(),
          kustomized,
          new Manifest.Counts(filled, objects, kustomizations));
    }

    private void part(Part part, int behind) {
      try {
        switch (part) {
          case Part.Refused refused -> refused(part, refused.failure(), behind);
          case Part.Json json -> document(part, json.root());
          case Part.Yaml yaml -> yaml(yaml);
        }
      } catch (RefusedDocumentException e) {
        Failure failure = e.failure();
        if (e.isLimit()) {
          add(part, null, failure, false);
          filled++;
          defects.limit(failure);
          return;
        }
        boolean asJson = part instanceof Part.Yaml yaml && yaml.json() != null;
        refused(part, asJson ? jsonFailure(part) : failure, behind);
      }
    }

    private static Failure jsonFailure(Part part) {
      if (part instanceof Part.Yaml(_, _, @Nullable Failure json) && json != null) {
        return json;
      }
      throw new IllegalStateException("only called where there is one");
    }

    private void yaml(Part.Yaml yaml) throws RefusedDocumentException {
      if (decoded.invalid() >= yaml.start() && decoded.invalid() < yaml.end()) {
        throw new RefusedDocumentException(
            decoded.invalid(), decoded.invalid() + 1, "the bytes here are not UTF-8");
      }
      Leniency.Read read = Leniency.compose(text, yaml.start(), yaml.end());
      GoScanner.refuseDirective(text, read.composed().end(), yaml.end());
      int before = objects;
      document(yaml, read.composed().root());
      if (read.firstChange() >= 0 && objects > before) {
        defects.notPortable(read.firstChange());
      }
      defects.lost(read.composed().end(), yaml.end());
    }

    private void document(Part part, @Nullable Node root) throws RefusedDocumentException {
      if (root == null || isNull(root)) {
        add(part, root, null, true);
        return;
      }
      DocumentCheck.Result check = DocumentCheck.check(root, concern);
      if (isNoObjects(part, root)) {
        return;
      }
      List<Outline> outlines = Outline.of(root);
      for (Outline outline : outlines) {
        FieldMask parts = check.concerns() ? FieldMask.ALL : parts(outline);
        if (parts != null) {
          resources.add(resource(outline, parts));
        }
      }
      if (!outlines.isEmpty() && !check.overwrites().isEmpty()) {
        defects.overwrites(check.overwrites(), resource(outlines.getFirst(), FieldMask.ALL).id());
      }
      defects.unrendered(new Unrendered(path, catalog).in(root, outlines));
      Kustomization kustomization = Kustomization.in(path, root, outlines);
      if (kustomization != null) {
        kustomized.addAll(kustomization.names());
        kustomizations += outlines.size();
      }
      add(part, root, null, false);
      filled++;
      objects += outlines.size();
    }

    private @Nullable FieldMask parts(Outline outline) throws RefusedDocumentException {
      FieldMask parts = catalog.parts(outline.groupKind());
      return parts == null && (outline.hasPodTemplate() || outline.isOwned())
          ? catalog.workloadParts()
          : parts;
    }

    /// Whether kubectl refuses this document but goes on with the next one.
    private boolean isNoObjects(Part part, Node root) {
      try {
        ListCheck.check(root, text).forEach(defects::item);
        return false;
      } catch (RefusedDocumentException e) {
        int start = root.start();
        documents.add(Document.ofNoObjects(text, documents.size(), part, start, e.failure()));
        filled++;
        // A block-style list is often a file of another tool, so it is only counted.
        if (root instanceof Node.Sequence && !text.startsWith("[", start)) {
          defects.list(e.failure());
        } else {
          defects.noObjects(e.failure());
        }
        return true;
      }
    }

    private Resource resource(Outline outline, FieldMask parts) throws RefusedDocumentException {
      Origin origin = new Origin(path, documents.size(), outline.within());
      Resource resource = Resource.of(outline.value(parts), origin);
      if (resource == null) {
        throw new IllegalStateException("an outline without a kind");
      }
      return resource;
    }

    private void refused(Part part, Failure failure, int behind) {
      add(part, null, failure, false);
      filled++;
      int end = part instanceof Part.Yaml yaml ? yaml.end() : text.length();
      defects.refused(failure, part.start(), end, behind);
    }

    private void add(Part part, @Nullable Node root, @Nullable Failure failure, boolean empty) {
      int start = root == null ? part.start() : root.start();
      documents.add(new Document(text, documents.size(), part, start, failure, empty));
    }
  }

  private static boolean isNull(Node root) throws RefusedDocumentException {
    return root instanceof Node.Scalar scalar && Scalars.value(scalar) instanceof Value.Null;
  }
}
