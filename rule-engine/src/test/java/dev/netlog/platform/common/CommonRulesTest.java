package dev.netlog.platform.common;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.fix.Edit;
import dev.netlog.fix.Safety;
import dev.netlog.inventory.Inventory;
import dev.netlog.inventory.ManifestInventory;
import dev.netlog.model.GroupKind;
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
import dev.netlog.platform.gke.GkePlatform;
import dev.netlog.platform.gke.Json;
import dev.netlog.platform.gke.Lint;
import dev.netlog.policy.InputProblem;
import dev.netlog.policy.Tiers;
import dev.netlog.rule.Place;
import dev.netlog.rule.Rule;
import dev.netlog.rule.RuleInfo;
import dev.netlog.rule.Severity;
import dev.netlog.rule.Violation;
import dev.netlog.run.Finding;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CommonRulesTest {
  private static final String KEY = "policy.network.gke.io/enable-logging";

  /// A platform that reads JSON with a member `deny` from Namespaces.
  private static final class JsonPlatform implements Platform {
    private static final String KEY = "k8s.ovn.org/acl-logging";

    @Override
    public String id() {
      return "ovn";
    }

    @Override
    public List<Rule> rules() {
      return List.of(new JsonRule());
    }

    @Override
    public boolean reads(GroupKind kind) {
      return false;
    }

    @Override
    public Set<String> keys() {
      return Set.of(KEY);
    }

    @Override
    public boolean concerns(String key) {
      return key.equals(KEY);
    }

    @Override
    public boolean isSeenIn(Resource resource) {
      return false;
    }

    @Override
    public List<Setting> settings(Resource resource) {
      boolean carried =
          resource.id().kind().equals("Namespace") && resource.annotations().get(KEY) != null;
      return carried ? List.of(new Setting("ovn", Map.of())) : List.of();
    }

    @Override
    public Edit.@Nullable Set inject(Resource resource, Map<String, String> settings) {
      return null;
    }

    @Override
    public String name() {
      return "OVN-Kubernetes";
    }

    @Override
    public List<CoverageRule> coverageRules() {
      return List.of();
    }

    @Override
    public String documentation() {
      return "none";
    }

    @Override
    public List<PlatformKind> kinds() {
      return List.of();
    }

    @Override
    public Set<String> keyWords() {
      return Set.of();
    }

    @Override
    public InjectionSettings injection() {
      return new InjectionSettings("", List.of());
    }

    @Override
    public List<Resource> samples() {
      return List.of();
    }

    @Override
    public List<InputProblem> refusals(Resource resource) {
      return List.of();
    }

    @Override
    public Set<String> keys(GroupKind kind) {
      return Set.of();
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
      return new Enforcement(false, Tiers.onlyNetworkPolicies(), Set.of(), Set.of(), Set.of());
    }

    @Override
    public List<NamespaceVerdict> namespaceVerdicts(String namespace, Inventory inventory) {
      return List.of();
    }

    @Override
    public LoggingState loggingOf(Point point, Inventory inventory) {
      return LoggingState.NOT_ANNOTATED;
    }

    @Override
    public LogRecord recordOf(Point point, Inventory inventory) {
      return new LogRecord(Map.of());
    }

    @Override
    public Decision decisionOf(Point point, Inventory inventory) {
      return new Decision(List.of(), null);
    }
  }

  /// Takes one value only.
  private static final class JsonRule implements Rule {
    @Override
    public RuleInfo info() {
      return RuleInfo.of("ovn-value", "ovn", Severity.ERROR).sources("none");
    }

    @Override
    public List<Violation> check(Resource subject, Inventory inventory) {
      Value value = subject.annotations().get(JsonPlatform.KEY);
      boolean right = value == null || value.equals(new Value.Text("{\"deny\":\"alert\"}"));
      Place place = Place.value(Resource.annotationPointer(JsonPlatform.KEY));
      return right ? List.of() : List.of(Violation.at(place, "wrong"));
    }
  }

  private static final List<Platform> PLATFORMS = List.of(new GkePlatform(), new JsonPlatform());

  @ParameterizedTest
  @CsvSource({
    "true, the boolean \"true\"",
    "false, the boolean \"false\"",
    "1, the number 1",
    "1.5, the number 1.5"
  })
  void aScalarThatIsNoStringIsQuoted(String value, String shown) {
    Violation violation = only(namespace("{'k8s.ovn.org/acl-logging':" + value + "}"));
    assertThat(violation.message())
        .contains(" is " + shown + ", and annotations are strings; put the value in quotes");
    assertThat(violation.effect()).isEqualTo("the API server refuses the whole object");
    var fix = Objects.requireNonNull(violation.fix());
    assertThat(fix.safety()).isEqualTo(Safety.SAFE);
    assertThat(fix.edits().toString()).contains("Text[value=" + value + "]");
  }

  @Test
  void anUnquotedTrueIsMendedForGood() {
    Finding finding =
        Lint.only(
            Lint.of(
                "{apiVersion:'networking.k8s.io/v1',kind:'NetworkPolicy',metadata:{name:'a',annotations:{'"
                    + KEY
                    + "':true}}}"));
    assertThat(finding.rule().id()).isEqualTo("annotation-not-a-string");
    assertThat(Lint.after(finding)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "'{deny:''alert''}', SAFE",
    "'{deny:''loud''}', MANUAL",
    "'[''deny'']', MANUAL",
  })
  void aMappingBecomesJsonTextWhereThePlatformTakesIt(String value, Safety safety) {
    Violation violation = only(namespace("{'k8s.ovn.org/acl-logging':" + value + "}"));
    assertThat(Objects.requireNonNull(violation.fix()).safety()).isEqualTo(safety);
  }

  @Test
  void jsonTextIsEscaped() {
    Value value = Json.value("{'a\"\\\\':[1.5,null,true,'\\n\\u00e9']}");
    assertThat(CompactJson.of(value)).isEqualTo("{\"a\\\"\\\\\":[1.5,null,true,\"\\u000aé\"]}");
  }

  @Test
  void oneNullBesideALoggingAnnotationIsReported() {
    Violation violation = only(namespace("{note:null,'k8s.ovn.org/acl-logging':'{}'}"));
    assertThat(violation.place()).isEqualTo(Place.key(Resource.annotationPointer("note")));
    assertThat(violation.effect())
        .isEqualTo("the logging annotation k8s.ovn.org/acl-logging is lost");
    assertThat(Objects.requireNonNull(violation.fix()).safety()).isEqualTo(Safety.UNSAFE);
    assertThat(only(namespace("{'k8s.ovn.org/acl-logging':null}")).effect()).isNull();
    assertThat(check(namespace("{note:null}"), Set.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "networkpolicy.antrea.io/enable-logging, Antrea",
    "ovn.kubernetes.io/enable_log, Kube-OVN",
    "ovn.kubernetes.io/log_acl_actions, Kube-OVN",
    "ovn.kubernetes.io/acl_log_meter_rate, Kube-OVN",
    "ncp/log_traffic, the NSX Container Plug-in",
    "k8s.ovn.org/acl-logging, OVN-Kubernetes",
  })
  void aKeyOfAnotherPlatformIsForeign(String key, String reader) {
    Resource subject = namespace("{'" + key + "':'{\"deny\":\"alert\"}'}");
    List<Violation> violations = check(subject, Set.of("gke"));
    assertThat(violations).hasSize(1);
    assertThat(violations.getFirst().message())
        .isEqualTo(
            "annotation \""
                + key
                + "\" is read by "
                + reader
                + ", not by GKE; write \"policy.network.gke.io/enable-deny-logging\" for GKE");
    assertThat(check(subject, Set.of())).isEmpty();
    assertThat(concerns(key)).isTrue();
  }

  @Test
  void aKindThatTheNamedPlatformDoesNotReadIsSaidSo() {
    Resource subject =
        Json.resource(
            "{apiVersion:'networking.k8s.io/v1',kind:'NetworkPolicy',metadata:{name:'a',annotations:{'"
                + KEY
                + "':'true'}}}");
    assertThat(check(subject, Set.of("ovn")).getFirst().message())
        .endsWith(
            "is read by GKE, not by OVN-Kubernetes; OVN-Kubernetes reads"
                + " \"k8s.ovn.org/acl-logging\" from other kinds");
    assertThat(check(subject, Set.of("gke", "ovn"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"networkpolicy.antrea.io/other", "enable_log", "ncp/x", "", "/"})
  void otherKeysConcernNobody(String key) {
    assertThat(concerns(key)).isFalse();
  }

  private static boolean concerns(String key) {
    return CommonRules.concerns(key) || PLATFORMS.stream().anyMatch(p -> p.concerns(key));
  }

  private static Resource namespace(String annotations) {
    return Json.resource(
        "{apiVersion:'v1',kind:'Namespace',metadata:{name:'shop',annotations:"
            + annotations
            + "}}");
  }

  private static Violation only(Resource subject) {
    List<Violation> violations = check(subject, Set.of());
    assertThat(violations).hasSize(1);
    return violations.getFirst();
  }

  private static List<Violation> check(Resource subject, Set<String> named) {
    ManifestInventory inventory = ManifestInventory.of(List.of(subject), named);
    return CommonRules.rules(PLATFORMS).stream()
        .flatMap(rule -> rule.check(subject, inventory).stream())
        .toList();
  }
}
