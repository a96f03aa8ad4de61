package dev.netlog.platform.common;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Platform;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.validation.MetadataCheck;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.HarmDone;
import dev.netlog.rule.Place;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Metadata for which the API server refuses an object.
final class MetadataRefused implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("metadata-refused", null, Severity.ERROR)
          .harm(HarmDone.BY_THE_API_SERVER)
          .title("the API server refuses the object for its metadata")
          .explanation(
              """
              Names, labels and annotations are strings. An unquoted `true`, `1.0` or `yes` in any label or \
              annotation, a number as a name, annotations as a list or finalizers as a string make `kubectl \
              apply` stop with words like `cannot unmarshal bool into Go struct field \
              ObjectMeta.metadata.labels of type string`. So do a name that is no DNS name, and keys and label \
              values with characters that they may not have.

              Nothing of the object reaches the cluster: the policy is missing, or keeps the rules it had \
              before, and so is the logging annotation beside the mistake.
              """)
          .remedy(
              FixKind.UNSAFE,
              """
              Put the value in quotes. The unsafe fix does so with what YAML makes of the value, which is `true` \
              for `yes` and `1` for `1.0`. In a Helm template use the function `quote`. Choose another name where \
              the name is refused.
              """)
          .sources(
              "[Kubernetes,"
                  + " ObjectMeta](https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/)",
              "[Kubernetes, object names"
                  + " and IDs](https://kubernetes.io/docs/concepts/overview/working-with-objects/names/)",
              "[apimachinery"
                  + " `ValidateObjectMeta`](https://pkg.go.dev/k8s.io/apimachinery/pkg/api/validation#ValidateObjectMeta)");

  private static final Set<String> MAPS = Set.of("labels", "annotations");

  private final List<Platform> platforms;
  private final Set<String> keys;

  MetadataRefused(List<Platform> platforms) {
    this.platforms = List.copyOf(platforms);
    this.keys =
        platforms.stream()
            .flatMap(platform -> platform.keys().stream())
            .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    List<InputProblem> problems = MetadataCheck.of(subject, keys);
    if (problems.isEmpty()) {
      return List.of();
    }
    Set<JsonPointer> said = RefusalRules.places(platforms, subject, inventory);
    return problems.stream()
        .filter(problem -> !said.contains(problem.at()) && !isMisspelt(problem))
        .map(problem -> violation(subject, problem))
        .toList();
  }

  /// A key that is near a logging key: the platform's own rules have it renamed.
  private boolean isMisspelt(InputProblem problem) {
    return problem.isAboutKey()
        && platforms.stream().anyMatch(platform -> platform.concerns(problem.at().last()));
  }

  private static Violation violation(Resource subject, InputProblem problem) {
    JsonPointer at = problem.at();
    Value value = subject.content().at(at);
    return Violation.at(problem.isAboutKey() ? Place.key(at) : Place.value(at), problem.message())
        .withFix(value == null ? null : fix(at, value));
  }

  /// Quotes around what YAML took for something else.
  private static @Nullable Fix fix(JsonPointer at, Value value) {
    String text =
        !MAPS.contains(at.parent().last())
            ? null
            : switch (value) {
              case Value.Bool(boolean flag) -> Boolean.toString(flag);
              case Value.Numeral(String literal) -> literal;
              case Value.Text _, Value.Null _, Value.Sequence _, Value.Mapping _ -> null;
            };
    return text == null
        ? null
        : Fix.unsafe("put the value in quotes", new Edit.Set(at, new Value.Text(text)));
  }
}
