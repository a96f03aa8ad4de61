package dev.netlog.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Api.Answer;
import dev.netlog.cluster.Tool.Output;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/// The manifests as they are shipped, on an API server that has seen nothing of ours.
@Tag("every-version")
class InstallTest {
  @Test
  void enforceIsInstalledByOneCommandAndNothingElseHasToBeThere() {
    try (ControlPlane fresh = ControlPlane.start("fresh")) {
      Kubectl kubectl = fresh.kubectl();
      Output first = kubectl.run("apply", "-k", "manifests/overlays/enforce").expectOk();
      assertThat(first.err()).doesNotContain("Warning");
      assertThat(first.out().lines().count()).isGreaterThanOrEqualTo(12);
      String generation = generation(fresh.api());
      Output second = kubectl.run("apply", "-k", "manifests/overlays/enforce").expectOk();
      assertThat(second.out()).doesNotContain("created");
      assertThat(generation(fresh.api())).isEqualTo(generation);
      for (String overlay : new String[] {"observe", "warn", "inject", "gke", "openshift"}) {
        Output changed =
            kubectl.run("apply", "--dry-run=server", "-k", "manifests/overlays/" + overlay);
        assertThat(changed.expectOk().err()).as(overlay).doesNotContain("Warning");
      }
      podsOfTheDeploymentFitIntoTheirNamespace(fresh);
      whatHasNothingToDoWithLoggingGoesOn(fresh.api());
      Output removed = kubectl.run("delete", "--wait=false", "-k", "manifests/overlays/enforce");
      assertThat(removed.expectOk().out()).contains("validatingwebhookconfiguration");
    }
  }

  private static String generation(Api api) {
    return api.read(Cluster.configuration("validating"))
            .expectOk()
            .json()
            .at("/metadata/generation")
        + "";
  }

  /// The namespace asks for restricted pods.
  private static void podsOfTheDeploymentFitIntoTheirNamespace(ControlPlane fresh) {
    ObjectNode template =
        (ObjectNode)
            Overlay.read(fresh.kubectl(), "enforce").only("Deployment").at("/spec/template");
    template.put("apiVersion", "v1").put("kind", "Pod");
    ((ObjectNode) template.path("metadata")).put("name", "one");
    Answer pod =
        fresh.api().create("/api/v1/namespaces/netlog-system/pods?dryRun=All", template + "");
    assertThat(pod.expectOk().warnings()).isEmpty();
  }

  private static void whatHasNothingToDoWithLoggingGoesOn(Api api) {
    String name = Target.NAMESPACE.stored(api, null);
    var _ =
        api.patch(
                Target.NAMESPACE.path(name),
                Api.MERGE_PATCH,
                Json.of(Map.of("metadata", Map.of("labels", Map.of("team", "red")))).toString())
            .expectOk();
    var _ = api.delete(Target.NAMESPACE.path(name)).expectOk();
    String wrong = Cluster.namespace("wrong", Cases.ACL_LOGGING, "{");
    assertThat(api.create("/api/v1/namespaces", wrong).status()).isEqualTo(500);
  }
}
