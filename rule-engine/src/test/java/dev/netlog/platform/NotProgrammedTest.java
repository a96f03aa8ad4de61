package dev.netlog.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.platform.gke.Json;
import dev.netlog.platform.ovn.OvnPlatform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is stored and not installed.
class NotProgrammedTest {
  private static @Nullable LoggingState state(String priority) {
    return new OvnPlatform()
        .notProgrammed(
            Json.resource(
                "{apiVersion:'policy.networking.k8s.io/v1alpha1',kind:'AdminNetworkPolicy',"
                    + "metadata:{name:'a'},spec:{priority:"
                    + priority
                    + "}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", "150.0", "1.5e2", "1000"})
  void aPriorityAboveTheLastIsNotInstalledHoweverItIsWritten(String priority) {
    assertThat(state(priority)).isEqualTo(LoggingState.NOT_PROGRAMMED);
  }

  @Test
  void theLastPriorityIsInstalled() {
    assertThat(state("99")).isNull();
    assertThat(state("9.9e1")).isNull();
  }
}
