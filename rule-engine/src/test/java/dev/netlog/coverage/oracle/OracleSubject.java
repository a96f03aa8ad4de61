package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleSelector.Answer;
import dev.netlog.coverage.oracle.OracleSelector.LabelSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A subject of section 2.
///
/// @param pods the labels that its pods may have
/// @param images the images of its containers without tag and digest, sorted
/// @param ports the named ports; null where each name is assumed to resolve
record OracleSubject(
    String id,
    List<LabelSet> pods,
    boolean hostNetwork,
    boolean windows,
    List<String> images,
    @Nullable Set<NamedPort> ports) {

  /// A declaration of a container.
  record NamedPort(String name, String protocol, int number) {}

  /// A subject that stands for pods that were not read.
  static OracleSubject virtual(String id, LabelSet labels) {
    return new OracleSubject(id, List.of(labels), false, false, List.of(), null);
  }

  boolean isVirtual() {
    return ports == null;
  }

  String namespace() {
    return id.substring(0, id.indexOf('/'));
  }

  /// How much speaks for this being the other one under another name, with other labels or images,
  /// or elsewhere; 0 for nothing.
  int likeness(OracleSubject other) {
    int likeness = name().equals(other.name()) ? 1 : 0;
    likeness += !given().isEmpty() && given().equals(other.given()) ? 1 : 0;
    return likeness + (!images.isEmpty() && images.equals(other.images) ? 1 : 0);
  }

  private String name() {
    return id.substring(id.lastIndexOf('/') + 1);
  }

  /// The labels that the template gives, not the cluster.
  private Map<String, String> given() {
    Map<String, String> given = new TreeMap<>(pods.getFirst().known());
    given.remove("job-name");
    given.remove("batch.kubernetes.io/job-name");
    return given;
  }

  /// Whether a selector matches its pods: not known where it tells them apart.
  Answer matches(OracleSelector selector) {
    Answer answer = selector.matches(pods.getFirst());
    return pods.stream().allMatch(each -> selector.matches(each).equals(answer))
        ? answer
        : Answer.UNKNOWN;
  }
}
