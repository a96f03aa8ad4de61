package dev.netlog.platform.common;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Fix;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.Platform;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.validation.MetadataCheck;
import dev.netlog.policy.validation.PlaceholderSyntax;
import dev.netlog.rule.DidYouMean;
import dev.netlog.rule.FixKind;
import dev.netlog.rule.HarmDone;
import dev.netlog.rule.Place;
import dev.netlog.rule.Quoted;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A policy that the API server does not store.
final class PolicyRefused implements Rule {
  private static final RuleInfo INFO =
      RuleInfo.of("policy-refused", null, Severity.ERROR)
          .harm(HarmDone.BY_THE_API_SERVER)
          .title("the API server refuses this policy")
          .explanation(
              """
              The API server checks a policy before it stores it, and refuses all of it for one mistake: a port \
              that does not exist, a protocol in lower case, a block without a mask, an `except` outside of its \
              `cidr`, a peer without a selector, a version that is no longer served, a name that the kind does \
              not allow. `kubectl apply` says so and goes on with the next object, which is easily overlooked in \
              a pipeline. The policy is missing in the cluster, or the one from before stays in force.

              The rules of an AdminNetworkPolicy or BaselineAdminNetworkPolicy are also read by the network plugin: \
              a label selector or a block that it cannot read keeps all of the policy out.
              """)
          .remedy(
              FixKind.SAFE,
              """
              Write what the message asks for. The safe fix writes words such as `TCP` or `Ingress` in the only \
              case that the API server takes; the unsafe one also corrects misspelt words, unquotes numbers of ports and writes the \
              version that is served.
              """)
          .sources(
              "[Kubernetes"
                  + " `networking/validation`](https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/networking/validation/validation.go)",
              "[network-policy-api, CRDs of"
                  + " v0.1.5](https://github.com/kubernetes-sigs/network-policy-api/tree/v0.1.5/config/crd/experimental)",
              "[ovn-kubernetes"
                  + " `egressfirewall/v1/types.go`](https://github.com/ovn-kubernetes/ovn-kubernetes/blob/master/go-controller/pkg/crd/egressfirewall/v1/types.go)");

  /// The words of members that have a closed set of them.
  private static final Map<String, List<String>> WORDS =
      Map.of(
          "protocol", List.of("TCP", "UDP", "SCTP"),
          "operator", List.of("In", "NotIn", "Exists", "DoesNotExist"),
          "action", List.of("Allow", "Deny", "Pass"),
          "policyTypes", List.of("Ingress", "Egress"));

  private static final JsonPointer VERSION = JsonPointer.of("apiVersion");

  private final List<Platform> platforms;

  PolicyRefused(List<Platform> platforms) {
    this.platforms = List.copyOf(platforms);
  }

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Violation> check(Resource subject, Inventory inventory) {
    if (!isPolicy(subject.id().groupKind())) {
      return List.of();
    }
    Map<JsonPointer, InputProblem> problems = new LinkedHashMap<>();
    for (Platform platform : platforms) {
      platform.refusals(subject).forEach(problem -> problems.putIfAbsent(problem.at(), problem));
    }
    if (problems.isEmpty()) {
      return List.of();
    }
    Set<JsonPointer> said =
        MetadataCheck.of(subject, Set.of()).stream()
            .map(InputProblem::at)
            .collect(Collectors.toSet());
    said.addAll(RefusalRules.places(platforms, subject, inventory));
    return problems.values().stream()
        .filter(problem -> !said.contains(problem.at()))
        .filter(problem -> !isPlaceholder(subject, problem.at()))
        .map(
            problem ->
                Violation.at(Place.value(problem.at()), problem.message())
                    .withFix(fix(subject, problem)))
        .toList();
  }

  private boolean isPolicy(GroupKind kind) {
    return kind.kind().endsWith("NetworkPolicy")
        || platforms.stream().anyMatch(p -> p.enforcement().hasPolicies(kind));
  }

  private static boolean isPlaceholder(Resource subject, JsonPointer at) {
    String text = subject.content().textAt(at);
    return text != null && PlaceholderSyntax.areIn(text);
  }

  private static @Nullable Fix fix(Resource subject, InputProblem problem) {
    JsonPointer at = problem.at();
    String text = subject.content().textAt(at);
    if (text == null) {
      return null;
    }
    String served = problem.right();
    if (at.equals(VERSION) && served != null) {
      return Fix.unsafe("write apiVersion " + served, new Edit.Set(at, new Value.Text(served)));
    }
    String member = JsonPointer.index(at.last()) < 0 ? at.last() : at.parent().last();
    List<String> words = WORDS.get(member);
    if (words != null) {
      return word(at, text, words);
    }
    boolean number = member.equals("port") && text.matches("[1-9][0-9]{0,4}");
    return number
        ? Fix.unsafe("write the number " + text, new Edit.Set(at, new Value.Numeral(text)))
        : null;
  }

  private static @Nullable Fix word(JsonPointer at, String text, List<String> words) {
    String near = DidYouMean.of(text, words);
    if (near == null || near.equals(text)) {
      return null;
    }
    Edit edit = new Edit.Set(at, new Value.Text(near));
    return text.strip().equalsIgnoreCase(near)
        ? Fix.safe("write " + Quoted.of(near), edit)
        : Fix.unsafe("write " + Quoted.of(near), edit);
  }
}
