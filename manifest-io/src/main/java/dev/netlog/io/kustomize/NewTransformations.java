package dev.netlog.io.kustomize;

import dev.netlog.model.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Finds transformations of a build at the head of a comparison that its base does not have in the
/// same words.
public final class NewTransformations {
  private final Side base;
  private final Side head;

  /// One side of a comparison of builds.
  ///
  /// @param files the bytes of a file by its path at the head; null if it cannot be read
  public record Side(BuildGraph graph, Function<String, byte @Nullable []> files) {}

  public NewTransformations(Side base, Side head) {
    this.base = base;
    this.head = head;
  }

  /// What is compared: the text of the transformation and of the files that it names.
  private record Words(String member, String key, Value value, List<String> files) {}

  /// The new transformations in a build of the head, including those of its components.
  public List<Transformation> of(Build build) {
    Build before = base.graph().build(BuildGraph.id(build));
    return of(build, before == null ? List.of() : List.of(before));
  }

  /// The new transformations in a build of the head, compared with its counterparts in the base.
  public List<Transformation> of(Build build, Collection<Build> before) {
    Set<Words> old = new HashSet<>();
    for (Build each : before) {
      base.graph().transformations(each).forEach(change -> old.add(words(change, base)));
    }
    List<Transformation> found = new ArrayList<>();
    for (Transformation each : head.graph().transformations(build)) {
      if (!old.contains(words(each, head))) {
        found.add(each);
      }
    }
    return found;
  }

  private static Words words(Transformation change, Side side) {
    List<String> files = new ArrayList<>();
    for (String name : change.files()) {
      String path = BuildGraph.resolve(change.file(), name);
      byte[] bytes = path == null ? null : side.files().apply(path);
      files.add(bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1));
    }
    return new Words(change.member(), change.key(), change.value(), files);
  }
}
