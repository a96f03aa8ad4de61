package dev.netlog.webhook.tls.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.netlog.webhook.tls.TlsFailure;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MissingConfigurationsTest {
  private static final String STEP =
      " to be created; apply what is missing, or name another with --webhook-configuration";

  private final FakeCluster cluster = new FakeCluster();
  private final SimulatedReplica replica =
      new SimulatedReplica(
          cluster, new SelfManagedSettings("netlog-webhook", "netlog-system", Lifetimes.STANDARD));

  private void look() {
    for (int i = 0; i < 3; i++) {
      replica.look();
      cluster.pass(Lifetimes.STANDARD.propagation());
    }
  }

  @Test
  void whatIsMissingIsToldAtTheStartAndWhenThatChangesAndNotEachTime() {
    cluster.missing.addAll(Set.of(0, 1));
    look();
    assertThat(replica.events.notes())
        .containsExactly("waiting for configuration 0 and configuration 1" + STEP);
    assertThat(replica.serving()).isNotNull();
    cluster.missing.remove(0);
    look();
    assertThat(replica.events.notes()).hasSize(2).endsWith("waiting for configuration 1" + STEP);
    cluster.missing.clear();
    look();
    assertThat(replica.events.notes()).hasSize(3).endsWith("all webhook configurations exist");
    assertThat(replica.events.reasons()).as("none of it is a failure").isEmpty();
  }

  @Test
  void whereAllAreThereNothingIsSaid() {
    look();
    assertThat(replica.events.notes()).isEmpty();
  }

  @Test
  void whatCannotBeReadIsNotTakenForMissingOrFound() {
    cluster.missing.add(1);
    look();
    replica.access.bundlesBroken = TlsFailure.UNREACHABLE;
    look();
    replica.access.bundlesBroken = null;
    look();
    assertThat(replica.events.notes()).containsExactly("waiting for configuration 1" + STEP);
  }
}
