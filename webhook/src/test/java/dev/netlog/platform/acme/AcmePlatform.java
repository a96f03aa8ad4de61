package dev.netlog.platform.acme;

import static dev.netlog.platform.PlatformKind.Use.EXPLAINED;
import static dev.netlog.platform.PlatformKind.Use.INJECTED;
import static dev.netlog.platform.PlatformKind.Use.READ;
import static dev.netlog.platform.PlatformKind.Use.WATCHED;

import dev.netlog.fix.Edit;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.GroupKind;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.Decision;
import dev.netlog.platform.Decision.Meaning;
import dev.netlog.platform.Decision.Remedy;
import dev.netlog.platform.Decision.Step;
import dev.netlog.platform.Enforcement;
import dev.netlog.platform.InjectionSettings;
import dev.netlog.platform.LogRecord;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.NamespaceVerdict;
import dev.netlog.platform.Platform;
import dev.netlog.platform.PlatformKind;
import dev.netlog.platform.Point;
import dev.netlog.platform.Reason;
import dev.netlog.platform.ReviewTrigger;
import dev.netlog.platform.Setting;
import dev.netlog.platform.shared.NamespaceObject;
import dev.netlog.platform.shared.Samples;
import dev.netlog.platform.text.Phrase;
import dev.netlog.policy.AdminPolicy;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.Tier;
import dev.netlog.policy.Tiers;
import dev.netlog.policy.validation.ApiRefusals;
import dev.netlog.rule.Place;
import dev.netlog.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Acme has Fences, which decide before NetworkPolicies do, and records what annotations ask for.
public final class AcmePlatform implements Platform {
  private static final Set<String> KEYS = Set.of(AcmeKey.ALLOWED.key(), AcmeKey.DENIED.key());

  private static final List<PlatformKind> KINDS =
      List.of(
          PlatformKind.NAMESPACE
              .judgedOn(new ReviewTrigger.Key())
              .with(READ, WATCHED, INJECTED, EXPLAINED),
          PlatformKind.NETWORK_POLICY
              .judgedOn(new ReviewTrigger.Key())
              .with(READ, WATCHED, EXPLAINED),
          PlatformKind.clusterScoped(AcmeKey.FENCE, "fences", "v1")
              .judgedOn(new ReviewTrigger.Key())
              .with(READ, WATCHED, EXPLAINED));

  private static final Enforcement ENFORCEMENT =
      new Enforcement(
          true,
          List.of(
              new Tier.Admin(
                  "Fence",
                  Map.of(AcmeKey.FENCE, fence -> List.of(AdminPolicy.read(fence))),
                  Tier.Ties.BY_NAME),
              Tiers.NETWORK_POLICIES),
          Set.of(),
          Set.of(),
          Set.of());

  @Override
  public String id() {
    return "acme";
  }

  @Override
  public String name() {
    return "Acme";
  }

  @Override
  public String documentation() {
    return "[Acme, flow records](https://acme.example/records)";
  }

  @Override
  public List<Rule> rules() {
    return List.of(new AcmeUnknownValue(), new AcmeMisplacedKey());
  }

  @Override
  public List<CoverageRule> coverageRules() {
    return List.of(new AcmeUnloggedNamespace());
  }

  @Override
  public List<PlatformKind> kinds() {
    return KINDS;
  }

  @Override
  public boolean reads(GroupKind kind) {
    return KINDS.stream().anyMatch(each -> each.kind().equals(kind));
  }

  @Override
  public Set<String> keys() {
    return KEYS;
  }

  @Override
  public Set<String> keys(GroupKind kind) {
    return AcmeKey.keys(kind);
  }

  @Override
  public Set<String> keyWords() {
    return Set.of("flows.acme");
  }

  @Override
  public boolean concerns(String key) {
    return KEYS.contains(key);
  }

  @Override
  public boolean isSeenIn(Resource resource) {
    return resource.is(AcmeKey.FENCE)
        || KEYS.stream().anyMatch(key -> resource.annotations().get(key) != null);
  }

