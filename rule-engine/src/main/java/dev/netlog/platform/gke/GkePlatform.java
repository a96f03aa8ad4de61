package dev.netlog.platform.gke;

import dev.netlog.fix.Edit;
import dev.netlog.inventory.Assumptions;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.KubernetesKinds;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
import dev.netlog.platform.AssumptionKey;
import dev.netlog.platform.CoverageRule;
import dev.netlog.platform.Decision;
import dev.netlog.platform.Enforcement;
import dev.netlog.platform.InjectionSettings;
import dev.netlog.platform.LogRecord;
import dev.netlog.platform.LoggingState;
import dev.netlog.platform.NamespaceVerdict;
import dev.netlog.platform.Platform;
import dev.netlog.platform.PlatformKind;
import dev.netlog.platform.Point;
import dev.netlog.platform.Setting;
import dev.netlog.platform.gke.annotation.AnnotationValue;
import dev.netlog.platform.gke.annotation.AnnotationWithoutEffect;
import dev.netlog.platform.gke.annotation.Attempt;
import dev.netlog.platform.gke.annotation.GkeMisplacedAnnotation;
import dev.netlog.platform.gke.annotation.GkeMisspeltAnnotation;
import dev.netlog.platform.gke.annotation.KeyPlace;
import dev.netlog.platform.gke.annotation.Misspelling;
import dev.netlog.platform.gke.annotation.SwitchOn;
import dev.netlog.platform.gke.facts.GkeKinds;
import dev.netlog.platform.gke.facts.Sources;
import dev.netlog.platform.gke.networklogging.DelegateWithoutLog;
import dev.netlog.platform.gke.networklogging.LogSection;
import dev.netlog.platform.gke.networklogging.NetworkLogging;
import dev.netlog.platform.gke.networklogging.NetworkLoggingAbsent;
import dev.netlog.platform.gke.networklogging.NetworkLoggingOff;
import dev.netlog.platform.gke.networklogging.NetworkLoggingSchema;
import dev.netlog.platform.gke.networklogging.UnknownField;
import dev.netlog.platform.gke.point.ClusterLogging;
import dev.netlog.platform.gke.point.DelegateWithoutAnnotation;
import dev.netlog.platform.gke.point.GkeDecision;
import dev.netlog.platform.gke.point.GkeLogging;
import dev.netlog.platform.gke.point.GkeRecord;
import dev.netlog.platform.gke.point.GkeUnloggedNamespace;
import dev.netlog.platform.gke.point.UnloggedPolicy;
import dev.netlog.platform.gke.point.UnsupportedOs;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.Tiers;
import dev.netlog.policy.validation.ApiRefusals;
import dev.netlog.rule.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Google Kubernetes Engine with Dataplane V2: one NetworkLogging a cluster, and two annotations
/// that it may delegate to.
public final class GkePlatform implements Platform {
  private static final String ID = "gke";

  private static final AssumptionKey ASSUMPTION =
      new AssumptionKey(
          ClusterLogging.ASSUMPTION,
          "NetworkLogging",
          "What the cluster's NetworkLogging is taken for where the files hold none.",
          List.of("unknown", "delegated", "all", "disabled"),
          "the logging of a cluster without a NetworkLogging in the input");

  /// Members of `inject.gke`.
  private static final String POLICIES = "policies";

  private static final String NAMESPACES = "namespaces";

  private static final Set<String> KEYS = Set.of(LogSection.ALLOW.key(), LogSection.DENY.key());

  /// Policies of these kinds are enforced, or would be where the kind is installed; what they allow
  /// is not worked out.
  private static final Enforcement ENFORCEMENT =
      new Enforcement(
          false,
          Tiers.onlyNetworkPolicies(),
          Set.of(),
          Set.of(GkeKinds.NETWORK_LOGGING),
          Set.of(
              GkeKinds.CILIUM_NETWORK_POLICY,
              GkeKinds.CILIUM_CLUSTERWIDE_NETWORK_POLICY,
              GkeKinds.FQDN_NETWORK_POLICY,
              KubernetesKinds.ADMIN_NETWORK_POLICY,
              KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY,
              KubernetesKinds.CLUSTER_NETWORK_POLICY));

  private static final NetworkLoggingSchema SCHEMA = new NetworkLoggingSchema();

  private static final List<CoverageRule> COVERAGE_RULES =
      List.of(
          new NetworkLoggingAbsent(),
          new UnloggedPolicy(),
          new GkeUnloggedNamespace(),
          new DelegateWithoutAnnotation(),
          new UnsupportedOs());

  private final List<Rule> rules =
      List.of(
          SCHEMA,
          new UnknownField(),
          new DelegateWithoutLog(),
          new NetworkLoggingOff(),
          new AnnotationValue(),
          new GkeMisplacedAnnotation(),
          new GkeMisspeltAnnotation(),
          new AnnotationWithoutEffect());

  private final GkeLogging logging = new GkeLogging(this::refusals);

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name() {
    return "GKE";
  }

  @Override
  public String systems() {
    return "GKE Dataplane V2";
  }

  @Override
  public String documentation() {
    return Sources.DOCUMENTATION;
  }

  @Override
  public List<PlatformKind> kinds() {
    return GkeKinds.ALL;
  }

