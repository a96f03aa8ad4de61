package dev.netlog.cluster;

import static dev.netlog.cluster.Api.MERGE_PATCH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.cluster.Api.Answer;
import dev.netlog.cluster.Cluster.Setup;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/// Objects that were wrong before the webhook came can be lived with, mended and deleted.
@ExtendWith(WithCluster.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RatchetTest {
  private static final String TWO = "{\"deny\":\"loud\",\"allow\":\"silent\"}";
  private static final Target TARGET = Target.NAMESPACE;

  private final Cluster cluster;
  private final Api api;

  RatchetTest(Cluster cluster) {
    this.cluster = cluster;
    this.api = cluster.api();
  }

  @BeforeAll
  void storeWhatIsWrong() {
    cluster.uninstall();
    for (String name : List.of("old-left-alone", "old-mended", "old-deleted", "old-worse")) {
      Await.until(
          name + " is stored",
          java.time.Duration.ofSeconds(10),
          () -> {
            int status =
                api.create(TARGET.path(), TARGET.object(name, TARGET.key(), TWO) + "").status();
            return status == 201 || status == 409;
          });
    }
  }

  @BeforeEach
  void enforce() {
    Webhook _ = cluster.webhook(Setup.of("enforce"));
  }

  private Answer annotate(String name, String key, String value) {
    return api.patch(TARGET.path(name), MERGE_PATCH, TARGET.merge(key, Target.quoted(value)));
  }

  @Test
  void whatDoesNotTouchTheMistakeSucceedsSilently() {
    Answer answer = annotate("old-left-alone", "team", "red").expectOk();
    assertThat(answer.warnings()).isEmpty();
  }

  @Test
  void mendingOneOfTwoMistakesSucceedsWithAWarningAboutTheOther() {
    Answer answer =
        annotate("old-mended", TARGET.key(), "{\"deny\":\"info\",\"allow\":\"silent\"}").expectOk();
    assertThat(answer.warnings()).anyMatch(warning -> warning.contains("silent"));
    var _ = annotate("old-mended", TARGET.key(), "{\"deny\":\"info\"}").expectOk();
    assertThat(annotate("old-mended", TARGET.key(), TWO).status()).isEqualTo(422);
  }

  @Test
  void aMistakeMoreIsRefused() {
    Answer answer =
        annotate("old-worse", TARGET.key(), "{\"deny\":\"loud\",\"allow\":\"silent\",\"pass\":1}");
    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.message()).contains("pass").doesNotContain("\"loud\"");
  }

  @Test
  void deletionIsNeverInTheWayWithFinalizersNeither() {
    String path = TARGET.path("old-deleted");
    var _ =
        api.patch(path, MERGE_PATCH, "{\"metadata\": {\"finalizers\": [\"netlog.dev/test\"]}}")
            .expectOk();
    var _ = api.delete(path).expectOk();
    assertThat(api.read(path).json().path("metadata").has("deletionTimestamp")).isTrue();
    var _ = annotate("old-deleted", "team", "red").expectOk();
    var _ = api.patch(path, MERGE_PATCH, "{\"metadata\": {\"finalizers\": null}}").expectOk();
    var _ =
        api.replace(
                path + "/finalize",
                """
                {"apiVersion": "v1", "kind": "Namespace",
                 "metadata": {"name": "old-deleted"}, "spec": {"finalizers": []}}
                """)
            .expectOk();
    Await.until(
        "the namespace is gone",
        java.time.Duration.ofSeconds(10),
        () -> api.read(path).status() == 404);
  }
}
