package dev.netlog.policy.validation;

import dev.netlog.model.JsonPointer;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.network.LabelSyntax;
import dev.netlog.policy.InputProblem;
import dev.netlog.rule.Quoted;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Checks values in an object's metadata that have the right type but that the API server refuses.
///
/// Source: [ValidateObjectMeta](https://pkg.go.dev/k8s.io/apimachinery/pkg/api/validation).
final class MetadataValues {
  /// The maximum total size of an object's annotations, in bytes of keys and values.
  private static final int MOST_ANNOTATIONS = 256 * 1024;

  /// Finalizers without a domain.
  private static final Set<String> STANDARD = Set.of("kubernetes", "orphan", "foregroundDeletion");

  private final Resource resource;
  private final List<InputProblem> problems;

  MetadataValues(Resource resource, List<InputProblem> problems) {
    this.resource = resource;
    this.problems = problems;
  }

  /// Checks the metadata of the object itself.
  void own(JsonPointer metadata) {
    labelsAndAnnotations(metadata);
    owners(metadata.child("ownerReferences"));
    finalizers(metadata.child("finalizers"));
  }

  /// Checks labels and annotations, of the object or of its pod template.
  void labelsAndAnnotations(JsonPointer metadata) {
    JsonPointer labels = metadata.child("labels");
    members(labels)
        .forEach(
            (key, value) -> {
              if (!LabelSyntax.isKey(key)) {
                addKey(labels.child(key), "label key " + Quoted.of(key) + syntax(PREFIXED));
              } else if (value instanceof Value.Text(String text) && !LabelSyntax.isValue(text)) {
                add(labels.child(key), "label value " + Quoted.of(text) + syntax(""));
              }
            });
    JsonPointer annotations = metadata.child("annotations");
    long size = 0;
    for (Map.Entry<String, Value> each : members(annotations).entrySet()) {
      String key = each.getKey();
      if (!LabelSyntax.isKey(key.toLowerCase(Locale.ROOT))) {
        addKey(annotations.child(key), "annotation key " + Quoted.of(key) + syntax(PREFIXED));
      }
      size += bytes(key) + (each.getValue() instanceof Value.Text(String text) ? bytes(text) : 0);
    }
    if (size > MOST_ANNOTATIONS) {
      add(
          annotations,
          "the annotations have "
              + size
              + " bytes, and the API server takes at most "
              + MOST_ANNOTATIONS
              + " of an object; shorten them");
    }
  }

  private static final String PREFIXED = ", after a DNS name and \"/\" if need be";

  private static String syntax(String more) {
    return " is refused by the API server; use up to 63 letters, digits, \"-\", \"_\" and \".\""
        + " with a letter or digit at both ends"
        + more;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private void owners(JsonPointer at) {
    List<Value> owners = resource.content().itemsAt(at);
    boolean controlled = false;
    for (int i = 0; i < owners.size(); i++) {
      Value.Mapping owner =
          switch (owners.get(i)) {
            case Value.Mapping mapping -> mapping;
            case Value.Null _ -> Value.Mapping.EMPTY;
            case Value _ -> null;
          };
      if (owner == null) {
        continue;
      }
      owner(at.child(i), owner);
      if (owner.get("controller") instanceof Value.Bool(boolean controls) && controls) {
        if (controlled) {
          add(
              at.child(i).child("controller"),
              "a second owner is the controller; keep one of them");
        }
        controlled = true;
      }
    }
  }

  private void owner(JsonPointer at, Value.Mapping owner) {
    List<String> missing =
        Stream.of("apiVersion", "kind", "name", "uid")
            .filter(member -> isMissing(owner.get(member)))
            .toList();
    String version = owner.textAt(JsonPointer.of("apiVersion"));
    if (!missing.isEmpty()) {
      add(
          at,
          "an owner reference without "
              + String.join(", ", missing)
              + " is refused by the API server; write it, or leave the reference to the cluster");
    } else if (version != null && !isVersion(version)) {
      add(
          at.child("apiVersion"),
          "apiVersion " + Quoted.of(version) + " of an owner is none; write one as in \"apps/v1\"");
    } else if ("v1".equals(version) && "Event".equals(owner.textAt(JsonPointer.of("kind")))) {
      add(at, "an Event owns nothing; leave the reference out");
    }
  }

  /// A value of the wrong type is already reported.
  private static boolean isMissing(@Nullable Value value) {
    return value == null
        || value instanceof Value.Null
        || (value instanceof Value.Text(String text) && text.isEmpty());
  }

  private static boolean isVersion(String text) {
    int slash = text.indexOf('/');
    return slash < 0 || (slash == text.lastIndexOf('/') && slash < text.length() - 1);
  }

  private void finalizers(JsonPointer at) {
    List<Value> finalizers = resource.content().itemsAt(at);
    boolean builtIn =
        !resource.id().group().contains(".") || resource.is(KubernetesKinds.NETWORK_POLICY);
    for (int i = 0; i < finalizers.size(); i++) {
      String text =
          switch (finalizers.get(i)) {
            case Value.Text(String written) -> written;
            case Value.Null _ -> "";
            case Value _ -> null;
          };
      if (text != null) {
        boolean plain = text.indexOf('/') < 0;
        if (!LabelSyntax.isKey(text)) {
          add(at.child(i), "finalizer " + Quoted.of(text) + syntax(PREFIXED));
        } else if (builtIn && plain && !STANDARD.contains(text)) {
          add(
              at.child(i),
              "finalizer "
                  + Quoted.of(text)
                  + " has no domain, without which the API server refuses it; write"
                  + " example.com/"
                  + text);
        }
      }
    }
    if (finalizers.contains(new Value.Text("orphan"))
        && finalizers.contains(new Value.Text("foregroundDeletion"))) {
      add(at, "finalizers \"orphan\" and \"foregroundDeletion\" exclude each other; keep one");
    }
  }

  private Map<String, Value> members(JsonPointer at) {
    return resource.content().mappingAt(at).members();
  }

  private void addKey(JsonPointer at, String message) {
    problems.add(InputProblem.ofKey(resource, at, message));
  }

  private void add(JsonPointer at, String message) {
    problems.add(new InputProblem(resource, at, message));
  }
}
