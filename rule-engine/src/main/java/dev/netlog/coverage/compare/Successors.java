package dev.netlog.coverage.compare;

import dev.netlog.policy.Subject;
import dev.netlog.policy.WorkloadMarks;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds for each subject of a namespace at the head of a change the subject that it was at the
/// base: the one with its id, or for a new workload the most similar one of those that left.
final class Successors {
  private Successors() {}

  /// The subjects of the head with those of the base.
  static Map<Subject, Subject> of(DecidedConnections connections) {
    Map<String, Subject> before = connections.base().subjects();
    Map<String, Subject> after = connections.head().subjects();
    Map<Subject, Subject> successors = new LinkedHashMap<>();
    Map<Subject, Set<String>> left = new LinkedHashMap<>();
    new TreeMap<>(before)
        .forEach(
            (id, subject) -> {
              Subject same = after.get(id);
              if (same != null) {
                successors.put(same, subject);
              } else if (!subject.isVirtual()) {
                left.put(subject, WorkloadMarks.of(subject));
              }
            });
    Map<String, Subject> came = new TreeMap<>(after);
    came.keySet().removeAll(before.keySet());
    for (Subject subject : came.values()) {
      Subject old = subject.isVirtual() ? null : mostSimilar(subject, left);
      if (old != null) {
        successors.put(subject, old);
      }
    }
    return successors;
  }

  private static @Nullable Subject mostSimilar(Subject subject, Map<Subject, Set<String>> left) {
    Set<String> marks = WorkloadMarks.of(subject);
    Subject best = null;
    long most = 0;
    for (Map.Entry<Subject, Set<String>> each : left.entrySet()) {
      long shared = each.getValue().stream().filter(marks::contains).count();
      if (shared > most) {
        most = shared;
        best = each.getKey();
      }
    }
    return best;
  }
}