  @Override
  public List<Setting> settings(Resource resource) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (AcmeKey key : AcmeKey.values()) {
      String value = key.value(resource);
      if (value != null) {
        members.put(key.name().toLowerCase(Locale.ROOT), new Value.Text(value));
      }
    }
    return members.isEmpty() ? List.of() : List.of(new Setting(id(), members));
  }

  @Override
  public InjectionSettings injection() {
    return new InjectionSettings(
        "The objects that are annotated for Acme.",
        List.of(new InjectionSettings.Member("denied", "Whether namespaces are.", List.of())));
  }

  @Override
  public Edit.@Nullable Set inject(Resource resource, Map<String, String> settings) {
    return settings.containsKey("denied") && resource.is(KubernetesKinds.NAMESPACE)
        ? Remedy.edit(resource, AcmeKey.DENIED.key(), AcmeKey.ON)
        : null;
  }

  @Override
  public List<Resource> samples() {
    return List.of(
        Samples.annotated(PlatformKind.NAMESPACE, Map.of(AcmeKey.DENIED.key(), AcmeKey.ON)));
  }

  @Override
  public List<InputProblem> refusals(Resource resource) {
    List<InputProblem> problems = new ArrayList<>(ApiRefusals.of(resource, KEYS));
    if (resource.is(AcmeKey.FENCE)) {
      problems.addAll(AdminPolicy.unreadable(resource));
    }
    return List.copyOf(problems);
  }

  @Override
  public @Nullable LoggingState notProgrammed(Resource policy) {
    return null;
  }

  @Override
  public boolean isOfOtherNetwork(Resource policy) {
    return false;
  }

  @Override
  public Enforcement enforcement() {
    return ENFORCEMENT;
  }

  @Override
  public List<NamespaceVerdict> namespaceVerdicts(String namespace, Inventory inventory) {
    return List.of();
  }

  @Override
  public LoggingState loggingOf(Point point, Inventory inventory) {
    Resource holder = holder(point, inventory);
    if (holder == null) {
      return NamespaceObject.stateWithout(inventory, point.namespace());
    }
    return AcmeKey.ON.equals(AcmeKey.of(point.verdict()).value(holder))
        ? LoggingState.ANNOTATED
        : LoggingState.NOT_ANNOTATED;
  }

  private static @Nullable Resource holder(Point point, Inventory inventory) {
    return switch (point.reason()) {
      case Reason.Allowing(Resource policy, _) -> policy;
      case Reason.AdminRule rule -> rule.policy();
      case Reason.DefaultDeny _, Reason.NamespaceRule _, Reason.Unmodelled _, Reason.UnreadText _ ->
          NamespaceObject.in(inventory, point.namespace());
    };
  }

  @Override
  public LogRecord recordOf(Point point, Inventory inventory) {
    return new LogRecord(
        Map.of("flow", new Value.Text(point.verdict().word() + "/" + point.reason().text())));
  }

  @Override
  public Decision decisionOf(Point point, Inventory inventory) {
    AcmeKey key = AcmeKey.of(point.verdict());
    Resource holder = holder(point, inventory);
    if (holder == null) {
      Phrase text = NamespaceObject.textWithout(inventory, point.namespace());
      return new Decision(List.of(Step.of(Meaning.NOT_IN_INPUT, null, text)), null);
    }
    Phrase name = Phrase.ofName(holder.id().kind() + " ", holder.id().name());
    String value = key.value(holder);
    Step step =
        Step.at(
            holder,
            Place.key(Resource.annotationPointer(key.key())),
            value == null ? Meaning.ABSENT : Meaning.VALUE,
            name,
            key.key(),
            Phrase.of(value == null ? "absent" : value));
    boolean logged = AcmeKey.ON.equals(value);
    return new Decision(
        List.of(step), logged ? null : Remedy.firstAnnotation(holder, name, key.key(), AcmeKey.ON));
  }
}
