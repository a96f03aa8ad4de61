package dev.netlog.platform.gke.networklogging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.coverage.input.TargetInput;
import dev.netlog.coverage.points.CoverageEngine;
import dev.netlog.inventory.Assumptions;
import dev.netlog.model.Resource;
import dev.netlog.platform.CoverageViolation;
import dev.netlog.platform.gke.GkePlatform;
import dev.netlog.platform.gke.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class NetworkLoggingAbsentTest {
  private static final GkePlatform GKE = new GkePlatform();
  private static final String NAMESPACE = "{apiVersion:'v1',kind:'Namespace',metadata:{name:'a'}}";
  private static final String LOGGING =
      "{apiVersion:'networking.gke.io/v1alpha1',kind:'NetworkLogging',metadata:{name:'%s'},spec:{}}";

  private static String policy(String name) {
    return "{apiVersion:'networking.k8s.io/v1',kind:'NetworkPolicy',metadata:{name:'"
        + name
        + "',namespace:'a'},spec:{podSelector:{}}}";
  }

  private static List<Resource> resources(String... objects) {
    return Stream.of(objects).map(Json::resource).toList();
  }

  private static List<CoverageViolation> of(TargetInput target) {
    return new NetworkLoggingAbsent()
        .check(CoverageEngine.ipv4().evaluate(target, CoverageEngine.SEQUENTIAL));
  }

  private static List<CoverageViolation> partial(String... objects) {
    return of(TargetInput.of(GKE, resources(objects), Assumptions.NONE));
  }

  private static List<CoverageViolation> complete(String... objects) {
    return of(TargetInput.complete(GKE, resources(objects), Assumptions.NONE));
  }

  @Test
  void inACompleteInputItIsReportedOnceAtTheFirstPolicy() {
    List<CoverageViolation> found = complete(policy("p"), policy("q"));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().object()).isEqualTo("Cluster");
    assertThat(found.getFirst().subject())
        .isNotNull()
        .extracting(policy -> policy.id().name())
        .isEqualTo("p");
    assertThat(found.getFirst().violation().effect())
        .isEqualTo("nothing here lets 2 policies leave a record");
  }

  @Test
  void elsewhereItIsAtNoObjectAndSaysWhatWouldTell() {
    List<CoverageViolation> found = partial(policy("p"), policy("q"));
    assertThat(found).hasSize(1);
    assertThat(found.getFirst().subject()).isNull();
    assertThat(found.getFirst().violation().message()).contains("--assume networkLogging=");
    assertThat(complete(NAMESPACE)).hasSize(1).allMatch(each -> each.subject() == null);
    Assumptions all = new Assumptions(Map.of("networkLogging", "all"));
    assertThat(
            of(TargetInput.of(GKE, resources(policy("p")), all)).getFirst().violation().message())
        .contains("assumed to be \"all\"");
  }

  @Test
  void oneOfAnotherNameIsNone() {
    assertThat(partial(policy("p"), LOGGING.formatted("mine"))).hasSize(1);
    assertThat(partial(policy("p"), LOGGING.formatted("default"))).isEmpty();
    assertThat(complete(policy("p"), LOGGING.formatted("default"))).isEmpty();
  }
}
