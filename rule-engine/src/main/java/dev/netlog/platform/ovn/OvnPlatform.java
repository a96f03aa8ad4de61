package dev.netlog.platform.ovn;

import static dev.netlog.model.KubernetesKinds.ADMIN_NETWORK_POLICY;
import static dev.netlog.model.KubernetesKinds.BASELINE_ADMIN_NETWORK_POLICY;
import static dev.netlog.model.KubernetesKinds.CLUSTER_NETWORK_POLICY;

import dev.netlog.fix.Edit;
import dev.netlog.inventory.Inventory;
import dev.netlog.model.GroupKind;
import dev.netlog.model.JsonPointer;
import dev.netlog.model.Resource;
import dev.netlog.model.Value;
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
import dev.netlog.platform.ovn.acl.AclAnnotation;
import dev.netlog.platform.ovn.acl.AclField;
import dev.netlog.platform.ovn.acl.AclKey;
import dev.netlog.platform.ovn.acl.AclLevels;
import dev.netlog.platform.ovn.acl.AclReader;
import dev.netlog.platform.ovn.acl.AclSeverity;
import dev.netlog.platform.ovn.acl.InvalidJson;
import dev.netlog.platform.ovn.acl.KeyCase;
import dev.netlog.platform.ovn.acl.OvnDuplicateKey;
import dev.netlog.platform.ovn.acl.PassWithoutEffect;
import dev.netlog.platform.ovn.acl.UnknownKey;
import dev.netlog.platform.ovn.acl.UnknownSeverity;
import dev.netlog.platform.ovn.acl.WrongType;
import dev.netlog.platform.ovn.audit.AuditConfigShape;
import dev.netlog.platform.ovn.audit.AuditDestination;
import dev.netlog.platform.ovn.audit.AuditFacility;
import dev.netlog.platform.ovn.audit.AuditFileSize;
import dev.netlog.platform.ovn.egress.EgressFirewallCheck;
import dev.netlog.platform.ovn.egress.EgressFirewallType;
import dev.netlog.platform.ovn.egress.EgressFirewallUnreadable;
import dev.netlog.platform.ovn.egress.EgressFirewallVerdicts;
import dev.netlog.platform.ovn.facts.OvnKinds;
import dev.netlog.platform.ovn.facts.OvnSources;
import dev.netlog.platform.ovn.name.AclNameCollision;
import dev.netlog.platform.ovn.name.AclNameTruncated;
import dev.netlog.platform.ovn.placement.AnnotationWithoutPolicy;
import dev.netlog.platform.ovn.placement.OvnMisplacedAnnotation;
import dev.netlog.platform.ovn.placement.OvnMisspeltAnnotation;
import dev.netlog.platform.ovn.placement.PodTemplates;
import dev.netlog.platform.ovn.point.AclDecision;
import dev.netlog.platform.ovn.point.AclPoints;
import dev.netlog.platform.ovn.point.AclRemedy;
import dev.netlog.platform.ovn.point.OvnUnloggedNamespace;
import dev.netlog.platform.ovn.point.UnloggedAdminPolicy;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.Tiers;
import dev.netlog.policy.validation.ApiRefusals;
import dev.netlog.rule.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// OVN-Kubernetes, upstream and in OpenShift.
public final class OvnPlatform implements Platform {
  private static final String ID = "ovn";

  private static final Set<String> LOGGING_KEYS = Set.of(AclKey.KEY);

  private static final JsonPointer ANNOTATIONS = JsonPointer.of("metadata", "annotations");

  private static final Enforcement ENFORCEMENT =
      new Enforcement(
          true,
          Tiers.withAdminPolicies(),
          Set.of(OvnKinds.EGRESS_FIREWALL),
          Set.of(),
          Set.of(CLUSTER_NETWORK_POLICY, OvnKinds.MULTI_NETWORK_POLICY));

  private static final Rule EGRESS_FIREWALL_TYPE = new EgressFirewallType();
  private static final Rule ADMIN_PRIORITY = new AdminPriority();

  private static final List<Rule> RULES =
      List.of(
          new InvalidJson(),
          new WrongType(),
          new UnknownSeverity(),
          new UnknownKey(),
          new OvnDuplicateKey(),
          new KeyCase(),
          new PassWithoutEffect(),
          new OvnMisplacedAnnotation(),
          new OvnMisspeltAnnotation(),
          new AnnotationWithoutPolicy(),
          new AclNameTruncated(),
          new AclNameCollision(),
          new AuditDestination(),
          new AuditFacility(),
          new AuditFileSize(),
          new AuditConfigShape(),
          EGRESS_FIREWALL_TYPE,
          new EgressFirewallUnreadable(),
          ADMIN_PRIORITY);

  private static final List<CoverageRule> COVERAGE_RULES =
      List.of(new OvnUnloggedNamespace(), new UnloggedAdminPolicy());

  private final AclPoints points = new AclPoints();

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String name() {
    return "OVN-Kubernetes";
  }

  @Override
  public String systems() {
    return "OVN-Kubernetes, OpenShift";
  }

