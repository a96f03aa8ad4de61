package dev.netlog.cli.input;

import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.yaml.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// How much an input holds, and what of it nobody judged.
///
/// @param relevant how many objects a rule can be about
/// @param notUnderstood in the order of reports
public record InputCounts(
    int files, int documents, int objects, int relevant, List<NotUnderstood> notUnderstood) {
  public InputCounts {
    notUnderstood = List.copyOf(notUnderstood);
  }

  /// Counts what manifests hold.
  ///
  /// @param skipped what could not be looked into
  /// @param notJudged what of a manifest nobody judged
  public static InputCounts of(
      List<Manifest> manifests,
      List<NotUnderstood> skipped,
      Function<Manifest, List<NotUnderstood>> notJudged) {
    List<NotUnderstood> notUnderstood = new ArrayList<>(skipped);
    int documents = 0;
    int objects = 0;
    int relevant = 0;
    for (Manifest manifest : manifests) {
      notUnderstood.addAll(notJudged.apply(manifest));
      documents += manifest.counts().documents();
      objects += manifest.counts().objects();
      relevant += manifest.resources().size();
    }
    notUnderstood.sort(NotUnderstood::compare);
    return new InputCounts(manifests.size(), documents, objects, relevant, notUnderstood);
  }
}
