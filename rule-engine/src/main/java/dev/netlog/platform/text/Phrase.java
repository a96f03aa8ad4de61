package dev.netlog.platform.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A sentence of a report in parts, so that a format finds the names in it without searching for
/// them: `annotate Namespace `, the namespace `edge`, ` with `, a line of YAML.
///
/// @param parts in the order they are read
public record Phrase(List<Part> parts) {
  public Phrase {
    parts = joined(parts);
  }

  /// Neighbouring words as one part, so that phrases of one text and the same names are equal.
  private static List<Part> joined(List<Part> parts) {
    List<Part> joined = new ArrayList<>(parts.size());
    for (Part part : parts) {
      if (part instanceof Words(String next)
          && !joined.isEmpty()
          && joined.getLast() instanceof Words(String last)) {
        joined.set(joined.size() - 1, new Words(last + next));
      } else {
        joined.add(part);
      }
    }
    return List.copyOf(joined);
  }

  /// A part of a sentence.
  public sealed interface Part {
    /// The part as people read it.
    String text();
  }

  /// Plain words.
  public record Words(String text) implements Part {}

  /// The name of an object or of a rule without its kind: `edge/api`, `tenants#Ingress/0`.
  public record Name(String text) implements Part {}

  /// The name of a namespace.
  public record NamespaceName(String text) implements Part {}

  /// YAML to be written as it stands.
  public record Yaml(String text) implements Part {}

  /// A sentence without names.
  public static Phrase of(String words) {
    return new Phrase(List.of(new Words(words)));
  }

  /// Words, and the name of an object behind them.
  public static Phrase ofName(String words, String name) {
    return of(words).with(new Name(name));
  }

  /// Words, and the name of a namespace behind them.
  public static Phrase ofNamespace(String words, String namespace) {
    return of(words).with(new NamespaceName(namespace));
  }

  /// The same with more words at its end.
  public Phrase with(String words) {
    return words.isEmpty() ? this : with(new Words(words));
  }

  /// The same with another part at its end.
  public Phrase with(Part part) {
    List<Part> all = new ArrayList<>(parts);
    all.add(part);
    return new Phrase(all);
  }

  /// The same with another phrase at its end.
  public Phrase with(Phrase other) {
    List<Part> all = new ArrayList<>(parts);
    all.addAll(other.parts);
    return new Phrase(all);
  }

  /// The whole sentence.
  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }

  @Override
  public String toString() {
    return text();
  }
}
