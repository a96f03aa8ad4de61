package dev.netlog.io.yaml;

import dev.netlog.catalog.RuleCatalog;
import dev.netlog.io.json.JsonWriter;
import dev.netlog.io.text.Region;
import dev.netlog.io.text.SourceText;
import dev.netlog.io.yaml.syntax.Failure;
import dev.netlog.io.yaml.syntax.Leniency;
import dev.netlog.io.yaml.syntax.Node;
import dev.netlog.io.yaml.syntax.RefusedDocumentException;
import dev.netlog.model.Value;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/// Manifests as the tests write them, and what came of them as text that can be compared.
final class Given {
  static final String NAMESPACE = "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: payments\n";

  private Given() {}

  static Manifest manifest(String text) {
    return manifest(text.getBytes(StandardCharsets.UTF_8));
  }

  static Manifest manifest(byte[] bytes) {
    return new ManifestReader(RuleCatalog.standard()).read("a.yaml", bytes);
  }

  /// What kubectl does with a manifest: each document as JSON, then, where it stops, `line:column
  /// problem`.
  static List<String> sent(Manifest manifest) {
    List<String> sent = new ArrayList<>();
    for (Document document : manifest.documents()) {
      Failure failure = document.failure();
      if (failure != null) {
        sent.add(place(manifest, failure.start()) + " " + failure.problem());
        return sent;
      }
      sent.add(json(document.value()));
    }
    return sent;
  }

  static List<String> sent(String text) {
    return sent(manifest(text));
  }

  /// The findings about bytes, as `rule line:column`.
  static List<String> found(Manifest manifest) {
    return manifest.findings().stream()
        .map(finding -> finding.rule().id() + " " + place(manifest, finding.start()))
        .toList();
  }

  static List<String> found(String text) {
    return found(manifest(text));
  }

  /// Where and why the only document that kubectl refuses is refused.
  static String refusal(String text) {
    return sent(text).getLast();
  }

  static String place(Manifest manifest, int offset) {
    Region region = new SourceText(manifest.text()).region(offset, offset);
    return region.startLine() + ":" + region.startColumn();
  }

  static String json(Value value) {
    StringBuilder out = new StringBuilder();
    try {
      new JsonWriter(out, JsonWriter.Layout.COMPACT).value(value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  /// The tree of a text with one document.
  static Node root(String text) throws RefusedDocumentException {
    Node root = Leniency.compose(text, 0, text.length()).composed().root();
    if (root == null) {
      throw new IllegalArgumentException("an empty document");
    }
    return root;
  }

  /// Runs on a thread with the stack that the program has.
  static <T> T deep(Supplier<T> work) throws InterruptedException {
    AtomicReference<T> result = new AtomicReference<>();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = DeepThreads.named("deep").newThread(() -> result.set(work.get()));
    thread.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
    thread.start();
    thread.join();
    if (failure.get() != null) {
      throw new AssertionError("failed on the deep thread", failure.get());
    }
    return result.get();
  }
}
