package dev.netlog.platform.common;

import dev.netlog.inventory.Inventory;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Platform;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.ArrayList;
import java.util.List;

/// A logging annotation whose value is not a string.
final class AnnotationNotAString implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("annotation-not-a-string", null, Severity.ERROR)
          .code("invalid-annotation-value")
          .title("the value of a logging annotation is not a string")
          .explanation(
              """
              The values of annotations are strings. An unquoted `true` or `yes` is a boolean in YAML, an \
              unquoted `1` a number, and `{deny: alert}` without quotes a mapping. The API server refuses \
              the whole object, with words like `cannot unmarshal bool into Go struct field \
              ObjectMeta.metadata.annotations of type string`: not only the logging is missing, the policy \
              or the Namespace is. Old versions of kubectl (1.12 to 1.14) dropped all annotations of the \
              object instead, without a word.
              """)
          .remedy(
              FixKind.SAFE,
              """
              Put the value in quotes: `"true"`, `'{"deny": "alert"}'`. The safe fix does so. In a Helm \
              template use the function `quote`.
              """)
          .sources(
              "[Kubernetes,"
                  + " annotations](https://kubernetes.io/docs/concepts/overview/working-with-objects/annotations/)",
              "[kubernetes/kubectl#660](https://github.com/kubernetes/kubectl/issues/660)",
              "[cert-manager/cert-manager#7557](https://github.com/cert-manager/cert-manager/issues/7557)");

  private final List<Platform> platforms;

  AnnotationNotAString(List<Platform> platforms) {
    this.platforms = List.copyOf(platforms);
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    List<Violation> violations = new ArrayList<>();
    subject
        .annotations()
        .members()
        .forEach(
            (key, value) -> {
              if (value instanceof Value.Text || value instanceof Value.Null) {
                return;
              }
              platforms.stream()
                  .filter(platform -> platform.keys().contains(key))
                  .map(platform -> violation(key, value, subject, platform))
                  .forEach(violations::add);
            });
    return violations;
  }

  private static Violation violation(String key, Value value, Resource subject, Platform platform) {
    boolean scalar = !(value instanceof Value.Mapping || value instanceof Value.Sequence);
    String message =
        "annotation "
            + Quoted.of(key)
            + " is "
            + shown(value)
            + ", and annotations are strings; "
            + (scalar ? "put the value in quotes" : "write its text in quotes");
    return Violation.at(Place.value(Resource.annotationPointer(key)), message)
        .withEffect("the API server refuses the whole object")
        .withFix(Quoting.of(key, value, subject, platform));
  }

  private static String shown(Value value) {
    return switch (value) {
      case Value.Mapping _ -> "a mapping";
      case Value.Sequence _ -> "a list";
      case Value.Numeral(String literal) -> "the number " + literal;
      case Value.Bool(boolean flag) -> "the boolean " + Quoted.of(Boolean.toString(flag));
      case Value.Null _, Value.Text _ -> value.typeName();
    };
  }
}
