package dev.netlog.platform.gke.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.platform.gke.networklogging.LogSection;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MisspellingTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "networking.gke.io/enable-logging",
        "policy.networking.gke.io/enable-logging",
        "network.gke.io/enable-logging",
        "flow.network.gke.io/enable-logging",
        "policy.gke.io/enable-logging",
        "gke.io/enable-logging",
        "policy.network.k8s.io/enable-logging",
        "policy.networking.k8s.io/enable-logging",
        "polcy.network.gke.io/enable-logging",
        "policy.network.gke.com/enable-logging",
        "Policy.network.gke.io/enable-logging",
        "policy.network.gke.io/enable_logging",
        "policy.network.gke.io/Enable-Logging",
        "policy.network.gke.io/enable-loging",
        "policy.network.gke.io/enabel-lgoging",
        "policy.network.gke.io/enableLogging",
        "policy.network.gke.io/enabled-logging",
        "policy.network.gke.io/enable-allow-logging",
        "policy.network.gke.io/enable-log",
        "policy.network.gke.io/ enable-logging",
      })
  void nearMissesOfTheAllowKeyAreSeen(String key) {
    assertThat(Misspelling.concerns(key)).isTrue();
    assertThat(Objects.requireNonNull(Misspelling.of(key)).meant()).isEqualTo(LogSection.ALLOW);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "enable-deny-logging",
        "k8s.ovn.org/enable-deny-logging",
        "networking.gke.io/enable-deny-logging",
        "policy.network.gke.io/enable_deny_logging",
        "policy.network.gke.io/enable-denied-logging",
        "policy.network.gke.io/enable-deny-log",
        "policy.network.gke.io/deny-logging",
        "networking.gke.io/enable-denied-logging",
        "policy.network.gke.io/Enable-Deny-Logging",
      })
  void nearMissesOfTheDenyKeyAreSeen(String key) {
    assertThat(Misspelling.concerns(key)).isTrue();
    assertThat(Objects.requireNonNull(Misspelling.of(key)).meant()).isEqualTo(LogSection.DENY);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "policy.network.gke.io/enable-logging",
        "policy.network.gke.io/enable-deny-logging",
        "networkpolicy.antrea.io/enable-logging",
        "ovn.kubernetes.io/enable_log",
        "k8s.ovn.org/acl-logging",
        "ncp/log_traffic",
        "networking.gke.io/static-ip",
        "networking.gke.io/pre-shared-certs",
        "networking.gke.io/app-protocols",
        "networking.gke.io/load-balancer-type",
        "networking.gke.io/enable-access-logging",
        "networking.istio.io/exportTo",
        "configmanagement.gke.io/namespace-selector",
        "iam.gke.io/gke-metadata-server-enabled",
        "cloud.google.com/neg",
        "components.gke.io/layer",
        "autopilot.gke.io/resource-adjustment",
        "nginx.ingress.kubernetes.io/enable-access-log",
        "service.beta.kubernetes.io/aws-load-balancer-access-log-enabled",
        "sidecar.istio.io/logLevel",
        "enable-logging",
        "logging",
        "log",
        "apiVersion",
        "",
        "/",
      })
  void otherKeysAreLeftAlone(String key) {
    assertThat(Misspelling.of(key)).isNull();
  }

  @Test
  void aKeyThatIsTooLongForKubernetesIsNobodys() {
    assertThat(Misspelling.of("networking.gke.io/enable-" + "log".repeat(100_000))).isNull();
  }

  @Property
  void aKeyThatIsMisspeltConcernsThePlatform(@ForAll String name) {
    for (String prefix : new String[] {"", LogSection.PREFIX, "networking.gke.io/", "a/"}) {
      if (Misspelling.of(prefix + name) != null) {
        assertThat(Misspelling.concerns(prefix + name)).isTrue();
      }
    }
  }
}
