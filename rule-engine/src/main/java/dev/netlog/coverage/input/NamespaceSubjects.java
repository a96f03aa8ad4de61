package dev.netlog.coverage.input;

import dev.netlog.model.Value;
import dev.netlog.network.KnownLabels;
import dev.netlog.network.Label;
import dev.netlog.policy.Subject;
import dev.netlog.policy.Subjects;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The workloads of one namespace, read when they are first asked for. For one thread at a time.
public final class NamespaceSubjects {
  private final NamespaceInput input;
  private @Nullable List<Subject> read;

  public NamespaceSubjects(NamespaceInput input) {
    this.input = input;
  }

  public NamespaceInput input() {
    return input;
  }

  /// The subjects that were read, by id; those in the node's network too.
  public List<Subject> read() {
    List<Subject> known = read;
    if (known == null) {
      known = Subjects.of(input.workloads(), input.owned());
      read = known;
    }
    return known;
  }

  /// Those that policies reach.
  public List<Subject> reached() {
    return read().stream().filter(subject -> !subject.hostNetwork()).toList();
  }

  /// What is known of the namespace's labels: all of them, or only the one that each has.
  public KnownLabels labels() {
    return labels(input);
  }

  /// The same of the namespace of one of its subjects, virtual ones included.
  public KnownLabels labels(Subject subject) {
    return subject.namespaceLabels().isEmpty()
        ? labels()
        : KnownLabels.of(subject.namespaceLabels());
  }

  /// What is known of a namespace's labels: all of them, or only the one that each has.
  public static KnownLabels labels(NamespaceInput input) {
    Map<String, String> known = new TreeMap<>();
    if (input.namespace() != null) {
      input
          .namespace()
          .labels()
          .members()
          .forEach(
              (key, value) -> {
                if (value instanceof Value.Text(String text)) {
                  known.put(key, text);
                }
              });
    }
    known.put(Label.NAMESPACE_NAME.key(), input.name());
    return new KnownLabels(known, Set.of(), input.namespace() == null);
  }
}
