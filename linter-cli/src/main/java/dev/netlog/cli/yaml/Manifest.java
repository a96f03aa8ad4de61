package dev.netlog.cli.yaml;

import dev.netlog.cli.report.Summary.NotUnderstood;
import dev.netlog.model.Resource;
import java.util.List;

/// A file as kubectl reads it.
///
/// @param path as reports name it
/// @param text its text, without the byte order mark; empty where it could not be read
/// @param documents its documents, those that kubectl refuses included
/// @param resources the objects that a rule or a question of one can be about
/// @param findings what is wrong with its bytes
/// @param notUnderstood what could not be judged
/// @param counts what was in it
public record Manifest(
    String path,
    String text,
    List<Document> documents,
    List<Resource> resources,
    List<YamlFinding> findings,
    List<NotUnderstood> notUnderstood,
    Counts counts) {

  /// What was in a file.
  ///
  /// @param documents documents that are not empty
  /// @param objects Kubernetes objects, items of lists included
  public record Counts(int documents, int objects) {}

  public Manifest {
    documents = List.copyOf(documents);
    resources = List.copyOf(resources);
    findings = List.copyOf(findings);
    notUnderstood = List.copyOf(notUnderstood);
  }

  /// A file of which nothing can be said but why.
  public static Manifest notUnderstood(NotUnderstood why) {
    return new Manifest(
        why.path(), "", List.of(), List.of(), List.of(), List.of(why), new Counts(0, 0));
  }

  /// The same without its text where nothing in it will have to be shown, to save memory.
  public Manifest withoutNeedlessText() {
    boolean needed = !resources.isEmpty() || !findings.isEmpty();
    return needed
        ? this
        : new Manifest(path, "", List.of(), resources, findings, notUnderstood, counts);
  }
}