  @Override
  public String documentation() {
    return OvnSources.DOCUMENTATION;
  }

  @Override
  public List<PlatformKind> kinds() {
    return OvnKinds.ALL;
  }

  @Override
  public Set<String> keyWords() {
    return Set.of("logging");
  }

  @Override
  public List<Rule> rules() {
    return RULES;
  }

  @Override
  public List<CoverageRule> coverageRules() {
    return COVERAGE_RULES;
  }

  @Override
  public boolean reads(GroupKind kind) {
    return kind.group().equals(OvnKinds.GROUP) || OvnKinds.READ_KINDS.contains(kind);
  }

  @Override
  public Set<String> keys() {
    return LOGGING_KEYS;
  }

  @Override
  public boolean concerns(String key) {
    return AclKey.concerns(key);
  }

  @Override
  public boolean isSeenIn(Resource resource) {
    return resource.id().group().equals(OvnKinds.GROUP)
        || resource.is(OvnKinds.OPERATOR_NETWORK)
        || hasKey(resource.annotations())
        || hasKey(resource.labels())
        || PodTemplates.of(resource).stream()
            .anyMatch(pod -> hasKey(resource.content().mappingAt(pod.append(ANNOTATIONS))));
  }

  @Override
  public List<Setting> settings(Resource resource) {
    AclAnnotation annotation = AclAnnotation.of(resource);
    if (annotation == null) {
      return List.of();
    }
    AclLevels levels = annotation.levels();
    boolean admin = annotation.reader().programsPolicy();
    Map<String, Value> members = new LinkedHashMap<>();
    members.put("allow", new Value.Text(levels.allow()));
    members.put("deny", new Value.Text(levels.deny()));
    members.put("pass", admin ? new Value.Text(levels.pass()) : Value.Null.NULL);
    members.put("error", new Value.Bool(levels.error()));
    members.put("programmed", new Value.Bool(!(admin && levels.error())));
    return List.of(new Setting(ID, members));
  }

  @Override
  public InjectionSettings injection() {
    return new InjectionSettings(
        "The severities of a Namespace in OVN-Kubernetes; nothing reads pass from one, so it is not"
            + " written.",
        Arrays.stream(AclField.values())
            .map(field -> new InjectionSettings.Member(field.key(), "", AclSeverity.ALL))
            .toList());
  }

  @Override
  public Edit.@Nullable Set inject(Resource resource, Map<String, String> settings) {
    return AclRemedy.first(resource, settings);
  }

  @Override
  public List<Resource> samples() {
    return OvnSamples.all();
  }

  @Override
  public boolean installsIgnoredRules() {
    return true;
  }

  @Override
  public List<InputProblem> refusals(Resource resource) {
    GroupKind kind = resource.id().groupKind();
    if (ENFORCEMENT.unmodelled().contains(kind)) {
      return List.of();
    }
    List<InputProblem> problems = new ArrayList<>(ApiRefusals.of(resource, LOGGING_KEYS));
    if (kind.equals(ADMIN_NETWORK_POLICY) || kind.equals(BASELINE_ADMIN_NETWORK_POLICY)) {
      problems.addAll(ApiRefusals.ofAdminPolicy(resource));
    } else if (kind.equals(OvnKinds.EGRESS_FIREWALL)) {
      problems.addAll(EgressFirewallCheck.refusals(resource));
    }
    return List.copyOf(problems);
  }

  @Override
  public List<Rule> refusalRules() {
    return List.of(EGRESS_FIREWALL_TYPE, ADMIN_PRIORITY);
  }

  @Override
  public Set<String> keys(GroupKind kind) {
    return AclReader.of(kind) == null ? Set.of() : LOGGING_KEYS;
  }

  @Override
  public @Nullable LoggingState notProgrammed(Resource policy) {
    return points.notProgrammed(policy);
  }

  @Override
  public boolean isOfOtherNetwork(Resource policy) {
    return policy.is(OvnKinds.MULTI_NETWORK_POLICY);
  }

  @Override
  public Enforcement enforcement() {
    return ENFORCEMENT;
  }

  @Override
  public List<NamespaceVerdict> namespaceVerdicts(String namespace, Inventory inventory) {
    return EgressFirewallVerdicts.of(namespace, inventory);
  }

  @Override
  public Set<String> undecidedRules(String namespace, Inventory before, Inventory after) {
    return EgressFirewallVerdicts.undecided(namespace, before, after);
  }

  @Override
  public LoggingState loggingOf(Point point, Inventory inventory) {
    return points.stateOf(point, inventory);
  }

  @Override
  public LogRecord recordOf(Point point, Inventory inventory) {
    return AclPoints.recordOf(point, inventory);
  }

  @Override
  public Decision decisionOf(Point point, Inventory inventory) {
    return AclDecision.of(point, inventory);
  }

  private static boolean hasKey(Value.Mapping keys) {
    for (String key : keys.members().keySet()) {
      if (AclKey.isOwn(key)) {
        return true;
      }
    }
    return false;
  }
}
