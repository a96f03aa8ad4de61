package dev.netlog.io.yaml;

import dev.netlog.catalog.YamlRules;
import dev.netlog.io.files.NotUnderstood;
import dev.netlog.model.Resource;
import java.util.List;
import java.util.stream.Stream;

/// A file as kubectl reads it.
///
/// @param path as reports name it
/// @param text its text, without the byte order mark; empty where it could not be read
/// @param documents its documents, those that kubectl refuses included
/// @param resources the objects that a rule or a question of one can be about
/// @param findings what is wrong with its bytes
/// @param notUnderstood what could not be read
/// @param unrendered what can be read, but is not judged before another tool makes objects of it
/// @param kustomized the files and folders that kustomizations in it name, as written
/// @param counts what was in it
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

  /// What was in a file.
  ///
  /// @param documents documents that are not empty
  /// @param objects Kubernetes objects, items of lists included
  /// @param kustomizations how many of the objects are for kustomize, and never reach a cluster
  public record Counts(int documents, int objects, int kustomizations) {}

  public Manifest {
    documents = List.copyOf(documents);
    resources = List.copyOf(resources);
    findings = List.copyOf(findings);
    notUnderstood = List.copyOf(notUnderstood);
    unrendered = List.copyOf(unrendered);
    kustomized = List.copyOf(kustomized);
  }

  /// Whether nothing in it is meant for a cluster: no object, nothing that could not be read, and
  /// no document that kubectl would refuse.
  public boolean isEmpty() {
    return counts.objects() == counts.kustomizations()
        && notUnderstood.isEmpty()
        && unrendered.isEmpty()
        && findings.stream().noneMatch(finding -> finding.rule().equals(YamlRules.INVALID));
  }

  /// All that the rules have not judged, for the summary of a run.
  public List<NotUnderstood> notJudged() {
    return Stream.concat(notUnderstood.stream(), unrendered.stream()).toList();
  }

  /// A file of which nothing can be said but why.
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

  /// The same without its text where nothing in it will have to be shown, to save memory.
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
