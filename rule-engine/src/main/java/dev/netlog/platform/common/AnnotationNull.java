package dev.netlog.platform.common;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.platform.Platform;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.HarmDone;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;
import java.util.Set;

/// An annotation without a value on an object that carries a logging annotation.
final class AnnotationNull implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("annotation-null", null, Severity.ERROR)
          .harm(HarmDone.BY_THE_CLIENT)
          .title("an annotation without a value makes kubectl drop all annotations")
          .explanation(
              """
              `key:` with nothing behind it, `key: ~` and `key: null` are all null. One null among the \
              annotations is enough for `kubectl apply` up to version 1.32 to drop all annotations of the \
              object, without a word: the logging annotation beside it never reaches the cluster. From \
              version 1.33 on, and with `kubectl create` or server-side apply, the null is stored as an \
              empty string and the others stay.

              It happens in the client. Neither the API server nor a webhook can see it.
              """)
          .remedy(
              FixKind.UNSAFE,
              """
              Delete the annotation, or write `""` if its presence is what counts. \
              The unsafe fix deletes it.
              """)
          .sources(
              "Behaviour of kubectl 1.27 to 1.33 as observed",
              "[kubernetes/kubectl#660](https://github.com/kubernetes/kubectl/issues/660), the same"
                  + " loss with other values");

  private final List<Platform> platforms;

  AnnotationNull(List<Platform> platforms) {
    this.platforms = List.copyOf(platforms);
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    List<String> nulls = subject.nullAnnotations();
    if (nulls.isEmpty()) {
      return List.of();
    }
    Set<String> keys = subject.annotations().members().keySet();
    return keys.stream()
        .filter(this::isLogging)
        .findFirst()
        .map(logging -> nulls.stream().map(key -> violation(key, logging)).toList())
        .orElse(List.of());
  }

  private boolean isLogging(String key) {
    return platforms.stream().anyMatch(platform -> platform.keys().contains(key));
  }

  private static Violation violation(String key, String logging) {
    JsonPointer pointer = Resource.annotationPointer(key);
    String message =
        "annotation "
            + Quoted.of(key)
            + " is null, for which kubectl apply up to 1.32 drops all annotations of the object;"
            + " write a string or delete the key";
    Violation violation =
        Violation.at(Place.key(pointer), message)
            .withFix(Fix.unsafe("delete the annotation", new Edit.Remove(pointer)));
    return key.equals(logging)
        ? violation
        : violation.withEffect("the logging annotation " + logging + " is lost");
  }
}
