package dev.netlog.cli.coverage.unreadable;

import dev.netlog.cli.coverage.state.SideFiles;
import dev.netlog.cli.coverage.state.State;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.yaml.Manifest;
import dev.netlog.io.yaml.ManifestReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The unreadable content of the head's files that the base does not have in the same form. Text
/// that is unchanged since the base cannot hold an object that was removed elsewhere.
///
/// Reads files again, which is expensive, so it is used only if an object is missing.
final class ChangedFiles {
  private final State base;
  private final State head;
  private final ManifestReader reader;
  private final Map<String, Manifest> before = new HashMap<>();
  private final Map<String, Manifest> now = new HashMap<>();
  private final Map<String, FileEvidence> known = new HashMap<>();
  private @Nullable Set<String> contents;

  ChangedFiles(State base, State head, ManifestReader reader) {
    this.base = base;
    this.head = head;
    this.reader = reader;
    base.manifests().forEach(file -> before.put(base.files().atHead(file.path()), file));
    head.manifests().forEach(file -> now.put(file.path(), file));
  }

  /// Whether the head has a file.
  boolean has(String path) {
    return now.containsKey(path);
  }

  /// The files of the head.
  List<String> paths() {
    return head.manifests().stream().map(Manifest::path).toList();
  }

  /// The new unreadable content of a file of the head; empty if there is no such file.
  FileEvidence at(String path) {
    Manifest manifest = now.get(path);
    return manifest == null ? FileEvidence.NONE : known.computeIfAbsent(path, _ -> read(manifest));
  }

  /// Parts of the head that could not be read, and could be read in the base.
  List<NotUnderstood> newlySkipped() {
    Set<String> old = new HashSet<>();
    base.skipped().forEach(each -> old.add(base.files().atHead(each.path()) + each.message()));
    List<NotUnderstood> skipped = new ArrayList<>(head.skipped());
    skipped.removeIf(each -> old.contains(each.path() + each.message()));
    return skipped;
  }

  private FileEvidence read(Manifest manifest) {
    String content = head.files().content(manifest.path());
    if (content != null && contents().contains(content)) {
      return FileEvidence.NONE;
    }
    FileEvidence evidence = evidence(manifest, head.files());
    Manifest old = before.get(manifest.path());
    return old == null || evidence.equals(FileEvidence.NONE)
        ? evidence
        : evidence.without(evidence(old, base.files()));
  }

  private FileEvidence evidence(Manifest manifest, SideFiles files) {
    if (FileEvidence.isUnreadable(manifest)) {
      return unreadable(manifest.path(), manifest.notUnderstood().getFirst(), files);
    }
    try {
      return FileEvidence.of(reader.read(manifest.path(), files.read(manifest.path())), reader);
    } catch (IOException e) {
      // Standard input can be read only once.
      return manifest.text().isEmpty() ? FileEvidence.NONE : FileEvidence.of(manifest, reader);
    }
  }

  /// A file that is not UTF-8 can still be searched.
  private static FileEvidence unreadable(String path, NotUnderstood why, SideFiles files) {
    if (!why.reason().equals("encoding")) {
      return FileEvidence.whole(why);
    }
    try {
      return FileEvidence.searchable(why, WideText.of(files.read(path)));
    } catch (IOException e) {
      return FileEvidence.whole(why);
    }
  }

  private Set<String> contents() {
    Set<String> all = contents;
    if (all == null) {
      all = new HashSet<>();
      for (Manifest manifest : base.manifests()) {
        String content = base.files().content(manifest.path());
        if (content != null) {
          all.add(content);
        }
      }
      contents = all;
    }
    return Objects.requireNonNull(all);
  }
}
