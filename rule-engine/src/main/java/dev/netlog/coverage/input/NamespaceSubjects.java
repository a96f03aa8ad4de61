package dev.netlog.coverage.input;

import dev.netlog.model.UnnamedNamespace;
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

/// The workloads of one namespace, read on first use. For one thread at a time.
public final class NamespaceSubjects {
  private final NamespaceInput input;
  private @Nullable List<Subject> read;

  public NamespaceSubjects(NamespaceInput input) {
    this.input = input;
  }

  public NamespaceInput input() {
    return input;
  }

  /// The subjects in the input, by id; including those in the node's network.
  public List<Subject> read() {
    List<Subject> known = read;
    if (known == null) {
      known = Subjects.of(input.workloads(), input.owned());
      read = known;
    }
    return known;
  }

  /// The subjects to which policies apply.
  public List<Subject> reached() {
    return read().stream().filter(subject -> !subject.hostNetwork()).toList();
  }

  /// The known labels of the namespace: all of them, or only its name label; none of one without a
  /// name.
  public KnownLabels labels() {
    return labels(input);
  }

  /// The same for the namespace of one of its subjects, including virtual ones.
  public KnownLabels labels(Subject subject) {
    return subject.namespaceLabels().isEmpty()
        ? labels()
        : KnownLabels.of(subject.namespaceLabels());
  }

  /// The known labels of a namespace: all of them, or only its name label.
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
    if (!UnnamedNamespace.is(input.name())) {
      known.put(Label.NAMESPACE_NAME.key(), input.name());
    }
    return new KnownLabels(known, Set.of(), input.namespace() == null);
  }
}
