package dev.netlog.coverage.oracle;

import dev.netlog.coverage.oracle.OracleSelector.Answer;
import dev.netlog.coverage.oracle.OracleSelector.LabelSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A subject of section 2.
///
/// @param pods the labels that its pods may have
/// @param ports the named ports; null where each name is assumed to resolve
record OracleSubject(
    String id,
    List<LabelSet> pods,
    boolean hostNetwork,
    boolean windows,
    @Nullable Set<NamedPort> ports) {

  /// A declaration of a container.
  record NamedPort(String name, String protocol, int number) {}

  /// A subject that stands for pods that were not read.
  static OracleSubject virtual(String id, LabelSet labels) {
    return new OracleSubject(id, List.of(labels), false, false, null);
  }

  boolean isVirtual() {
    return ports == null;
  }

  /// Whether a selector matches its pods: not known where it tells them apart.
  Answer matches(OracleSelector selector) {
    Answer answer = selector.matches(pods.getFirst());
    return pods.stream().allMatch(each -> selector.matches(each).equals(answer))
        ? answer
        : Answer.UNKNOWN;
  }
}
