package dev.netlog.io.yaml;

import dev.netlog.catalog.YamlRules;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.model.Resource;
import java.util.List;
import java.util.stream.Stream;

/// A file as kubectl reads it.
///
/// @param path its path in reports
/// @param text its text, without the byte order mark; empty if it could not be read
/// @param documents its documents, including those that kubectl refuses
/// @param resources the objects that rules need, as subject or as context
/// @param findings defects of its bytes
/// @param notUnderstood what could not be read
/// @param unrendered objects that can be read, but that another tool has to render before they can
///   be judged
/// @param kustomized the files and folders that kustomizations in it name, as written
/// @param counts the number of documents and objects in it
public record Manifest(
    String path,
    String text,
    List<Document> documents,
    List<Resource> resources,
    List<YamlFinding> findings,
    List<NotUnderstood> notUnderstood,
    List<NotUnderstood> unrendered,
    List<String> kustomized,
    Counts counts) {

  /// Numbers of documents and objects in a file.
  ///
  /// @param documents documents that are not empty
  /// @param objects Kubernetes objects, including items of lists
  /// @param kustomizations how many of the objects are kustomizations, which never reach a cluster
  public record Counts(int documents, int objects, int kustomizations) {}

  public Manifest {
    documents = List.copyOf(documents);
    resources = List.copyOf(resources);
    findings = List.copyOf(findings);
    notUnderstood = List.copyOf(notUnderstood);
    unrendered = List.copyOf(unrendered);
    kustomized = List.copyOf(kustomized);
  }

  /// Whether the file has nothing for a cluster: no object, nothing unreadable, and no document
  /// that kubectl would refuse.
  public boolean isEmpty() {
    return counts.objects() == counts.kustomizations()
        && notUnderstood.isEmpty()
        && unrendered.isEmpty()
        && findings.stream().noneMatch(finding -> finding.rule().equals(YamlRules.INVALID));
  }

  /// Everything that the rules could not judge, for the summary of a run.
  public List<NotUnderstood> notJudged() {
    return Stream.concat(notUnderstood.stream(), unrendered.stream()).toList();
  }

  /// A file that could not be read; holds only the reason.
  public static Manifest notUnderstood(NotUnderstood why) {
    return new Manifest(
        why.path(),
        "",
        List.of(),
        List.of(),
        List.of(),
        List.of(why),
        List.of(),
        List.of(),
        new Counts(0, 0, 0));
  }

  /// The same manifest, without its text if no report will quote it, to save memory.
  public Manifest withoutNeedlessText() {
    boolean needed = !resources.isEmpty() || !findings.isEmpty();
    return needed
        ? this
        : new Manifest(
            path,
            "",
            List.of(),
            resources,
            findings,
            notUnderstood,
            unrendered,
            kustomized,
            counts);
  }
}
