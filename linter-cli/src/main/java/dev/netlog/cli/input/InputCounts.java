package dev.netlog.cli.input;

import dev.netlog.io.files.NotUnderstood;
import dev.netlog.io.yaml.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// The counts of an input, and what of it was not judged.
///
/// @param relevant the number of objects that rules need, as subject or as context
/// @param notUnderstood in the order of reports
public record InputCounts(
    int files, int documents, int objects, int relevant, List<NotUnderstood> notUnderstood) {
  public InputCounts {
    notUnderstood = List.copyOf(notUnderstood);
  }

  /// Counts the content of manifests.
  ///
  /// @param skipped what could not be read
  /// @param notJudged returns what was not judged in a manifest
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