  @Override
  public Set<String> keyWords() {
    return Set.of("logging");
  }

  @Override
  public Assumptions ownLogging() {
    return new Assumptions(Map.of(ClusterLogging.ASSUMPTION, "delegated"));
  }

  @Override
  public List<AssumptionKey> assumptions() {
    return List.of(ASSUMPTION);
  }

  @Override
  public List<Rule> rules() {
    return rules;
  }

  @Override
  public List<CoverageRule> coverageRules() {
    return COVERAGE_RULES;
  }

  @Override
  public boolean reads(GroupKind kind) {
    return kind.equals(KubernetesKinds.NAMESPACE)
        || GkeKinds.POLICIES.contains(kind)
        || GkeKinds.isMeantAsNetworkLogging(kind);
  }

  @Override
  public Set<String> keys() {
    return KEYS;
  }

  @Override
  public boolean concerns(String key) {
    return Misspelling.concerns(key);
  }

  @Override
  public boolean isSeenIn(Resource resource) {
    return resource.is(GkeKinds.NETWORK_LOGGING)
        || KeyPlace.in(resource).stream()
            .anyMatch(place -> place.key().startsWith(LogSection.PREFIX));
  }

  @Override
  public List<Setting> settings(Resource resource) {
    NetworkLogging logging = NetworkLogging.of(resource);
    if (logging != null) {
      return List.of(new Setting(ID, members(logging)));
    }
    LogSection half = LogSection.readFrom(resource.id().groupKind());
    if (half != null && resource.annotations().get(half.key()) instanceof Value.Text(String text)) {
      Value on = new Value.Bool(text.equals("true"));
      return List.of(new Setting(ID, Map.of(half.field(), on)));
    }
    return List.of();
  }

  @Override
  public InjectionSettings injection() {
    return new InjectionSettings(
        "The objects that are annotated for GKE.",
        List.of(
            new InjectionSettings.Member(POLICIES, "Whether policies are.", List.of()),
            new InjectionSettings.Member(NAMESPACES, "Whether namespaces are.", List.of())));
  }

  /// The value is `"true"`: GKE knows no severities.
  @Override
  public Edit.@Nullable Set inject(Resource resource, Map<String, String> settings) {
    LogSection half = LogSection.readFrom(resource.id().groupKind());
    return half == null
            || !settings.containsKey(half == LogSection.ALLOW ? POLICIES : NAMESPACES)
            || Attempt.isMade(half, resource)
            || !(SwitchOn.edit(half, resource) instanceof Edit.Set edit)
        ? null
        : edit;
  }

  @Override
  public List<Resource> samples() {
    return GkeSamples.all();
  }

  @Override
  public boolean namesAllowingPolicies() {
    return true;
  }

  @Override
  public List<InputProblem> refusals(Resource resource) {
    if (ENFORCEMENT.unmodelled().contains(resource.id().groupKind())) {
      return List.of();
    }
    List<InputProblem> problems = new ArrayList<>(ApiRefusals.of(resource, KEYS));
    NetworkLoggingSchema.violations(resource)
        .forEach(
            violation -> {
              JsonPointer at = violation.place().pointer();
              problems.removeIf(problem -> problem.at().equals(at));
              problems.add(new InputProblem(resource, at, violation.message()));
            });
    return List.copyOf(problems);
  }

  @Override
  public List<Rule> refusalRules() {
    return List.of(SCHEMA);
  }

  @Override
  public Set<String> keys(GroupKind kind) {
    LogSection half = LogSection.readFrom(kind);
    return half == null ? Set.of() : Set.of(half.key());
  }

  /// Null: Dataplane V2 installs what the API server takes.
  @Override
  public @Nullable LoggingState notProgrammed(Resource policy) {
    return null;
  }

  @Override
  public boolean isOfOtherNetwork(Resource policy) {
    return policy.is(KubernetesKinds.NETWORK_POLICY)
        && policy.annotations().get(GkeKinds.NETWORK) instanceof Value.Text(String network)
        && !network.isEmpty()
        && !network.equals(GkeKinds.DEFAULT_NETWORK);
  }

  @Override
  public Enforcement enforcement() {
    return ENFORCEMENT;
  }

  /// None: all policies of GKE that netlog models are about pods they select.
  @Override
  public List<NamespaceVerdict> namespaceVerdicts(String namespace, Inventory inventory) {
    return List.of();
  }

  @Override
  public LoggingState loggingOf(Point point, Inventory inventory) {
    return logging.of(point, inventory);
  }

  @Override
  public LogRecord recordOf(Point point, Inventory inventory) {
    return GkeRecord.of(point, logging, inventory);
  }

  @Override
  public Decision decisionOf(Point point, Inventory inventory) {
    return GkeDecision.of(point, logging, inventory);
  }

  private static Map<String, Value> members(NetworkLogging logging) {
    Map<String, Value> members = new LinkedHashMap<>();
    for (LogSection half : LogSection.values()) {
      members.put(half.field(), new Value.Text(logging.mode(half).word()));
    }
    members.put("valid", new Value.Bool(logging.isValid()));
    members.put("stored", new Value.Bool(logging.isStored()));
    return members;
  }
}
